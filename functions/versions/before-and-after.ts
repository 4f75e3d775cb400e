import { joinPassages } from '#shared/documents/arranging.ts';
import type { Passage, PassageId } from '#shared/documents/schema.ts';
import { Problem } from '#shared/problems.ts';
import type { Texts } from '#shared/texts.ts';
import { descentBetween, lineOf, type Descent, type Line } from '#shared/versions/lineage.ts';
import { changesBetween, type Changed } from '#shared/versions/planning.ts';
import type { Words } from '#shared/versions/rules.ts';
import { runsOf } from '#shared/versions/runs.ts';
import type { Comparison, Related } from '#shared/versions/views.ts';
import { differencesBetween, languageFor } from './differences.ts';

type Editions = { before: readonly Passage[]; after: readonly Passage[]; descent: readonly Descent[] };

const editions = (before: readonly Passage[], after: readonly Passage[]): Editions => ({
  before,
  after,
  descent: descentBetween(before, after),
});

/**
 * What a passage is compared with: all that shares words with it, if there is a language that all of it has. Else only
 * with itself.
 */
const comparable = ({ before, after }: Changed, line: Line, wanted: string) => {
  const [own, whole] = [{ before: before ? [before] : [], after: after ? [after] : [] }, line];
  const languageOf = (one: Line) =>
    languageFor(
      [...one.before, ...one.after].map(({ text }) => text),
      wanted,
    );
  const language = languageOf(whole);
  return language ? { ...whole, language } : { ...own, language: languageOf(own) };
};

const joined = (passages: readonly Words[]): Words | undefined =>
  passages.length > 0 ? passages.reduce((one, two) => joinPassages(one, two)) : undefined;

/** One passage before and after, word by word in one language; without what went to others or came to them. */
const compare = async (changed: Changed, of: Editions, wanted: string): Promise<Comparison> => {
  const { change, before, after } = changed;
  const { id } = (after ?? before)!;
  const line = lineOf(id, of.before, of.after, of.descent);
  const { language, ...all } = comparable(changed, line, wanted);
  const read = (texts: Texts | undefined): string => (language && texts?.[language]?.text) ?? '';
  const differences = (old: string, now: string) => differencesBetween(old, now, language ?? '');
  const texts = all.after.map(({ text }) => read(text));
  const now = texts.join('\n\n');
  const runs = after
    ? runsOf(
        await differences(read(joined(all.before)?.text), now),
        texts,
        all.after.findIndex((one) => one.id === id),
      )
    : (await differences(read(before?.text), now)).filter(({ is }) => is !== 'new');
  const related = (passages: readonly Passage[], is: (one: PassageId) => boolean): Related[] =>
    passages.filter((one) => one.id !== id && is(one.id)).map((one) => ({ id: one.id, heading: one.heading }));
  const cited = new Set(before?.cites.map(({ contribution }) => contribution));
  return {
    passage: id,
    change,
    ...(language && { language }),
    heading: await differences(read((before ?? all.before[0])?.heading), read(after?.heading)),
    text: runs,
    from: related(line.before, (one) => of.descent.some(({ from, to }) => from === one && to === id)),
    into: related(line.after, (one) => of.descent.some(({ from, to }) => from === id && to === one)),
    cites: after?.cites.map(({ contribution }) => contribution).filter((one) => !cited.has(one)) ?? [],
  };
};

export const compareEditions = (
  before: readonly Passage[],
  after: readonly Passage[],
  language: string,
): Promise<Comparison[]> => {
  const both = editions(before, after);
  return Promise.all(changesBetween(before, after).map((one) => compare(one, both, language)));
};

/** One passage of two versions: what moved around it does not matter. */
export const compareOne = (
  which: PassageId,
  before: readonly Passage[],
  after: readonly Passage[],
  language: string,
): Promise<Comparison> => {
  const [old, now] = [before, after].map((all) => all.filter(({ id }) => id === which)) as [Passage[], Passage[]];
  const [change] = changesBetween(old, now);
  if (!change) throw new Problem('not-found');
  return compare(change, editions(before, after), language);
};
