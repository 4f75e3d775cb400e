import { createMemo, type Accessor } from 'solid-js';
import { doneIn } from '#web/done.ts';
import type { Current } from '#web/page.ts';

/** Is only something else asked for, at the same address? After an act, done or refused, the page is made anew. */
export const isStill = (was: Current, is: Pick<Current, 'at' | 'problem'>): boolean =>
  was.at.url.pathname === is.at.url.pathname && !was.problem && !is.problem && !doneIn(is.at.url);

/** What a page that stays need not make again while it says the same. */
export const asItWas = <Value>(read: () => Value): Accessor<Value> =>
  createMemo(read, undefined, { equals: (was, is) => was === is || JSON.stringify(was) === JSON.stringify(is) });
