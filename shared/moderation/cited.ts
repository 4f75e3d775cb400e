import { readingOf } from '../reading.ts';
import type { Texts } from '../texts.ts';

type Cited = { reference?: string | undefined; cited?: Texts | undefined };

/** Where a law or a rule stands, as the reader's language writes it; as it was written where nobody has said it otherwise. */
export const referenceIn = ({ reference = '', cited }: Cited, locale: string): string =>
  (cited && readingOf(cited, [locale])?.text) ?? reference;
