import type { Contribution, ContributionId } from '../contributions/schema.ts';
import type { Passage, PassageId } from '../documents/schema.ts';
import { originalOf } from '../translations/rules.ts';
import type { Texts } from '../texts.ts';
import { placeQuoted, placeWhole, type Candidate, type Placed } from './anchors.ts';
import { isStanding } from './rules.ts';

type Said = Pick<Contribution, 'id' | 'passage' | 'anchor' | 'movedIn'>;
type Text = Pick<Passage, 'id' | 'text' | 'from' | 'into' | 'withdrawnIn'>;

const textIn = (texts: Texts, language: keyof Texts): string => texts[language]?.text ?? originalOf(texts)?.text ?? '';

/** Where one contribution belongs once the passages read as `after` has them. */
const placeOf = (
  own: PassageId,
  anchor: Contribution['anchor'],
  before: ReadonlyMap<PassageId, Text>,
  after: ReadonlyMap<PassageId, Text>,
): Placed => {
  const [was, is] = [before.get(own), after.get(own)];
  // What it was about had gone before: it stays with the version that had it.
  if (!was || !is || !isStanding(was)) return { is: 'stays' };
  if (!anchor) return placeWhole(isStanding(is), is.into);
  const { language } = anchor;
  if (isStanding(is) && textIn(was.text, language) === textIn(is.text, language)) return { is: 'stays' };
  const candidates = [...after.values()].filter(isStanding).map((passage): Candidate => ({
    passage: passage.id,
    text: textIn(passage.text, language),
    kin: is.into === passage.id || (passage.from.includes(own) && !was.from.includes(passage.id)),
  }));
  return placeQuoted(own, anchor, candidates);
};

/**
 * Where every contribution about a passage of this document belongs in its next version. What has been placed for this
 * version already is left alone, so that it can be done again after half of it was.
 */
export const placesIn = (
  said: readonly Said[],
  before: readonly Text[],
  after: readonly Text[],
  version: number,
): Map<ContributionId, Placed> => {
  const [old, next] = [before, after].map((all) => new Map(all.map((one) => [one.id, one]))) as [
    Map<PassageId, Text>,
    Map<PassageId, Text>,
  ];
  return new Map(
    said.flatMap(({ id, passage, anchor, movedIn }): [ContributionId, Placed][] =>
      passage && old.has(passage) && (movedIn ?? 0) < version ? [[id, placeOf(passage, anchor, old, next)]] : [],
    ),
  );
};
