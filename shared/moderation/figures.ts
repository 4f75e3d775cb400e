import { z } from 'zod';
import { Moment } from '../consultations/schema.ts';
import { LanguageTag } from '../texts.ts';
import { OUTCOMES, REVIEWS, SUBJECT_KINDS } from './kinds.ts';
import { NoticeKind, Tier } from './schema.ts';
import { Statement } from './transparency.ts';

const About = z.object({ id: z.string(), at: Moment, kind: NoticeKind, language: LanguageTag });

/** What stays of moderation when its cases are gone: no words of residents, no pseudonym, nobody's id. */
export const Figure = z.discriminatedUnion('what', [
  About.extend({
    what: z.literal('notice'),
    isArticle16: z.boolean(),
    organisation: z.string().optional(),
    subject: z.enum(SUBJECT_KINDS),
  }),
  About.extend({
    what: z.literal('decision'),
    subject: z.enum(SUBJECT_KINDS),
    outcome: z.enum(OUTCOMES),
    tier: Tier,
    /** Seconds from the first notice, or from when it was written, to the decision. */
    took: z.int(),
    suspends: z.boolean(),
    warns: z.boolean(),
    /** The statement of reasons, where one was due, in the words of the EU's database. */
    statement: Statement.optional(),
    /** It came out of an appeal. */
    appealed: z.boolean(),
  }),
  About.extend({
    what: z.literal('appeal'),
    by: z.enum(['author', 'notifier']),
    review: z.enum(REVIEWS),
    took: z.int(),
  }),
]);
export type Figure = z.infer<typeof Figure>;
export type FigureOf<What extends Figure['what']> = Extract<Figure, { what: What }>;
