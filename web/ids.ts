import type { Id } from '#shared/ids.ts';

const PARAMETER = { consultation: 'con', passage: 'psg', contribution: 'ctr' } as const;

/** An id as it stands in an address. Whether it names anything, and has the right form, is the API's to say. */
export const idIn = <Kind extends keyof typeof PARAMETER>(kind: Kind, params: Record<string, string>): Id<Kind> =>
  (params[PARAMETER[kind]] ?? '') as Id<Kind>;
