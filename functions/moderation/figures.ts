import { Figure } from '#shared/moderation/figures.ts';
import type { Outcome } from '#shared/moderation/kinds.ts';
import type { Subject } from '#shared/moderation/schema.ts';
import type { AppealItem, Case, Decision, Notice } from '#shared/moderation/case.ts';
import type { Language } from '#shared/locales.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { readingOf } from '#shared/reading.ts';
import { shownIn } from '#shared/moderation/shown-persons.ts';
import { statementOf } from '#shared/moderation/statement.ts';
import type { Texts } from '#shared/texts.ts';
import { milliseconds, SECOND, type Instant } from '#shared/time.ts';
import { keys } from '../storage/keys.ts';
import { query, queryAll, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';

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

/**
 * The database takes no personal data. Words of a moderator that seem to show somebody stay with the statement to the
 * author; what leaves the house are the phrases, or else the rule that was applied.
 */
const namesNobody = ({ words = '', language }: Decision['facts']): boolean => shownIn(words, language).length === 0;

export const decisionFigure = (one: Case, decision: Decision, outcome: Outcome, organisation?: string): Step => {
  const { id, at, kind, tier, author, facts, ground, written } = decision;
  const quote = ground ? saidIn([ground.quote], facts.language) : '';
  const statement = statementOf(decision, {
    facts: saidIn(facts.phrases, facts.language, namesNobody(facts) ? facts.words : '') || quote,
    quote,
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

/** Since when there is anything to report of a place. */
export const firstFigureAt = async (world: World, place: PlaceId): Promise<Instant | undefined> => {
  const { pk } = keys.moderationFigure(place, '', '');
  const { items } = await query(world.storage, 'cases', { pk, limit: 1 });
  return items[0] && Figure.parse(items[0]).at;
};
