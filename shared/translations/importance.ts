import { WAITING, type Waiting } from './rules.ts';

type Text = { of: { kind: 'passage' | 'contribution' }; status: Waiting };

/**
 * What is translated first. Everybody votes on the passages, so they come before what one person wrote; then what nobody
 * can read in a language, then what misleads because its original has changed, then what only a machine has written.
 * Among equals the order they came in stays.
 */
export const byImportance = <One extends Text>(texts: readonly One[]): One[] => {
  const place = ({ of, status }: Text): number =>
    (of.kind === 'passage' ? 0 : WAITING.length) + WAITING.indexOf(status);
  return texts.toSorted((a, b) => place(a) - place(b));
};
