import type { Choice } from '#shared/ballots/rules.ts';
import type { OwnBallot } from '#shared/ballots/schema.ts';
import type { ConsultationView } from '#shared/consultations/views.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { Language } from '#shared/locales.ts';
import type { Me } from '#shared/participants/schema.ts';
import { consentStanding } from '#shared/participants/rules.ts';
import type { Role } from '#shared/places/rules.ts';
import type { Instant } from '#shared/time.ts';
import type { Texts } from '#shared/texts.ts';
import { answer, type Api } from '#web/api.ts';

/** The text that is asked about now, for somebody who agreed to version `before`. */
type AskedAgain = { version: number; before: number; text: Texts; age: number };

/** What the reader has done in a consultation. Nothing, for somebody without a session. */
export type Own = {
  /** She has said yes to what is asked before the first vote, in its present version. */
  joined: boolean;
  /** She has said yes to an earlier version, and is asked again. */
  again?: AskedAgain;
  hasCard: boolean;
  reads: Language[];
  /** Her roles in the consultation's place; none, for nearly everybody. */
  roles: Role[];
  /** What moderators of the place have measured against her, for who would write: a warning, or the end of a suspension. */
  measured?: { warned: boolean; until?: Instant };
  /** Her choices by item number; what she took back is missing. */
  votes: Record<string, Exclude<Choice, 'withdrawn'>>;
  /** The same on words that the text does not have any more. */
  earlier: Record<string, Exclude<Choice, 'withdrawn'>>;
  /** Item numbers that she took her vote back on, or chose not to vote on. */
  takenBack: number[];
  nextNumber: number;
};

/** The version of the place's consent text to which she has agreed for a consultation. */
export const consentHeld = (me: Pick<Me, 'consents'>, con: ConsultationId): number | undefined =>
  me.consents.find(({ consultation }) => consultation === con)?.version;

const askedAgain = async (api: Api, { placeBrief }: ConsultationView, before: number): Promise<AskedAgain> => {
  const { consent, ageOfConsent } = await answer(api.places[':slug'].$get({ param: { slug: placeBrief.slug } }));
  return { ...consent, before, age: ageOfConsent };
};

const ownOf = (consultation: ConsultationView, me: Me, ballot: OwnBallot): Own => {
  const votes: Own['votes'] = {};
  const earlier: Own['earlier'] = {};
  for (const { item, choice, former } of ballot.votes)
    if (choice !== 'withdrawn') (former ? earlier : votes)[item] = choice;
  const { id, place, consentVersion } = consultation;
  const warned = me.warnings.includes(place);
  const until = me.suspensions.find((one) => one.place === place)?.until;
  return {
    joined: consentStanding(consentHeld(me, id), consentVersion) === 'given',
    hasCard: me.hasCard,
    reads: me.reads,
    roles: me.roles.find((held) => held.place === place)?.roles ?? [],
    votes,
    earlier,
    ...((warned || until) && { measured: { warned, ...(until && { until }) } }),
    takenBack: ballot.takenBack,
    nextNumber: ballot.nextNumber,
  };
};

/** The consultation that an address names, and the reader's part in it. */
export const loadConsultation = async (
  api: Api,
  con: ConsultationId,
): Promise<{ consultation: ConsultationView; own: Own }> => {
  const param = { con };
  const [consultation, me, ballot] = await Promise.all([
    answer(api.consultations[':con'].$get({ param })),
    answer(api.me.$get()),
    answer(api.consultations[':con'].ballot.$get({ param })),
  ]);
  const own = ownOf(consultation, me, ballot);
  const held = consentHeld(me, con);
  if (own.joined || held === undefined) return { consultation, own };
  return { consultation, own: { ...own, again: await askedAgain(api, consultation, held) } };
};

/** The part of a consultation that the pages below it show. */
export type Within = Pick<ConsultationView, 'id' | 'title' | 'stages' | 'doors' | 'standing' | 'cards'> & {
  place: ConsultationView['placeBrief'];
  /** It has a question about affected groups, to be answered by those who like. */
  asksBelonging: boolean;
};

export const withinOf = (consultation: ConsultationView): Within => {
  const { id, title, stages, doors, standing, cards, placeBrief, belonging } = consultation;
  return { id, title, stages, doors, standing, cards, place: placeBrief, asksBelonging: belonging !== undefined };
};
