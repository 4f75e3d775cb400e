import { z } from 'zod';
import { Moment } from '#shared/consultations/schema.ts';
import { OUTCOMES, REVIEWS, SUBJECT_KINDS, type Outcome } from '#shared/moderation/kinds.ts';
import { NoticeKind, Tier, type Subject } from '#shared/moderation/schema.ts';
import { Statement } from '#shared/moderation/transparency.ts';
import type { AppealItem, Case, Decision, Notice } from '#shared/moderation/case.ts';
import type { Language } from '#shared/locales.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { readingOf } from '#shared/reading.ts';
import { statementOf } from '#shared/moderation/statement.ts';
import { LanguageTag, type Texts } from '#shared/texts.ts';
import { milliseconds, SECOND } from '#shared/time.ts';
import { keys } from '../storage/keys.ts';
import { queryAll, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';

const About = z.object({ id: z.string(), at: Moment, kind: NoticeKind, language: LanguageTag });

/** What stays of moderation when its cases are gone: no words, no pseudonym, nobody's id. */
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

const secondsBetween = (from: string, until: string): number =>
  Math.max(0, Math.round((milliseconds(until) - milliseconds(from)) / SECOND));

export const noticeFigure = (place: PlaceId, notice: Notice, subject: Subject['kind'], language: Language): Step =>
  figureStep(place, {
    what: 'notice',
    id: notice.id,
    at: notice.at,
    kind: notice.kind,
    language,
    isArticle16: notice.isArticle16,
    ...(notice.organisation && { organisation: notice.organisation }),
    subject,
  });

const saidIn = (texts: readonly Texts[], language: string, words = ''): string =>
  [...texts.map((text) => readingOf(text, [language])?.text ?? ''), words].filter(Boolean).join(' ');

export const decisionFigure = (one: Case, decision: Decision, outcome: Outcome, organisation?: string): Step => {
  const { id, at, kind, tier, author, facts, ground, written } = decision;
  const statement = statementOf(decision, {
    facts: saidIn(facts.phrases, facts.language, facts.words),
    quote: ground ? saidIn([ground.quote], facts.language) : '',
    language: one.language,
    written,
    applied: at,
    until: author?.until,
    organisation,
  });
  return figureStep(one.place, {
    what: 'decision',
    id,
    at,
    kind,
    language: one.language,
    subject: one.subject.kind,
    outcome,
    tier,
    took: secondsBetween(one.since, at),
    suspends: author?.measure === 'suspend',
    warns: author?.measure === 'warn',
    ...(statement && { statement }),
    appealed: decision.appeal !== undefined,
  });
};

export const appealFigure = (one: Case, { id, by, at, review, reviewedAt = at }: AppealItem): Step[] =>
  review
    ? [
        figureStep(one.place, {
          what: 'appeal',
          id,
          at: reviewedAt,
          kind: one.kind,
          language: one.language,
          by: by === 'author' ? 'author' : 'notifier',
          review,
          took: secondsBetween(at, reviewedAt),
        }),
      ]
    : [];

const figureStep = (place: PlaceId, figure: Figure): Step => ({
  table: 'cases',
  put: { ...keys.moderationFigure(place, figure.at, figure.id), ...figure },
});

/** Everything that was noticed, decided and appealed in a place from one moment until before another. */
export const figuresOf = async (world: World, place: PlaceId, from: string, until: string): Promise<Figure[]> => {
  const { pk } = keys.moderationFigure(place, from, '');
  const items = await queryAll(world.storage, 'cases', { pk, between: [from, until] });
  return items.map((item) => Figure.parse(item));
};
