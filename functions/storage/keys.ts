import type { Pseudonym } from '#shared/ballots/schema.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { ContributionId } from '#shared/contributions/schema.ts';
import type { DocumentId, PassageId } from '#shared/documents/schema.ts';
import type { FlaggerId } from '#shared/moderation/flaggers.ts';
import type { AppealId, CaseId, DecisionId, NoticeId, PhraseId } from '#shared/moderation/schema.ts';
import type { SnapshotId } from '#shared/opinion/schema.ts';
import type { ParticipantId, SessionId } from '#shared/participants/schema.ts';
import type { PasskeyId } from '#shared/passkeys/schema.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import type { ReplyId, Target } from '#shared/replies/schema.ts';
import type { InvitationId } from '#shared/staff/schema.ts';

/** Tables and indexes. The cloud, the embedded engine and the tests all make them from this one definition. */
export const TABLES = {
  records: {
    holds: 'public things and the ledger',
    pk: 'pk',
    sk: 'sk',
    indexes: { byTopic: { pk: 'topic', sk: 'listed' }, byAuthor: { pk: 'by', sk: 'listed' } },
    stream: true,
    recovery: true,
  },
  cases: {
    holds: 'what is confidential: notices, cases, decisions, appeals, and the words at issue, encrypted',
    pk: 'pk',
    sk: 'sk',
    indexes: {
      byQueue: { pk: 'queue', sk: 'order' },
      byQueueAndLanguage: { pk: 'queueOfLanguage', sk: 'order' },
      byQueueAndKind: { pk: 'queueOfKind', sk: 'order' },
      byHolder: { pk: 'queueOfHolder', sk: 'order' },
    },
    recovery: true,
  },
  ballots: { holds: 'ballots, and which consultations are being voted in', pk: 'pk', sk: 'sk', recovery: true },
  vault: {
    holds: 'people: sessions, cards, consents, author links, the keys of pseudonyms',
    pk: 'pk',
    sk: 'sk',
    ttl: 'expires',
    recovery: true,
  },
  limits: { holds: 'how often somebody did something lately', pk: 'key', ttl: 'expire' },
} as const satisfies Record<string, TableShape>;

export type TableShape = {
  holds: string;
  pk: string;
  sk?: string;
  indexes?: Record<string, { pk: string; sk: string }>;
  ttl?: string;
  stream?: boolean;
  recovery?: boolean;
};
export type TableName = keyof typeof TABLES;
export const TABLE_NAMES = Object.keys(TABLES) as TableName[];
type Indexes<Table> = Table extends { indexes: infer All } ? keyof All : never;
/** Every index by its name; no two tables share one. */
export type IndexName = { [Table in TableName]: Indexes<(typeof TABLES)[Table]> }[TableName];

export type Key = { pk: string; sk: string };
type Access = { asks: string; asker: string; table: TableName; index?: IndexName; pk: string; sk: string };

const SHARD_BITS = 6;
const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** A ballot's shard is the first six bits of its pseudonym: one base64url letter. */
export const SHARDS = Array.from({ length: 1 << SHARD_BITS }, (_, i) => String(i).padStart(2, '0'));
const shardOf = (pseudonym: Pseudonym): string => SHARDS[BASE64URL.indexOf(pseudonym.charAt(0))] as string;

