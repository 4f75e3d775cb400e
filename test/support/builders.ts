import { beginDraft } from '#functions/consultations/drafts.ts';
import { openConsultation } from '#functions/consultations/service.ts';
import { addDocument } from '#functions/documents/service.ts';
import type { Actor } from '#functions/participants/actor.ts';
import { openSession } from '#functions/participants/service.ts';
import { whoIs } from '#functions/participants/sessions.ts';
import { openPlace } from '#functions/places/service.ts';
import { appointStaff } from '#functions/staff/service.ts';
import type { Phase } from '#shared/consultations/phases.ts';
import type { Consultation } from '#shared/consultations/schema.ts';
import type { Passage } from '#shared/documents/schema.ts';
import type { Role } from '#shared/places/rules.ts';
import type { Place } from '#shared/places/schema.ts';
import type { Texts } from '#shared/texts.ts';
import { DAY, later } from '#shared/time.ts';
import type { World } from '#functions/world.ts';
import type { Instant } from '#shared/time.ts';

/** A world and its time. */
type Setting = World & { now: () => Instant };

const said = (text: string): Texts => ({ en: { text, provenance: 'original' } });

let placesMade = 0;

export const aPlace = (world: Setting, given: Partial<Place> = {}): Promise<Place> =>
  openPlace(world, {
    slug: `place-${++placesMade}`,
    kind: 'city',
    name: said('Somewhere'),
    about: said('A city.'),
    languages: ['en', 'it', 'ar'],
    timeZone: 'Europe/Rome',
    houseRules: said('Be kind.'),
    help: [],
    privacy: {
      controller: 'The city',
      contact: 'privacy@example.org',
      legalBasis: said('Consent'),
      retentionMonths: 12,
    },
    consent: { version: 1, text: said('I agree.') },
    ageOfConsent: 14,
    ...given,
  });

/** Somebody in office, with the token of her session. */
export const aStaffMember = async (
  world: Setting,
  place: Pick<Place, 'id'>,
  role: Role,
): Promise<{ actor: Actor; token: string }> => {
  const token = await openSession(world, await appointStaff(world, place.id, [role], `Somebody (${role})`));
  const actor = await whoIs(world, token);
  if (!actor) throw new Error('The session of a new staff member is not known.');
  return { actor, token };
};

const ORDER: readonly Phase[] = ['preparing', 'suggesting', 'deliberating', 'drafting', 'answered', 'closed'];

const ABOUT_BELONGING: NonNullable<Consultation['belonging']> = {
  version: 1,
  question: said('Do you belong to one of these groups?'),
  why: said('You need not answer.'),
  answers: ['roma', 'newcomers'].map((key) => ({ key, label: said(key) })),
};

export type TestConsultation = { place: Place; consultation: Consultation; passages: Passage[]; coordinator: Actor };

/** A consultation with three passages (or `passages`) that is in `phase` now, or is a draft; each phase lasts ten days. */
export const aConsultation = async (
  world: Setting,
  given: {
    phase?: Phase;
    draft?: boolean;
    place?: Place;
    resultDates?: string[];
    passages?: number;
    doors?: Consultation['doors'];
    belonging?: Consultation['belonging'];
    /** Words wait until a moderator has read them. */
    premoderation?: boolean;
  } = {},
): Promise<TestConsultation> => {
  const place = given.place ?? (await aPlace(world));
  const { actor: coordinator } = await aStaffMember(world, place, 'coordinator');
  const now = ORDER.indexOf(given.draft ? 'preparing' : (given.phase ?? 'suggesting'));
  const stages = ORDER.map((phase, i) => ({ phase, from: later(world.now(), (i - now) * 10 * DAY - DAY) }));
  const setUp = {
    place: place.id,
    title: said('Homes for all'),
    question: said('What should change?'),
    why: said('Because.'),
    whatHappens: said('We answer every point.'),
    areas: ['housing'],
    grounds: ['nationality'],
    languages: ['en', 'it', 'ar'],
    resultDates: given.resultDates ?? [],
    doors: given.doors ?? ['open'],
    belonging: given.belonging ?? ABOUT_BELONGING,
    ...(given.premoderation && { premoderation: true }),
  } satisfies Partial<Consultation>;
  const draft = { plan: stages.slice(1), opensAtOnce: false };
  const consultation = given.draft
    ? await beginDraft(world, coordinator, { ...setUp, draft })
    : await openConsultation(world, coordinator, { ...setUp, stages });
  const passages = await addDocument(world, consultation.id, {
    kind: 'recommendations',
    title: said('Draft recommendations'),
    passages: Array.from({ length: given.passages ?? 3 }, (_, i) => i + 1).map((n) => ({
      heading: said(`Recommendation ${n}`),
      text: said(`The city will do thing ${n}.`),
      summary: said(`Thing ${n}.`),
    })),
  });
  return { place, consultation, passages, coordinator };
};
