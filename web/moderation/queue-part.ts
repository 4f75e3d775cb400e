import { isLanguage, type Language } from '#shared/locales.ts';
import { NOTICE_KINDS } from '#shared/moderation/kinds.ts';

/** Kinds by which the queue can be narrowed: two say how a case came, not what it is about. */
export const QUEUE_KINDS = [...NOTICE_KINDS, 'appeal', 'first-reading'] as const;
type QueueKind = (typeof QUEUE_KINDS)[number];

type Part = { mine: 'yes' } | { language: Language } | { kind: QueueKind } | Record<string, never>;

/** The part of the queue that an address asks for, as `show=kind:spam`: one at a time, each with an index of its own. */
export const partIn = (shown: string): Part => {
  const [by, value = ''] = shown.split(':');
  const kind = QUEUE_KINDS.find((one) => one === value);
  if (by === 'mine') return { mine: 'yes' };
  if (by === 'language' && isLanguage(value)) return { language: value };
  return by === 'kind' && kind ? { kind } : {};
};

/** An address of the desk, with the part of the queue that she works through: it stays hers from case to case. */
export const inPart = (href: string, shown: string | null): string =>
  shown ? `${href}?${new URLSearchParams({ show: shown })}` : href;