/** Every question the platform asks its tables. No other key exists; no question is answered by reading a whole table. */
export const ACCESS = {
  kindOfStore: { asks: 'Is this a demo town or a city?', asker: 'starting', table: 'records', pk: 'store', sk: 'kind' },
  placeBySlug: {
    asks: 'Which place has this address? Which places are there?',
    asker: 'every page of a place',
    table: 'records',
    pk: 'slugs',
    sk: '<slug>',
  },
  place: {
    asks: 'What is this place like?',
    asker: 'every page of a place',
    table: 'records',
    pk: 'place#<place>',
    sk: 'about',
  },
  earlierConsent: {
    asks: 'What did the consent text of this place say before?',
    asker: 'set-up, privacy page',
    table: 'records',
    pk: 'place#<place>',
    sk: 'consent#<version>',
  },
  placesBelow: {
    asks: 'Which places stand directly below this one?',
    asker: 'home of a place, desk of a region',
    table: 'records',
    pk: 'place#<place>',
    sk: 'below#<place>',
  },
  picture: {
    asks: 'What does this logo look like?',
    asker: 'every page of its place',
    table: 'records',
    pk: 'picture#<SHA-256 of its bytes>',
    sk: 'picture',
  },
  consultationsOf: {
    asks: 'Which consultations does this place hold?',
    asker: 'home of a place, recount',
    table: 'records',
    pk: 'place#<place>',
    sk: 'con#<consultation>',
  },
  batch: {
    asks: 'Which batches of cards does this place hand out?',
    asker: 'coming in by a handed card, desk',
    table: 'records',
    pk: 'place#<place>',
    sk: 'batch#<nnnn>',
  },
  batchDecision: {
    asks: 'Which batches are counted apart here, or not at all, and why?',
    asker: 'recount, results',
    table: 'records',
    pk: 'con#<consultation>',
    sk: 'batch#<nnnn>',
  },
  consultation: {
    asks: 'What is asked, and in which phase are we?',
    asker: 'every page and vote',
    table: 'records',
    pk: 'con#<consultation>',
    sk: 'about',
  },
  changeOf: {
    asks: 'What was changed after it was published, and why?',
    asker: 'consultation page',
    table: 'records',
    pk: 'con#<consultation>',
    sk: 'change#<instant>#<version>',
  },
  numbers: {
    asks: 'Which number does the next item get in the ballots?',
    asker: 'suggesting',
    table: 'records',
    pk: 'con#<consultation>',
    sk: 'numbers',
  },
  document: {
    asks: 'Which documents are under consultation?',
    asker: 'consultation page',
    table: 'records',
    pk: 'con#<consultation>',
    sk: 'doc#<document>',
  },
  passage: {
    asks: 'Which passages does it have?',
    asker: 'passage page, deck, results',
    table: 'records',
    pk: 'con#<consultation>',
    sk: 'psg#<passage>',
  },
  contribution: {
    asks: 'Which contributions does it have?',
    asker: 'deck, results, contribution page',
    table: 'records',
    pk: 'con#<consultation>',
    sk: 'ctr#<contribution>',
  },
  contributionsAbout: {
    asks: 'What was said about this passage, newest or oldest first?',
    asker: 'passage and consultation page',
    table: 'records',
    index: 'byTopic',
    pk: '<consultation>#<passage or none>',
    sk: '<instant>#<contribution>',
  },
  wordsBy: {
    asks: 'What did this pseudonym write?',
    asker: 'my page, leaving',
    table: 'records',
    index: 'byAuthor',
    pk: '<pseudonym>',
    sk: '<instant>#<contribution or reply>',
  },
  threadRoots: {
    asks: 'Which first replies does this thread have, newest or oldest first?',
    asker: 'thread',
    table: 'records',
    pk: 'thread#<target>',
    sk: '0#<reply>',
  },
  threadBranch: {
    asks: 'What was answered to these first replies?',
    asker: 'thread',
    table: 'records',
    pk: 'thread#<target>',
    sk: '1#<root>#<reply>',
  },
  snapshot: {
    asks: 'What was the last recount?',
    asker: 'deck, staff',
    table: 'records',
    pk: 'opinion#<consultation>',
    sk: 'snapshot#<snapshot>',
  },
  snapshotPart: {
    asks: 'What are its rows?',
    asker: 'results, staff',
    table: 'records',
    pk: 'opinion#<consultation>',
    sk: 'part#<snapshot>#<nnn>',
  },
  turnout: {
    asks: 'Who took part, in numbers, when the last count was made?',
    asker: 'progress, deciding about a batch',
    table: 'records',
    pk: 'opinion#<consultation>',
    sk: 'turnout',
  },
  published: {
    asks: 'Which snapshot was published for which announced moment?',
    asker: 'results',
    table: 'records',
    pk: 'opinion#<consultation>',
    sk: 'published#<instant>',
  },
  ledger: {
    asks: 'What did people in office do here?',
    asker: 'coordinator, analyst',
    table: 'records',
    pk: 'ledger#<place>',
    sk: '<line>',
  },
  ballot: {
    asks: 'What did this pseudonym vote? All ballots of a shard?',
    asker: 'voting, deck, recount',
    table: 'ballots',
    pk: '<consultation>#<shard>',
    sk: '<pseudonym>',
  },
  lease: {
    asks: 'In which consultations may somebody be voting now?',
    asker: 'recount',
    table: 'ballots',
    pk: 'open',
    sk: '<consultation>',
  },
  person: {
    asks: 'Who is this participant? Everything held about her?',
    asker: 'session, my page, leaving',
    table: 'vault',
    pk: 'person#<participant>',
    sk: 'person',
  },
  consentOf: {
    asks: 'To what did she agree, in which consultation?',
    asker: 'voting, my page',
    table: 'vault',
    pk: 'person#<participant>',
    sk: 'consent#<consultation>',
  },
  sessionOf: {
    asks: 'On which devices is she signed in?',
    asker: 'my page, leaving',
    table: 'vault',
    pk: 'person#<participant>',
    sk: 'session#<session>',
  },
  cardOf: {
    asks: 'Has she a card?',
    asker: 'my page, leaving',
    table: 'vault',
    pk: 'person#<participant>',
    sk: 'card',
  },
  authorshipOf: {
    asks: 'Under which pseudonyms did she write?',
    asker: 'my page, leaving',
    table: 'vault',
    pk: 'person#<participant>',
    sk: 'author#<consultation>',
  },
  officeOf: {
    asks: 'In which places is she in office, as what?',
    asker: 'session, my page, leaving',
    table: 'vault',
    pk: 'person#<participant>',
    sk: 'office#<place>',
  },
  passkeyOf: {
    asks: 'Which passkeys has she?',
    asker: 'signing in, her keys, leaving',
    table: 'vault',
    pk: 'person#<participant>',
    sk: 'passkey#<passkey>',
  },
  recoveryCodeOf: {
    asks: 'How many recovery codes has she left?',
    asker: 'her keys, leaving',
    table: 'vault',
    pk: 'person#<participant>',
    sk: 'recovery-code#<HMAC of code>',
  },
  passkey: {
    asks: 'Whose passkey is this?',
    asker: 'signing in',
    table: 'vault',
    pk: 'passkey#<passkey>',
    sk: 'passkey',
  },
  recoveryCode: {
    asks: 'Whose recovery code is this?',
    asker: 'signing in',
    table: 'vault',
    pk: 'recovery-code#<HMAC of code>',
    sk: 'recovery-code',
  },
  staff: {
    asks: 'Who is, or was, in office here?',
    asker: 'staff page, ledger, mails to staff',
    table: 'vault',
    pk: 'staff#<place>',
    sk: '<participant>',
  },
  invitation: {
    asks: 'Whom has this place asked into office?',
    asker: 'staff page, accepting',
    table: 'vault',
    pk: 'invitations#<place>',
    sk: '<invitation>',
  },
  invitationToken: {
    asks: 'Which invitation does this link belong to?',
    asker: 'accepting',
    table: 'vault',
    pk: 'invitation-token#<SHA-256 of token>',
    sk: 'token',
  },
  workMail: {
    asks: 'Where, and how often, does somebody in office want mails about work?',
    asker: 'mails to staff, my page, leaving',
    table: 'vault',
    pk: 'work-mail#<participant or invitation>',
    sk: 'work-mail',
  },
  session: {
    asks: 'Whose session is this token?',
    asker: 'every signed-in request',
    table: 'vault',
    pk: 'session#<SHA-256 of token>',
    sk: 'session',
  },
  card: {
    asks: 'Whose card is this? Of which batch, if nobody has used it yet?',
    asker: 'coming back',
    table: 'vault',
    pk: 'card#<HMAC of digits>',
    sk: 'card',
  },
  usedCard: {
    asks: 'How many cards of this batch were used?',
    asker: 'who hands them out',
    table: 'vault',
    pk: 'batch#<place>#<nnnn>',
    sk: '<HMAC of digits>',
  },
  author: {
    asks: 'Who wrote under this pseudonym?',
    asker: 'moderation, erasure',
    table: 'vault',
    pk: 'author#<pseudonym>',
    sk: 'author',
  },
  contact: {
    asks: 'Who wants to hear about the result by e-mail?',
    asker: 'announcing',
    table: 'vault',
    pk: 'contact#<consultation>',
    sk: '<participant>',
  },
  contactOf: {
    asks: 'Did she leave an e-mail address, and where?',
    asker: 'my page, leaving',
    table: 'vault',
    pk: 'person#<participant>',
    sk: 'contact#<consultation>',
  },
  contactToken: {
    asks: 'Whose address does this link confirm or delete?',
    asker: 'links in mails',
    table: 'vault',
    pk: 'contact-token#<SHA-256 of token>',
    sk: 'token',
  },
  outbox: {
    asks: 'Which mails wait to be sent? To her?',
    asker: 'mail job, leaving',
    table: 'vault',
    pk: 'contact-outbox',
    sk: '<participant>#<what it is about>',
  },
  announcement: {
    asks: 'Which results were published and not yet announced?',
    asker: 'mail job',
    table: 'records',
    pk: 'announcements',
    sk: '<snapshot>',
  },
  firstRun: {
    asks: 'Which link may open the first place?',
    asker: 'first run',
    table: 'vault',
    pk: 'first-run#link',
    sk: 'link',
  },
  consultationKey: {
    asks: 'With which key are pseudonyms made here?',
    asker: 'voting, writing',
    table: 'vault',
    pk: 'key#<consultation>',
    sk: 'key',
  },
  standingOf: {
    asks: 'Was she warned here, or may she write nothing for a time?',
    asker: 'writing, my page, decisions',
    table: 'vault',
    pk: 'person#<participant>',
    sk: 'standing#<place>',
  },
  notifier: {
    asks: 'Who sent this notice, and where does she hear the outcome?',
    asker: 'mail job',
    table: 'vault',
    pk: 'contact-notice#<notice>',
    sk: 'notifier',
  },
  case: {
    asks: 'How does this case stand?',
    asker: 'desk, notice, appeal, job',
    table: 'cases',
    pk: 'case#<case>',
    sk: 'about',
  },
  queue: {
    asks: 'Which cases wait here, the most urgent first?',
    asker: 'desk, digest',
    table: 'cases',
    index: 'byQueue',
    pk: '<place>',
    sk: '<lane><tier>#<due>#<case>',
  },
  queueOfLanguage: {
    asks: 'And those in this language?',
    asker: 'desk',
    table: 'cases',
    index: 'byQueueAndLanguage',
    pk: '<place>#<language>',
    sk: '<lane><tier>#<due>#<case>',
  },
  queueOfKind: {
    asks: 'And those of this kind, appeals among them?',
    asker: 'desk, job',
    table: 'cases',
    index: 'byQueueAndKind',
    pk: '<place>#<kind>',
    sk: '<lane><tier>#<due>#<case>',
  },
  queueOfHolder: {
    asks: 'And those that this moderator has, or is asked about?',
    asker: 'desk',
    table: 'cases',
    index: 'byHolder',
    pk: '<place>#<participant>',
    sk: '<lane><tier>#<due>#<case>',
  },
  noticeOf: {
    asks: 'What do the notices of this case say?',
    asker: 'desk, job',
    table: 'cases',
    pk: 'case#<case>',
    sk: 'notice#<notice>',
  },
  noticeCount: {
    asks: 'How many notices has it?',
    asker: 'desk',
    table: 'cases',
    pk: 'case#<case>',
    sk: 'count',
  },
  decisionOf: {
    asks: 'What was decided, and before that?',
    asker: 'desk, author, notifier, job',
    table: 'cases',
    pk: 'case#<case>',
    sk: 'decision#<decision>',
  },
  appealOf: {
    asks: 'Who appealed, and what came of it?',
    asker: 'desk, author, notifier',
    table: 'cases',
    pk: 'case#<case>',
    sk: 'appeal#<appeal>',
  },
  messageOf: {
    asks: 'What did the desk and the people concerned write to each other?',
    asker: 'desk, author, notifier',
    table: 'cases',
    pk: 'case#<case>',
    sk: 'message#<message>',
  },
  opinionOf: {
    asks: 'Which colleague was asked, and what does she think?',
    asker: 'desk',
    table: 'cases',
    pk: 'case#<case>',
    sk: 'opinion#<participant>',
  },
  removedWords: {
    asks: 'Which words were removed?',
    asker: 'desk, author, restoring',
    table: 'cases',
    pk: 'case#<case>',
    sk: 'words',
  },
  caseAbout: {
    asks: 'Is there a case about this already?',
    asker: 'notice, first reading',
    table: 'cases',
    pk: 'subject#<subject>',
    sk: 'case',
  },
  receipt: {
    asks: 'Whose receipt is this code?',
    asker: 'notifier',
    table: 'cases',
    pk: 'receipt#<HMAC of code>',
    sk: 'notice',
  },
  casesOfAuthor: {
    asks: 'What was decided about words of this pseudonym?',
    asker: 'desk, my page, leaving',
    table: 'cases',
    pk: 'author#<pseudonym>',
    sk: '<case>',
  },
  noticeBy: {
    asks: 'What did this notifier report lately, and was it founded?',
    asker: 'desk',
    table: 'cases',
    pk: 'notifier#<HMAC of participant or e-mail>',
    sk: 'notice#<notice>',
  },
  notifierStanding: {
    asks: 'Was this notifier warned, or suspended from reporting?',
    asker: 'notice, desk',
    table: 'cases',
    pk: 'notifier#<HMAC of participant or e-mail>',
    sk: 'standing',
  },
  caseIn: {
    asks: 'Which cases of this consultation can still be appealed?',
    asker: 'end of retention',
    table: 'cases',
    pk: 'cases-in#<consultation>',
    sk: '<case>',
  },
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
    asks: 'Of which cases do moderators have to hear at once?',
    asker: 'mail job',
    table: 'cases',
    pk: 'to-alert',
    sk: '<case>',
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
} as const satisfies Record<string, Access>;

