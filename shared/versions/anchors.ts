import type { PassageId } from '../documents/schema.ts';
import { mostLike, placesOf, surroundings, wordsIn } from './likeness.ts';
import { CONTEXT_LENGTH } from './rules.ts';

/** The words of a passage that somebody speaks about, with some of what stood around them. */
export type Quoted = { quote: string; before: string; after: string };

/** A passage of the new version. `kin`: it is a part of the one that was spoken about, or took it in. */
export type Candidate = { passage: PassageId; text: string; kin: boolean };

type Possible = { passage: PassageId; likeness: number };
export type Placed =
  /** With the passage that it is about: the words are still there. */
  | { is: 'stays' }
  /** The words are in another passage now. */
  | { is: 'moves'; passage: PassageId }
  /** The passage is gone, and so are the words: it stays with the version that had them. */
  | { is: 'old' }
  /** A person has to say. `gone`: the words are nowhere; `several`: in more than one place; `weak`: only something like them. */
  | { is: 'unsure'; why: 'gone' | 'several' | 'weak'; possible: Possible[] };

/** As much as this of the words has to be there for a machine to be sure; somewhat like them begins at the other. */
const SURE = 0.75;
const LIKE = 0.5;
/** By so much the best place has to be better than the second. */
const MARGIN = 0.25;
/** Words that nobody wrote twice by accident; fewer can stand anywhere. */
const TELLING = 5;

type Hit = { passage: PassageId; kin: boolean; score: number };

const byScore = (a: Hit, b: Hit): number => b.score - a.score;
const possible = (hits: readonly Hit[]): Possible[] =>
  hits.map(({ passage, score }) => ({ passage, likeness: Math.round(score * 100) / 100 }));

/** What stood beside a quote; a word that was cut off at the far end says nothing. */
const contextOf = ({ before, after }: Quoted) => {
  const [left, right] = [wordsIn(before), wordsIn(after)];
  return {
    before: before.length * 2 > CONTEXT_LENGTH ? left.slice(1) : left,
    after: after.length * 2 > CONTEXT_LENGTH ? right.slice(0, -1) : right,
  };
};

const there = (own: PassageId, passage: PassageId): Placed =>
  passage === own ? { is: 'stays' } : { is: 'moves', passage };

/** Every passage that has these very words, each with how much of what stood around them is there too. */
const withTheWords = (quoted: Quoted, candidates: readonly Candidate[]): Hit[] => {
  const words = wordsIn(quoted.quote);
  const context = contextOf(quoted);
  const exact = candidates.filter(({ text }) => text.normalize('NFC').includes(quoted.quote.normalize('NFC')));
  return (exact.length > 0 ? exact : candidates)
    .flatMap(({ passage, kin, text }): Hit[] => {
      const all = wordsIn(text);
      const scores = placesOf(words, all).map((start) =>
        surroundings(context, all, { start, end: start + words.length }),
      );
      return scores.length > 0 ? [{ passage, kin, score: Math.max(...scores) }] : [];
    })
    .sort(byScore);
};

const amongSame = (own: PassageId, hits: readonly Hit[], length: number): Placed => {
  const [best, second] = hits as [Hit, Hit?];
  if (!second) {
    const isTelling = best.passage === own || best.kin || length >= TELLING || best.score > SURE;
    return isTelling ? there(own, best.passage) : { is: 'unsure', why: 'weak', possible: possible(hits) };
  }
  const isClear = best.score >= LIKE && best.score - second.score >= MARGIN;
  // Where nothing around the words has changed, they are where they were.
  const isWhereItWas = hits.some(({ passage, score }) => passage === own && score === 1);
  if (isWhereItWas) return { is: 'stays' };
  return isClear ? there(own, best.passage) : { is: 'unsure', why: 'several', possible: possible(hits) };
};

const amongLike = (own: PassageId, quoted: Quoted, candidates: readonly Candidate[]): Placed => {
  const words = wordsIn(quoted.quote);
  const hits = candidates
    .map(({ passage, kin, text }): Hit => ({ passage, kin, score: mostLike(words, wordsIn(text)).likeness }))
    .filter(({ score }) => score >= LIKE)
    .sort(byScore);
  const [best, second] = hits;
  if (!best) {
    const isThere = candidates.some(({ passage, kin }) => passage === own || kin);
    return isThere ? { is: 'unsure', why: 'gone', possible: [] } : { is: 'old' };
  }
  const isNear = best.passage === own || best.kin;
  const isClear = best.score - (second?.score ?? 0) >= MARGIN;
  if (isNear && isClear && best.score >= SURE && words.length >= TELLING) return there(own, best.passage);
  return { is: 'unsure', why: isClear ? 'weak' : 'several', possible: possible(hits) };
};

/** Are these words there, whatever their accents, case and punctuation? */
export const isQuoteOf = (quote: string, text: string): boolean => placesOf(wordsIn(quote), wordsIn(text)).length > 0;

/**
 * Where words about a part of a passage belong in the next version: where the quoted words are, exactly, or else but for
 * accents, case and punctuation, or else nearly. Whenever it is not clear which passage that is, a person decides.
 */
export const placeQuoted = (own: PassageId, quoted: Quoted, candidates: readonly Candidate[]): Placed => {
  const hits = withTheWords(quoted, candidates);
  return hits.length > 0 ? amongSame(own, hits, wordsIn(quoted.quote).length) : amongLike(own, quoted, candidates);
};

/** The same for words about a passage as a whole: they go where the drafters put the passage. */
export const placeWhole = (isThere: boolean, into: PassageId | undefined): Placed => {
  if (isThere) return { is: 'stays' };
  return into ? { is: 'moves', passage: into } : { is: 'old' };
};
