import { z } from 'zod';
import { Moment } from '../consultations/schema.ts';
import { DOORS } from '../consultations/rules.ts';
import { idSchema } from '../ids.ts';
import { Texts } from '../texts.ts';

export const SnapshotId = idSchema('snapshot');
export type SnapshotId = z.infer<typeof SnapshotId>;

const count = z.int().min(0);
/** Ballots that agree, disagree and pass, as cast. */
export const Tally = z.object({ agree: count, disagree: count, pass: count });
export type Tally = z.infer<typeof Tally>;

const share = z.number().min(0).max(1);
/** A share with the interval in which it very probably lies, all 0 to 1. */
export const Share = z.object({ share, low: share, high: share });

/** SHA-256 in hexadecimal. */
export const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What everybody may check a snapshot by: the hash of its bytes, and of the auditor's file that it is made from. */
const Hashes = z.object({ hash: Hash, inputHash: Hash });

/** What is known about an item apart from its words. Weighed votes may be fractions (see `shared/opinion`). */
export const ItemResult = z.object({
  /** Its place among what has enough data, from 1; null for what has not, and for copies of another text. */
  rank: z.int().nullable(),
  /** Votes that rank, as cast: on dealt cards and on passages; and the same by the door the voter came in by. */
  dealt: Tally,
  doors: z.record(z.enum(DOORS), Tally),
  /** Votes reached by a link and not confirmed: shown apart, never ranked. */
  linked: Tally,
  /** Of everybody who met it, those who pass among them; `agree.low` ranks. */
  agree: Share,
  disagree: Share,
  /** What the groups share: the geometric mean of their agreement, and its credible lower end. */
  consensus: Share.pick({ share: true, low: true }),
  /** How far the two most different groups lie apart, and how far at least. */
  divisiveness: z.object({ gap: share, low: share }),
  /** By group label. */
  groups: z.record(z.string(), Share.extend({ agree: z.number(), disagree: z.number(), seen: z.number() })),
  /** Ballots that met it, by language; and languages with ten ballots or more of which none did. */
  seenIn: z.record(z.string(), count),
  unseenIn: z.array(z.string()),
  /** The share of its votes from the open door that was believed: below 1 when it was met suspiciously often there. */
  believed: share,
  /** Ballots still missing to leave "too little data". */
  missing: count,
});
export type ItemResult = z.infer<typeof ItemResult>;

/** A group of people who vote alike: five or more. */
const GroupView = z.object({
  label: z.string(),
  /** What the drafters call it. */
  name: Texts.optional(),
  ballots: z.int().min(5),
  /** Of all who form groups. */
  share,
  centre: z.object({ x: z.number(), y: z.number() }),
  /** What it is about: items on which it differs from the others. */
  defining: z.array(z.object({ item: z.int(), direction: z.enum(['agree', 'disagree']) })),
});

export const GroupsView = z.object({
  /** Why there are none, or why that many. */
  reason: z.enum(['too-few-people', 'no-structure', 'no-group-large-enough', 'best-separated', 'kept-from-before']),
  list: z.array(GroupView),
});

const Entry = z.object({ item: z.int(), unseenIn: z.array(z.string()) });
/** What drafters read, the strongest first in each list. Copies of one text stand in a list once. */
export const ListsView = z.object({
  shared: z.array(Entry.extend({ direction: z.enum(['agree', 'disagree']), low: share })),
  /** Strong in one group and not elsewhere: its size among all who form groups, its share, and that of the others. */
  needed: z.array(Entry.extend({ group: z.string(), size: share, share, low: share, elsewhere: share })),
  divides: z.array(Entry.extend({ gap: share, low: share, for: z.array(z.string()), against: z.array(z.string()) })),
  tooLittle: z.array(Entry.extend({ missing: count })),
  linked: z.array(Tally.extend({ item: z.int() })),
});
export type ListsView = z.infer<typeof ListsView>;

export const ListChangeView = z.object({
  /** `first`: among the ten best-ranked. */
  list: z.enum(['shared', 'needed', 'divides', 'tooLittle', 'first']),
  item: z.int(),
  only: z.enum(['with', 'without']),
});

/** People who stand near each other on the map: five or more, of one group or of none. */
export const MapCellView = z.object({
  x: z.number(),
  y: z.number(),
  people: z.int().min(5),
  group: z.string().nullable(),
});

/** What each ballot weighed and why. */
export const WeightsView = z.object({
  ballots: z.object({ withoutDealtVote: count, rankOnly: count, rankAndGroup: count }),
  collapsed: z.object({ families: count, ballots: count, weight: count, largest: count }),
  otherDoorsTouched: count,
  balanced: z.object({ items: count, votes: z.number() }),
});

/** A batch of handed cards that is not in the result, and why; counted apart, what its ballots say by item. */
export const BatchInResult = z.object({
  number: z.int(),
  counting: z.enum(['apart', 'excluded']),
  reason: z.string(),
  at: Moment,
  /** Absent when they are too few to be told. */
  ballots: count.optional(),
  rows: z.array(Tally.extend({ item: z.int() })),
});

/** Two texts that a person might want to merge. */
export const MergeCandidateView = z.object({ a: z.int(), b: z.int(), likeness: share });

/** Whose snapshot, of when, for which announced moment. */
export const SnapshotStanding = Hashes.extend({
  id: SnapshotId,
  at: Moment,
  ballots: count,
  /** The announced moment this one was taken for; only such a snapshot becomes public. */
  publishedFor: Moment.optional(),
  /** The result that stood here before a decision about a batch of cards was honoured. */
  replaces: z.object({ id: SnapshotId, at: Moment, hash: Hash }).optional(),
});
