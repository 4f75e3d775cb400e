import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { FlaggerId } from '#shared/moderation/flaggers.ts';
import type { CaseId, PhraseId } from '#shared/moderation/schema.ts';
import type { ParticipantId } from '#shared/participants/schema.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { type Key, type Questions } from './key.ts';

/** The work on cases: what is due, and what the desk has at hand. */
export const moderationQuestions = {
  toTell: {
    asks: 'Of which decisions do those concerned have to hear now?',
    asker: 'mail job',
    table: 'cases',
    pk: 'to-tell',
    sk: '<instant>#<case>',
  },
  toEnd: {
    asks: 'Which cases close now, and of which does retention end?',
    asker: 'retention job',
    table: 'cases',
    pk: 'to-end',
    sk: '<instant>#<case>',
  },
  toAlert: {
    asks: 'Of which cases does somebody have to hear at once, beside a decision?',
    asker: 'mail job',
    table: 'cases',
    pk: 'to-alert',
    sk: '<case>#<what>',
  },
  toHint: {
    asks: 'Which cases does a service outside still have to look at, so that they find their place?',
    asker: 'triage job',
    table: 'cases',
    pk: 'to-hint',
    sk: '<instant>#<case>',
  },
  digestOf: {
    asks: 'When did this moderator last hear what waits?',
    asker: 'mail job',
    table: 'cases',
    pk: 'digests#<place>',
    sk: '<participant>',
  },
  moderationFigure: {
    asks: 'What was noticed, decided and appealed here in this time?',
    asker: 'transparency report, statements of reasons',
    table: 'cases',
    pk: 'figures#<place>',
    sk: '<instant>#<notice, decision or appeal>',
  },
  waits: {
    asks: 'How long did others wait for their first reading here?',
    asker: 'contribution page',
    table: 'cases',
    pk: 'waits#<consultation>',
    sk: 'waits',
  },
  flagger: {
    asks: 'Which organisations are trusted to report here?',
    asker: 'coordinator, notice',
    table: 'cases',
    pk: 'flaggers#<place>',
    sk: '<flagger>',
  },
  flaggerToken: {
    asks: 'Whose link is this?',
    asker: 'notice',
    table: 'cases',
    pk: 'flagger-token#<SHA-256 of token>',
    sk: 'flagger',
  },
  phrase: {
    asks: 'Which phrases has the desk of this place?',
    asker: 'desk, decisions',
    table: 'cases',
    pk: 'phrases#<place>',
    sk: '<phrase>',
  },
} as const satisfies Questions;

export const moderationKeys = {
  toTell: (at: string, id: CaseId | '' = ''): Key => ({ pk: 'to-tell', sk: `${at}#${id}` }),
  toEnd: (at: string, id: CaseId | '' = ''): Key => ({ pk: 'to-end', sk: `${at}#${id}` }),
  toAlert: (id: CaseId | '' = '', what = ''): Key => ({ pk: 'to-alert', sk: `${id}#${what}` }),
  toHint: (at = '', id: CaseId | '' = ''): Key => ({ pk: 'to-hint', sk: `${at}#${id}` }),
  digestOf: (place: PlaceId, person: ParticipantId): Key => ({ pk: `digests#${place}`, sk: person }),
  moderationFigure: (place: PlaceId, at: string, id: string): Key => ({ pk: `figures#${place}`, sk: `${at}#${id}` }),
  waits: (consultation: ConsultationId): Key => ({ pk: `waits#${consultation}`, sk: 'waits' }),
  flagger: (place: PlaceId, flagger: FlaggerId | '' = ''): Key => ({ pk: `flaggers#${place}`, sk: flagger }),
  flaggerToken: (hash: string): Key => ({ pk: `flagger-token#${hash}`, sk: 'flagger' }),
  phrase: (place: PlaceId, phrase: PhraseId | '' = ''): Key => ({ pk: `phrases#${place}`, sk: phrase }),
};
