import type { ContributionId } from '#shared/contributions/schema.ts';

/** What a list was asked for: it goes along to each of its suggestions, and back. */
export const askedIn = (url: URL): URLSearchParams =>
  new URLSearchParams([...url.searchParams].filter(([name, value]) => value && !['at', 'from', 'done'].includes(name)));

/** Where a suggestion is worked on, when it is opened from a place in a list. */
export const addressInList = (room: string, asked: URLSearchParams, { id, at }: { id: ContributionId; at: number }) => {
  const search = new URLSearchParams(asked);
  search.set('at', String(at));
  return `${room}/${id}?${search.toString()}`;
};

/** This page, without what was done before. */
export const here = (url: URL): string => {
  const clean = new URL(url);
  clean.searchParams.delete('done');
  return clean.pathname + clean.search;
};
