import { inPage } from '#web/desk/keys.ts';
import type { Shortcut } from '#web/desk/shortcuts.tsx';
import type { I18n } from '#web/messages/i18n.ts';

const ROW = 'article';
const LINK = 'h3 a';

const rows = (): HTMLElement[] => inPage(ROW).filter((row) => row.querySelector(LINK));
/** The suggestion in which one stands. */
const here = (): HTMLElement | undefined => rows().find((row) => row.contains(document.activeElement));
const inHere = (selector: string): HTMLElement | undefined => here()?.querySelector<HTMLElement>(selector) ?? undefined;

/** The heading of the row that comes after or before; from elsewhere the first one. */
const beside = (step: 1 | -1): HTMLElement | undefined => {
  const all = rows();
  const row = here();
  const next = row ? all[all.indexOf(row) + step] : all[0];
  return next?.querySelector<HTMLElement>(LINK) ?? undefined;
};

const leadTo = (selector: string) => ({ find: () => inPage(selector, true)[0], leads: true });

/** For the list: from one suggestion to the next, choosing them, and to what is done with all that are chosen. */
export const listKeys = (t: I18n['t']): Shortcut[] => [
  { keys: ['j'], what: t('suggestions.keys.next'), find: () => beside(1), leads: true },
  { keys: ['k'], what: t('suggestions.keys.previous'), find: () => beside(-1), leads: true },
  { keys: ['o'], what: t('suggestions.keys.open'), find: () => inHere(LINK) },
  { keys: ['x'], what: t('suggestions.keys.choose'), find: () => inHere('input[name="of"]') },
  { keys: ['c'], what: t('suggestions.keys.choose-all'), find: () => inPage('button[data-act="choose-all"]')[0] },
  { keys: ['i'], what: t('suggestions.keys.stands'), find: () => inHere('input[name="into"]') },
  { keys: ['m'], what: t('suggestions.keys.merge'), ...leadTo('button[value="merge"]') },
  { keys: ['t'], what: t('suggestions.keys.tag'), ...leadTo('form[method="post"] input[name="tag"]') },
  { keys: ['a'], what: t('suggestions.keys.assign'), ...leadTo('form[method="post"] select[name="to"]') },
  { keys: ['r'], what: t('suggestions.keys.answer'), ...leadTo('form[method="post"] select[name="outcome"]') },
  { keys: ['f'], what: t('suggestions.keys.search'), ...leadTo('input[name="words"]') },
];

/** Beside a part of a draft: from one suggestion to the next, taking up what the part is made from. */
export const citeKeys = (t: I18n['t']): Shortcut[] => [
  { keys: ['j'], what: t('suggestions.keys.next'), find: () => beside(1), leads: true },
  { keys: ['k'], what: t('suggestions.keys.previous'), find: () => beside(-1), leads: true },
  { keys: ['x'], what: t('suggestions.keys.choose'), find: () => inHere('input[name="cite"]') },
  { keys: ['s'], what: t('suggestions.keys.save'), find: () => inPage('button[data-act="save"]')[0] },
];

/** For one suggestion. */
export const workKeys = (t: I18n['t']): Shortcut[] => [
  { keys: ['j'], what: t('suggestions.keys.next'), find: () => inPage('a[rel=next]')[0] },
  { keys: ['k'], what: t('suggestions.keys.previous'), find: () => inPage('a[rel=prev]')[0] },
  { keys: ['t'], what: t('suggestions.keys.tag'), ...leadTo('input[name="tags"]') },
  { keys: ['a'], what: t('suggestions.keys.assign'), ...leadTo('form[method="post"] select[name="to"]') },
  { keys: ['r'], what: t('suggestions.keys.answer'), ...leadTo('form[method="post"] select[name="outcome"]') },
  { keys: ['s'], what: t('suggestions.keys.save'), find: () => inPage('button[data-act="save"]')[0] },
  { keys: ['n'], what: t('suggestions.keys.note'), ...leadTo('textarea[name="text"]') },
  { keys: ['b'], what: t('suggestions.keys.back'), find: () => inPage('a[data-act="back"]')[0] },
];
