import { isLanguage, type Language } from '#shared/locales.ts';
import { NOTICE_KINDS } from '#shared/moderation/kinds.ts';
import { RANKS, type Rank } from '#shared/moderation/queue.ts';
import type { Counted } from '#shared/moderation/waiting.ts';

/** Kinds by which the queue can be narrowed: two say how a case came, not what it is about. */
export const QUEUE_KINDS = [...NOTICE_KINDS, 'appeal', 'first-reading'] as const;
type QueueKind = (typeof QUEUE_KINDS)[number];

type Part = { mine: 'yes' } | { rank: Rank } | { language: Language } | { kind: QueueKind } | Record<string, never>;

/** The part of the queue that an address asks for, as `show=kind:spam`: one at a time, each with an index of its own. */
export const partIn = (shown: string): Part => {
  const [by, value = ''] = shown.split(':');
  const kind = QUEUE_KINDS.find((one) => one === value);
  const rank = RANKS.find((one) => one === value);
  if (by === 'mine') return { mine: 'yes' };
  if (by === 'rank' && rank) return { rank };
  if (by === 'language' && isLanguage(value)) return { language: value };
  return by === 'kind' && kind ? { kind } : {};
};

/** How that part is asked for of which the desk says how much waits in it. */
export const shownAs = (part: Counted): string => {
  if (part === 'mine' || part === 'asked') return 'mine';
  return part === 'appeal' || part === 'first-reading' ? `kind:${part}` : `rank:${part}`;
};

/** An address of the desk, with the part of the queue that she works through: it stays hers from case to case. */
export const inPart = (href: string, shown: string | null): string =>
  shown ? `${href}?${new URLSearchParams({ show: shown })}` : href;
