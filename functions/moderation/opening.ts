import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { Case } from '#shared/moderation/case.ts';
import type { NoticeKind } from '#shared/moderation/kinds.ts';
import { dueAt, dueForFirstReading, isUrgent, tierOf, type Lane } from '#shared/moderation/queue.ts';
import type { Subject } from '#shared/moderation/schema.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import type { Step } from '../storage/table.ts';
import { newId, nowIn, type World } from '../world.ts';
import { alertStep } from './alerts.ts';
import { authorCaseBegun } from './author-cases.ts';
import type { Found } from './found.ts';
import { sameOf } from './sealing.ts';
import { newCaseSteps } from './store.ts';

type Beginning = {
  place: PlaceId;
  consultation: ConsultationId;
  subject: Subject;
  why: Case['why'];
  kind: NoticeKind;
  grounds: Case['grounds'];
  danger: boolean;
  lane: Lane;
  source: Case['source'];
};

/** A case as it begins, with its place in the queue. */
export const newCase = (
  world: World,
  found: Pick<Found, 'about' | 'author' | 'language' | 'state'> & Partial<Pick<Found, 'text'>>,
  given: Beginning,
): Case => {
  const now = nowIn(world);
  const { place, consultation, subject, why, kind, grounds, danger, lane, source } = given;
  const tier = tierOf(given);
  const same = sameOf(world, subject, found.text);
  return {
    id: newId(world, 'case'),
    place,
    desk: place,
    consultation,
    subject,
    why,
    kind,
    grounds,
    danger,
    lane,
    source,
    about: found.about,
    ...(found.author && { author: found.author }),
    ...(same && { same }),
    language: found.language,
    state: 'waiting',
    version: 1,
    kinds: [kind],
    tier,
    since: now,
    due: why === 'first-reading' ? dueForFirstReading(now) : dueAt({ lane, tier }, now),
    passedOn: [],
    deciders: [],
    look: { visibility: found.state === 'waiting' ? 'waiting' : 'keep' },
    appealed: [],
  };
};

export const openingSteps = (one: Case): Step[] => [
  ...newCaseSteps(one),
  ...authorCaseBegun(one),
  ...(isUrgent(one) && one.why !== 'first-reading' ? [alertStep(one, { what: 'urgent' })] : []),
];

/** The case of words that wait for their first reading, written with the words themselves. */
export const firstReadingSteps = (
  world: World,
  place: PlaceId,
  consultation: ConsultationId,
  subject: Subject,
  words: { id: string; by: string; language: Found['language']; text: string },
): Step[] =>
  openingSteps(
    newCase(
      world,
      { about: words.id, author: words.by, language: words.language, text: words.text, state: 'waiting' },
      {
        place,
        consultation,
        subject,
        why: 'first-reading',
        kind: 'other',
        grounds: [],
        danger: false,
        lane: 'normal',
        source: 'SOURCE_VOLUNTARY',
      },
    ),
  );
