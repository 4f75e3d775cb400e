import type { Run } from './views.ts';

/** Signs that are read; a comparison may have changed what is between words. */
const lengthOf = (text: string): number => text.replaceAll(/\s/g, '').length;

/** The text from one of its signs up to another, with what is between. */
const cut = (text: string, from: number, to: number): string => {
  let kept = '';
  let sign = 0;
  // By the units in which lengths count.
  for (let i = 0; i < text.length; i++) {
    const one = text.charAt(i);
    const isBetween = /\s/.test(one);
    if (sign < to && (isBetween ? from < sign : from <= sign)) kept += one;
    if (!isBetween) sign++;
  }
  return kept;
};

/**
 * Of texts that were compared as one, what is about one of them. Words that are gone stand with what replaces them, or
 * else with what they followed, so that each is told once.
 */
export const runsOf = (runs: readonly Run[], texts: readonly string[], which: number): Run[] => {
  const start = lengthOf(texts.slice(0, which).join(''));
  const end = start + lengthOf(texts[which] ?? '');
  let place = 0;
  return runs.flatMap((run, i): Run[] => {
    if (run.is === 'gone') {
      const next = runs[i + 1];
      const isReplaced = next?.is === 'new' && lengthOf(next.text) > 0;
      const isHere = isReplaced ? place >= start && place < end : (place > start || which === 0) && place <= end;
      return isHere ? [run] : [];
    }
    const text = cut(run.text, start - place, end - place);
    place += lengthOf(run.text);
    return text ? [{ is: run.is, text }] : [];
  });
};
