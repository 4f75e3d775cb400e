import { WAITING, type Waiting } from './rules.ts';

/** Replies are here only where a reader asks for them: they stand among what else people wrote. */
const KINDS = { passage: 0, answer: 1, contribution: 2, reply: 2 } as const;
type Text = { of: { kind: keyof typeof KINDS }; status: Waiting; asked: number };

/**
 * What is translated first. Everybody votes on the passages, so they come first, and what institutions answered to them
 * before what one person wrote; of that, what most readers ask for comes first. Then what nobody can read in a language,
 * then what misleads because its original has changed, then what only a machine has written. Among equals the order they
 * came in stays.
 */
export const byImportance = <One extends Text>(texts: readonly One[]): One[] => {
  const place = ({ status }: Text): number => WAITING.indexOf(status);
  return texts.toSorted((a, b) => KINDS[a.of.kind] - KINDS[b.of.kind] || b.asked - a.asked || place(a) - place(b));
};
