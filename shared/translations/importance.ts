import { WAITING, type Waiting } from './rules.ts';

type Text = { of: { kind: 'passage' | 'contribution' }; status: Waiting; asked: number };

/**
 * What is translated first. Everybody votes on the passages, so they come before what one person wrote; of that, what most
 * readers ask for comes first. Then what nobody can read in a language, then what misleads because its original has
 * changed, then what only a machine has written. Among equals the order they came in stays.
 */
export const byImportance = <One extends Text>(texts: readonly One[]): One[] => {
  const place = ({ status }: Text): number => WAITING.indexOf(status);
  const isPassage = ({ of }: Text): boolean => of.kind === 'passage';
  return texts.toSorted(
    (a, b) => Number(isPassage(b)) - Number(isPassage(a)) || b.asked - a.asked || place(a) - place(b),
  );
};
