/**
 * Words that few visits need, by the beginning of their keys: what was done, what was refused, what is wrong with a
 * field, that a text has changed, what the desk has laid beside somebody's words. They are loaded with the page that shows them, not with every page.
 */
export const ON_DEMAND = {
  done: 'site.done',
  problem: 'problem',
  problems: 'problems',
  field: 'field',
  'consent-again': 'consent-again',
  looks: 'looks',
} as const;
export type OnDemand = keyof typeof ON_DEMAND;

/** Words of a script that few devices load: it knows the way to them by itself, and the pages' own table stays short. */
export const BY_THEMSELVES: readonly string[] = ['aloud'];
