import { z } from 'zod';
import { Moment } from '../consultations/schema.ts';
import { CONTRIBUTION_KINDS } from '../contributions/rules.ts';
import { ContributionId, PublicContribution } from '../contributions/schema.ts';
import { PassageId } from '../documents/schema.ts';
import { idSchema } from '../ids.ts';
import { ParticipantId } from '../participants/schema.ts';
import { LanguageTag, Texts, TextsGiven, TextsOrNone } from '../texts.ts';
import { Words } from '../words.ts';
import {
  DESK_LISTS,
  GROUP_NAME_LENGTH,
  MOST_AT_ONCE,
  MOST_TAGS,
  OUTCOME_REASON_LENGTH,
  OUTCOMES,
  SEARCH_LENGTH,
  TAG_LENGTH,
  WORK_NOTE_LENGTH,
} from './rules.ts';

const Day = z.iso.date({ error: 'not-a-day' });
const Tag = Words(TAG_LENGTH);

/** Which colleague looks after it, and until which day. */
const Assignment = z.object({ to: ParticipantId, until: Day.optional() });

/** What became of it, and why. */
export const OutcomeGiven = z.object({ outcome: z.enum(OUTCOMES), reason: Texts, at: Moment });
export type OutcomeGiven = z.infer<typeof OutcomeGiven>;

/** What drafters have made of one suggestion. Until somebody works on it there is nothing. */
export const Work = z.object({
  contribution: ContributionId,
  tags: z.array(Tag).max(MOST_TAGS),
  assigned: Assignment.optional(),
  outcome: OutcomeGiven.optional(),
  version: z.int().min(1),
});
export type Work = z.infer<typeof Work>;

/** One contribution as everybody reads it, once the city has answered with what became of it. */
export const AnsweredContribution = PublicContribution.extend({ outcome: OutcomeGiven.omit({ at: true }).optional() });
export type AnsweredContribution = z.infer<typeof AnsweredContribution>;

const changes = {
  assigned: Assignment.nullable().optional(),
  /** `null`: not yet answered after all. */
  outcome: z
    .object({ outcome: z.enum(OUTCOMES, { error: 'nothing-chosen' }), reason: TextsGiven(OUTCOME_REASON_LENGTH) })
    .nullable()
    .optional(),
};

/** What is to be changed; what is left out stays. Version 0: nobody had worked on it. */
export const ChangeWork = z.object({
  tags: z.array(Tag).max(MOST_TAGS).optional(),
  ...changes,
  version: z.int().min(0),
});
export type ChangeWork = z.infer<typeof ChangeWork>;

/** Pick the one that stands. `version` is that of the suggestion that is merged, as it was read. */
export const Merge = z.object({ into: ContributionId, version: z.int().min(0) });
export type Merge = z.infer<typeof Merge>;

/** The same for many at once: each that was changed meanwhile is left alone, and named. */
export const WorkOnMany = z.object({
  of: z
    .array(z.object({ contribution: ContributionId, work: z.int().min(0), version: z.int().min(0) }))
    .min(1, { error: 'nothing-chosen' })
    .max(MOST_AT_ONCE),
  act: z.discriminatedUnion('do', [
    z.object({ do: z.literal('tag'), tag: Tag }),
    z.object({ do: z.literal('untag'), tag: Tag }),
    z.object({ do: z.literal('assign'), assigned: Assignment.nullable() }),
    z.object({ do: z.literal('answer'), outcome: changes.outcome.unwrap() }),
    z.object({ do: z.literal('merge'), into: ContributionId }),
  ]),
});
export type WorkOnMany = z.infer<typeof WorkOnMany>;
export const WorkedOnMany = z.object({ done: z.array(ContributionId), left: z.array(ContributionId) });
export type WorkedOnMany = z.infer<typeof WorkedOnMany>;

export const NoteId = idSchema('message');
export type NoteId = z.infer<typeof NoteId>;
/** Between colleagues: it is in no export, and nobody else ever reads it. */
export const WorkNote = z.object({
  id: NoteId,
  text: Words(WORK_NOTE_LENGTH),
  by: ParticipantId,
  name: z.string().max(120),
  at: Moment,
});
export type WorkNote = z.infer<typeof WorkNote>;
export const WriteNote = WorkNote.pick({ text: true });

/** Of an opinion group. */
export const Label = z.string().regex(/^[A-Z]{1,3}$/);
/** How drafters call an opinion group, by the label that it keeps from count to count. */
export const GroupName = z.object({ label: Label, name: Texts, version: z.int().min(1) });
export type GroupName = z.infer<typeof GroupName>;
export const NameGroup = z.object({ name: TextsOrNone(GROUP_NAME_LENGTH), version: z.int().min(0) });
export type NameGroup = z.infer<typeof NameGroup>;

/** A form sends what nobody chose as nothing. */
const orNone = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([z.literal('').transform(() => undefined), schema]).optional();
/** What drafters look for among suggestions. */
export const AskSuggestions = z.object({
  list: z.enum(DESK_LISTS).optional(),
  passage: orNone(z.union([PassageId, z.literal('none')])),
  kind: orNone(z.enum(CONTRIBUTION_KINDS)),
  language: orNone(LanguageTag),
  group: orNone(Label),
  tag: orNone(z.string().max(TAG_LENGTH)),
  /** `left`: neither taken up in a text nor answered. */
  outcome: orNone(z.enum([...OUTCOMES, 'none', 'left'])),
  assigned: orNone(z.union([ParticipantId, z.literal('nobody')])),
  words: z.string().max(SEARCH_LENGTH).optional(),
  /** In which language she reads: what was written in another one comes with its translation. */
  readIn: z.string().max(10).default(''),
  from: z.coerce.number().int().min(0).max(1_000_000).default(0),
});
export type AskSuggestions = z.infer<typeof AskSuggestions>;
/** One suggestion; `at`: where it stood in the list that was asked for, counted from 0, when it was opened from there. */
export const AskSuggestion = AskSuggestions.omit({ from: true }).extend({
  at: z.coerce.number().int().min(0).max(1_000_000).optional(),
});
export type AskSuggestion = z.infer<typeof AskSuggestion>;