const ABOUT = 'about';
/** Small numbers sort as their digits do; none for the beginning that all of them share. */
const nth = (number: number | undefined): string => (number === undefined ? '' : String(number).padStart(4, '0'));
const inConsultation = (consultation: ConsultationId): string => `con#${consultation}`;
const ofPerson = (person: ParticipantId): string => `person#${person}`;
const ofCase = (id: CaseId): string => `case#${id}`;
const ofOpinion = (consultation: ConsultationId): string => `opinion#${consultation}`;

/** The keys of those questions, one builder each, under the same name. */
export const keys = {
  kindOfStore: (): Key => ({ pk: 'store', sk: 'kind' }),
  placeBySlug: (slug: string): Key => ({ pk: 'slugs', sk: slug }),
  place: (place: PlaceId): Key => ({ pk: `place#${place}`, sk: ABOUT }),
  earlierConsent: (place: PlaceId, version?: number): Key => ({
    pk: `place#${place}`,
    sk: `consent#${version === undefined ? '' : String(version).padStart(5, '0')}`,
  }),
  placesBelow: (place: PlaceId, below: PlaceId | '' = ''): Key => ({ pk: `place#${place}`, sk: `below#${below}` }),
  picture: (id: string): Key => ({ pk: `picture#${id}`, sk: 'picture' }),
  consultationsOf: (place: PlaceId, consultation: ConsultationId | '' = ''): Key => ({
    pk: `place#${place}`,
    sk: `con#${consultation}`,
  }),
  batch: (place: PlaceId, number?: number): Key => ({ pk: `place#${place}`, sk: `batch#${nth(number)}` }),
  batchDecision: (consultation: ConsultationId, number?: number): Key => ({
    pk: inConsultation(consultation),
    sk: `batch#${nth(number)}`,
  }),
  consultation: (consultation: ConsultationId): Key => ({ pk: inConsultation(consultation), sk: ABOUT }),
  changeOf: (consultation: ConsultationId, at = '', version?: number): Key => ({
    pk: inConsultation(consultation),
    sk: version === undefined ? `change#${at}` : `change#${at}#${version}`,
  }),
  numbers: (consultation: ConsultationId): Key => ({ pk: inConsultation(consultation), sk: 'numbers' }),
  document: (consultation: ConsultationId, document: DocumentId | '' = ''): Key => ({
    pk: inConsultation(consultation),
    sk: `doc#${document}`,
  }),
  passage: (consultation: ConsultationId, passage: PassageId | '' = ''): Key => ({
    pk: inConsultation(consultation),
    sk: `psg#${passage}`,
  }),
  contribution: (consultation: ConsultationId, contribution: ContributionId | '' = ''): Key => ({
    pk: inConsultation(consultation),
    sk: `ctr#${contribution}`,
  }),
  contributionsAbout: (consultation: ConsultationId, passage: PassageId | undefined): string =>
    `${consultation}#${passage ?? 'none'}`,
  threadRoots: (target: Target, reply: ReplyId | '' = ''): Key => ({ pk: `thread#${target}`, sk: `0#${reply}` }),
  threadBranch: (target: Target, root: ReplyId, reply: ReplyId | '' = ''): Key => ({
    pk: `thread#${target}`,
    sk: `1#${root}#${reply}`,
  }),
  snapshot: (consultation: ConsultationId, snapshot: SnapshotId | '' = ''): Key => ({
    pk: ofOpinion(consultation),
    sk: `snapshot#${snapshot}`,
  }),
  snapshotPart: (consultation: ConsultationId, snapshot: SnapshotId, part: string): Key => ({
    pk: ofOpinion(consultation),
    sk: `part#${snapshot}#${part}`,
  }),
  turnout: (consultation: ConsultationId): Key => ({ pk: ofOpinion(consultation), sk: 'turnout' }),
  published: (consultation: ConsultationId, at: string): Key => ({
    pk: ofOpinion(consultation),
    sk: `published#${at}`,
  }),
  ledger: (place: PlaceId, line: string): Key => ({ pk: `ledger#${place}`, sk: line }),
  ballot: (consultation: ConsultationId, pseudonym: Pseudonym): Key => ({
    pk: `${consultation}#${shardOf(pseudonym)}`,
    sk: pseudonym,
  }),
  ballotShard: (consultation: ConsultationId, shard: string): string => `${consultation}#${shard}`,
  lease: (consultation: ConsultationId | '' = ''): Key => ({ pk: 'open', sk: consultation }),
  person: (person: ParticipantId): Key => ({ pk: ofPerson(person), sk: 'person' }),
  consentOf: (person: ParticipantId, consultation: ConsultationId): Key => ({
    pk: ofPerson(person),
    sk: `consent#${consultation}`,
  }),
  sessionOf: (person: ParticipantId, session: SessionId): Key => ({ pk: ofPerson(person), sk: `session#${session}` }),
  cardOf: (person: ParticipantId): Key => ({ pk: ofPerson(person), sk: 'card' }),
  authorshipOf: (person: ParticipantId, consultation: ConsultationId): Key => ({
    pk: ofPerson(person),
    sk: `author#${consultation}`,
  }),
  officeOf: (person: ParticipantId, place: PlaceId): Key => ({ pk: ofPerson(person), sk: `office#${place}` }),
  passkeyOf: (person: ParticipantId, passkey: PasskeyId | '' = ''): Key => ({
    pk: ofPerson(person),
    sk: `passkey#${passkey}`,
  }),
  recoveryCodeOf: (person: ParticipantId, mac: string): Key => ({ pk: ofPerson(person), sk: `recovery-code#${mac}` }),
  passkey: (passkey: PasskeyId): Key => ({ pk: `passkey#${passkey}`, sk: 'passkey' }),
  recoveryCode: (mac: string): Key => ({ pk: `recovery-code#${mac}`, sk: 'recovery-code' }),
  staff: (place: PlaceId, person: ParticipantId | '' = ''): Key => ({ pk: `staff#${place}`, sk: person }),
  invitation: (place: PlaceId, invitation: InvitationId | '' = ''): Key => ({
    pk: `invitations#${place}`,
    sk: invitation,
  }),
  invitationToken: (hash: string): Key => ({ pk: `invitation-token#${hash}`, sk: 'token' }),
  workMail: (whose: ParticipantId | InvitationId): Key => ({ pk: `work-mail#${whose}`, sk: 'work-mail' }),
  session: (hash: string): Key => ({ pk: `session#${hash}`, sk: 'session' }),
  card: (mac: string): Key => ({ pk: `card#${mac}`, sk: 'card' }),
  usedCard: (place: PlaceId, number: number, mac = ''): Key => ({ pk: `batch#${place}#${nth(number)}`, sk: mac }),
  author: (pseudonym: Pseudonym): Key => ({ pk: `author#${pseudonym}`, sk: 'author' }),
  contact: (consultation: ConsultationId, person: ParticipantId | '' = ''): Key => ({
    pk: `contact#${consultation}`,
    sk: person,
  }),
  contactOf: (person: ParticipantId, consultation: ConsultationId): Key => ({
    pk: ofPerson(person),
    sk: `contact#${consultation}`,
  }),
  contactToken: (hash: string): Key => ({ pk: `contact-token#${hash}`, sk: 'token' }),
  outbox: (mail: string): Key => ({ pk: 'contact-outbox', sk: mail }),
  announcement: (snapshot: SnapshotId | '' = ''): Key => ({ pk: 'announcements', sk: snapshot }),
  firstRun: (): Key => ({ pk: 'first-run#link', sk: 'link' }),
  consultationKey: (consultation: ConsultationId): Key => ({ pk: `key#${consultation}`, sk: 'key' }),
  standingOf: (person: ParticipantId, place: PlaceId): Key => ({ pk: ofPerson(person), sk: `standing#${place}` }),
  notifier: (notice: NoticeId): Key => ({ pk: `contact-notice#${notice}`, sk: 'notifier' }),
  case: (id: CaseId): Key => ({ pk: ofCase(id), sk: ABOUT }),
  queue: (place: PlaceId): string => place,
  queueOfLanguage: (place: PlaceId, language: string): string => `${place}#${language}`,
  queueOfKind: (place: PlaceId, kind: string): string => `${place}#${kind}`,
  queueOfHolder: (place: PlaceId, person: ParticipantId): string => `${place}#${person}`,
  noticeOf: (id: CaseId, notice: NoticeId | '' = ''): Key => ({ pk: ofCase(id), sk: `notice#${notice}` }),
  noticeCount: (id: CaseId): Key => ({ pk: ofCase(id), sk: 'count' }),
  decisionOf: (id: CaseId, decision: DecisionId | '' = ''): Key => ({ pk: ofCase(id), sk: `decision#${decision}` }),
  appealOf: (id: CaseId, appeal: AppealId | '' = ''): Key => ({ pk: ofCase(id), sk: `appeal#${appeal}` }),
  messageOf: (id: CaseId, message: string): Key => ({ pk: ofCase(id), sk: `message#${message}` }),
  opinionOf: (id: CaseId, person: ParticipantId | '' = ''): Key => ({ pk: ofCase(id), sk: `opinion#${person}` }),
  removedWords: (id: CaseId): Key => ({ pk: ofCase(id), sk: 'words' }),
  caseAbout: (subject: string): Key => ({ pk: `subject#${subject}`, sk: 'case' }),
  receipt: (mac: string): Key => ({ pk: `receipt#${mac}`, sk: 'notice' }),
  casesOfAuthor: (pseudonym: Pseudonym, id: CaseId | '' = ''): Key => ({ pk: `author#${pseudonym}`, sk: id }),
  noticeBy: (mac: string, notice: NoticeId | '' = ''): Key => ({ pk: `notifier#${mac}`, sk: `notice#${notice}` }),
  notifierStanding: (mac: string): Key => ({ pk: `notifier#${mac}`, sk: 'standing' }),
  caseIn: (consultation: ConsultationId, id: CaseId | '' = ''): Key => ({ pk: `cases-in#${consultation}`, sk: id }),
  toTell: (at: string, id: CaseId | '' = ''): Key => ({ pk: 'to-tell', sk: `${at}#${id}` }),
  toEnd: (at: string, id: CaseId | '' = ''): Key => ({ pk: 'to-end', sk: `${at}#${id}` }),
  toAlert: (id: CaseId | '' = ''): Key => ({ pk: 'to-alert', sk: id }),
  digestOf: (place: PlaceId, person: ParticipantId): Key => ({ pk: `digests#${place}`, sk: person }),
  moderationFigure: (place: PlaceId, at: string, id: string): Key => ({ pk: `figures#${place}`, sk: `${at}#${id}` }),
  waits: (consultation: ConsultationId): Key => ({ pk: `waits#${consultation}`, sk: 'waits' }),
  flagger: (place: PlaceId, flagger: FlaggerId | '' = ''): Key => ({ pk: `flaggers#${place}`, sk: flagger }),
  flaggerToken: (hash: string): Key => ({ pk: `flagger-token#${hash}`, sk: 'flagger' }),
  phrase: (place: PlaceId, phrase: PhraseId | '' = ''): Key => ({ pk: `phrases#${place}`, sk: phrase }),
};
