import { z } from 'zod';
import { OnLine, PlaceBrief } from '../consultations/views.ts';
import { Consultation } from '../consultations/schema.ts';
import { Passage } from '../documents/schema.ts';
import { PublicMeasure } from '../measures/schema.ts';
import { Texts } from '../texts.ts';
import { CitedIn, Comparison } from '../versions/views.ts';
import { POINT_STANDINGS } from './rules.ts';
import { Addressee, Answer, GivenAnswer } from './schema.ts';

/** One institution's answer to one passage, or that there is none yet. */
export const PublicAnswer = z.object({
  addressee: Addressee.pick({ id: true, name: true }),
  due: Addressee.shape.due,
  edition: Addressee.shape.edition,
  standing: z.enum(POINT_STANDINGS),
  given: GivenAnswer.optional(),
  /** Of the answer, for those who translate it. */
  version: z.int().min(0),
});
export type PublicAnswer = z.infer<typeof PublicAnswer>;

const PointHead = Passage.pick({ id: true, position: true, heading: true, withdrawnIn: true });

/** One passage with what was said to it and what is done about it. */
export const AnsweredPoint = z.object({
  passage: PointHead,
  answers: z.array(PublicAnswer),
  measures: z.array(PublicMeasure),
});
export type AnsweredPoint = z.infer<typeof AnsweredPoint>;

export const LineView = z.object({
  steps: z.array(OnLine),
  points: z.object({ asked: z.int(), answered: z.int(), late: z.int() }),
  measures: z.object({ planned: z.int(), finished: z.int(), late: z.int() }),
});
export type LineView = z.infer<typeof LineView>;

/** Every passage that somebody was asked about or that has measures, in the order of the text. */
export const AnswersView = z.object({ line: LineView, points: z.array(AnsweredPoint) });
export type AnswersView = z.infer<typeof AnswersView>;

/** An institution as the desk shows it. */
export const AskedView = Addressee.omit({ tokenHash: true, consultation: true }).extend({
  answered: z.int(),
  standing: z.enum(POINT_STANDINGS),
});
export type AskedView = z.infer<typeof AskedView>;

export const AskingDesk = z.object({
  addressees: z.array(AskedView),
  documents: z.array(
    z.object({
      id: Addressee.shape.document,
      title: Texts,
      version: z.int(),
      passages: z.array(PointHead),
    }),
  ),
  notNow: z.enum(['consultation-in-preparation', 'not-in-this-phase']).optional(),
});
export type AskingDesk = z.infer<typeof AskingDesk>;

/** What whoever holds the link is asked to answer. */
export const AnsweringView = z.object({
  place: PlaceBrief,
  consultation: Consultation.pick({ id: true, title: true, languages: true }),
  document: Texts,
  addressee: Addressee.pick({ id: true, name: true, due: true, edition: true, locale: true }),
  points: z.array(
    Passage.pick({ id: true, position: true, heading: true, text: true }).extend({
      cites: z.int(),
      standing: z.enum(POINT_STANDINGS),
      said: Answer.pick({ draft: true, given: true }),
      version: z.int().min(0),
    }),
  ),
});
export type AnsweringView = z.infer<typeof AnsweringView>;

/** What became of one contribution: each place in the text that took it up, before and after, and what followed. */
export const BecameView = z.object({
  /** It was merged into this one, and that is what was taken up. */
  through: z.string().optional(),
  places: z.array(
    CitedIn.extend({
      change: Comparison,
      answers: z.array(PublicAnswer),
      measures: z.array(PublicMeasure),
    }),
  ),
});
export type BecameView = z.infer<typeof BecameView>;
