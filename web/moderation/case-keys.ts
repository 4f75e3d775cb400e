import { inPage } from '#web/desk/keys.ts';
import type { Shortcut } from '#web/desk/shortcuts.tsx';
import type { I18n } from '#web/messages/i18n.ts';

/** What each single key presses, by where it is on the page. */
const PLACES = {
  n: 'button[data-act="next"]',
  t: 'button[data-act="take"]',
  r: 'button[data-act="reveal"]',
  k: 'input[name="visibility"][value="keep"], input[name="review"][value="upheld"]',
  l: 'input[name="visibility"][value="label"]',
  h: 'input[name="visibility"][value="restrict"]',
  x: 'input[name="visibility"][value="remove"]',
  g: 'input[name="ground"]',
  a: 'input[name="alike"]',
  d: 'button[data-act="decide-next"]',
  s: 'button[data-act="decide"]',
  u: 'button[data-act="undo"]',
  p: 'button[data-act="pass-on"]',
} as const;
type Key = keyof typeof PLACES;

const inputs = (selector: string): HTMLInputElement[] =>
  inPage(selector).filter((one) => one instanceof HTMLInputElement);

/** The one that comes after what is chosen, in a ring: `g` goes through the grounds. */
const nextOf = (all: readonly HTMLInputElement[]): HTMLInputElement | undefined =>
  all[(all.findIndex(({ checked }) => checked) + 1) % Math.max(1, all.length)];

const keyFor = (t: I18n['t'], key: Key): Shortcut => ({
  keys: [key],
  what: t(`cases.keys.${key}`),
  find: () => (key === 'g' ? nextOf(inputs(PLACES.g)) : inPage(PLACES[key])[0]),
});

export const queueKeys = (t: I18n['t']): Shortcut[] => [keyFor(t, 'n')];

/** With a digit for each of the ready phrases in view: facts, and in an answer to an appeal its reasons before them. */
export const caseKeys = (t: I18n['t']): Shortcut[] => [
  ...(Object.keys(PLACES) as Key[]).map((key) => keyFor(t, key)),
  {
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    what: t('cases.keys.facts'),
    find: (digit) => inputs('input[name="facts"], input[name="reasons"]')[Number(digit) - 1],
  },
];
