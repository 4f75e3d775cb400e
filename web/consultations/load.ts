import type { Choice } from '#shared/ballots/rules.ts';
import type { OwnBallot } from '#shared/ballots/schema.ts';
import type { ConsultationView } from '#shared/consultations/views.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { Language } from '#shared/locales.ts';
import type { Me } from '#shared/participants/schema.ts';
import type { Role } from '#shared/places/rules.ts';
import { answer, type Api } from '#web/api.ts';

/** What the reader has done in a consultation. Nothing, for somebody without a session. */
export type Own = {
  /** She has said yes to what is asked before the first vote, in its present version. */
  joined: boolean;
  hasCard: boolean;
  reads: Language[];
  /** Her roles in the consultation's place; none, for nearly everybody. */
  roles: Role[];
  /** Her choices by item number; what she took back is missing. */
  votes: Record<string, Exclude<Choice, 'withdrawn'>>;
  /** The same on words that the text does not have any more. */
  earlier: Record<string, Exclude<Choice, 'withdrawn'>>;
  /** Item numbers that she took her vote back on, or chose not to vote on. */
  takenBack: number[];
  nextNumber: number;
};

const ownOf = (consultation: ConsultationView, me: Me, ballot: OwnBallot): Own => {
  const votes: Own['votes'] = {};
  const earlier: Own['earlier'] = {};
  for (const { item, choice, former } of ballot.votes)
    if (choice !== 'withdrawn') (former ? earlier : votes)[item] = choice;
  const { id, place, consentVersion } = consultation;
  return {
    joined: me.consents.some((consent) => consent.consultation === id && consent.version === consentVersion),
    hasCard: me.hasCard,
    reads: me.reads,
    roles: me.roles.find((held) => held.place === place)?.roles ?? [],
    votes,
    earlier,
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
  return { consultation, own: ownOf(consultation, me, ballot) };
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
