import type { Asked } from '#shared/translations/rules.ts';
import type { Done } from '#web/done.ts';

/** What is said to a reader who asked for a translation. */
export const CAME = {
  translated: 'translation-there',
  waits: 'translation-asked',
  'no-machine': 'translation-no-machine',
} as const satisfies Record<Asked, Done>;
