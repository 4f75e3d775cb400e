import type { Language } from '#shared/locales.ts';
import { referenceIn } from '#shared/moderation/cited.ts';
import type { SubjectKind, Visibility } from '#shared/moderation/kinds.ts';
import type { DecisionView, OwnCase } from '#shared/moderation/views.ts';
import { readingOf } from '#shared/reading.ts';
import type { Texts } from '#shared/texts.ts';
import type { I18n } from '#web/messages/i18n.ts';

/** One thing that a statement of reasons says; `language` where it is not the one of the whole. */
export type Line = { term: string; text: string; language?: Language };
type Told = Pick<OwnCase, 'subject' | 'decisions'> & { decision: DecisionView; zone: string };

const SOURCES = {
  SOURCE_ARTICLE_16: 'article-16',
  SOURCE_TRUSTED_FLAGGER: 'trusted-flagger',
  SOURCE_TYPE_OTHER_NOTIFICATION: 'notice',
  SOURCE_VOLUNTARY: 'own-initiative',
} as const;

/** What was decided about her words, or about her name, which is only kept or removed. */
export const decidedIn = (t: I18n['t'], subject: SubjectKind, visibility: Visibility): string =>
  subject === 'name'
    ? t(`statements.decided-name.${visibility === 'remove' ? 'remove' : 'keep'}`)
    : t(`statements.decided-words.${visibility}`);

/** What follows for the author besides what became of the words. */
export const measuredIn = (
  i18n: I18n,
  { measure, until }: NonNullable<DecisionView['author']>,
  zone: string,
): string => {
  const ends = until ? [i18n.t('statements.measure-until', { day: i18n.day(until, zone) })] : [];
  return [i18n.t(`statements.measure.${measure}`), ...ends].join(' ');
};

/** It holds in place of one that suspended her, and does not. */
const liftsIn = ({ decisions, decision }: Told): boolean =>
  !decision.superseded &&
  decision.author?.measure !== 'suspend' &&
  decisions.some(({ superseded, author }) => superseded && author?.measure === 'suspend');

/**
 * The statement of reasons of Art. 17(3) of the Digital Services Act, point by point, in one language: what and for how
 * long (a), facts and how they became known (b), automated means (c), law or rule and why (d, e). Redress (f) stands below
 * all of them, once: `redressIn`.
 */
export const statementIn = (i18n: I18n, told: Told): Line[] => {
  const { subject, decision, zone } = told;
  const { t, locale } = i18n;
  const quoted = (term: string, texts: Texts): Line[] => {
    const found = readingOf(texts, [locale]);
    return found ? [{ term, text: found.text, ...(found.language !== locale && { language: found.language }) }] : [];
  };
  const { author, ground, facts, mark, counterStatement } = decision;
  const factsTerm = t('statements.facts');
  return [
    { term: t('statements.what'), text: decidedIn(t, subject.kind, decision.visibility) },
    ...(mark ? [{ term: t('statements.label'), text: t(`looks.mark.${mark}`) }] : []),
    ...(counterStatement ? quoted(t('statements.answered'), counterStatement) : []),
    // Of the words: a suspension says itself when it ends.
    ...(decision.visibility === 'keep' ? [] : [{ term: t('statements.reach'), text: t('statements.reach-is') }]),
    ...(author ? [{ term: t('statements.for-you'), text: measuredIn(i18n, author, zone) }] : []),
    ...(liftsIn(told) ? [{ term: t('statements.for-you'), text: t('statements.measure.lifted') }] : []),
    { term: t('statements.kind'), text: t(`moderation.kind.${decision.kind}`) },
    ...facts.phrases.flatMap((texts) => quoted(factsTerm, texts)),
    ...(facts.words === undefined
      ? []
      : [{ term: factsTerm, text: facts.words, ...(facts.language !== locale && { language: facts.language }) }]),
    { term: t('statements.source'), text: t(`statements.source-is.${SOURCES[decision.source]}`) },
    { term: t('statements.automated'), text: t('statements.automated-no') },
    ...(ground
      ? [
          { term: t(`statements.ground.${ground.kind}`), text: referenceIn(ground, locale) },
          ...quoted(t('statements.ground-says'), ground.quote),
        ]
      : []),
  ];
};

/** What somebody concerned can do who does not agree (DSA Art. 17(3)(f), 20 and 21), in one language. */
export type Redress = { appeal?: string; outOfCourt: string; list: string; court: string };
type Open = { mayAppeal: boolean; appealableUntil?: string | undefined; zone: string };

export const redressIn = (i18n: I18n, { mayAppeal, appealableUntil, zone }: Open): Redress => {
  const { t } = i18n;
  const until = appealableUntil ? [t('statements.appeal-until', { day: i18n.day(appealableUntil, zone) })] : [];
  return {
    ...(mayAppeal && { appeal: [t('statements.may-appeal'), ...until].join(' ') }),
    outOfCourt: t('statements.out-of-court'),
    list: t('statements.out-of-court-list'),
    court: t('statements.court'),
  };
};
