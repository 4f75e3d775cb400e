import type { PassageId } from '#shared/documents/schema.ts';
import { idIn } from '#web/ids.ts';
import type { At } from '#web/page.ts';
import type { Asked } from './hand.ts';

/** What an address of the deck asks for: one passage's cards, some cards not again, and which one was answered last. */
export const askedIn = ({ url, params, locale }: At): Asked => ({
  con: idIn('consultation', params),
  readIn: locale,
  passage: (url.searchParams.get('passage') as PassageId | null) ?? undefined,
  aside: (url.searchParams.get('not') ?? '')
    .split(',')
    .map(Number)
    .filter((item) => Number.isSafeInteger(item) && item > 0),
});

export const hrefOf = (home: string, { passage, aside }: Asked, last?: number): string => {
  const parameters = new URLSearchParams();
  if (passage) parameters.set('passage', passage);
  if (aside.length > 0) parameters.set('not', aside.join(','));
  if (last) parameters.set('last', String(last));
  const query = parameters.toString();
  return query ? `${home}?${query}` : home;
};
