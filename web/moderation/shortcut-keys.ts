/**
 * The key that was meant, whatever the keyboard: what it writes, where that is Latin, otherwise where it lies. So the same
 * keys serve Arabic and Ukrainian layouts, and digits are digits where they need Shift.
 */
export const keyOf = ({ key, code }: { key: string; code: string }): string =>
  /^[a-z0-9?]$/i.test(key) ? key.toLowerCase() : (/^(?:Key|Digit|Numpad)(\w)$/.exec(code)?.[1] ?? '').toLowerCase();

/** What each single key presses, by where it is on the page. A digit is one of the ready facts. */
export const KEYS = {
  n: 'button[data-act="next"]',
  t: 'button[data-act="take"]',
  r: 'button[data-act="reveal"]',
  p: 'button[data-act="pass-on"]',
  k: 'input[name="visibility"][value="keep"], input[name="review"][value="upheld"]',
  l: 'input[name="visibility"][value="label"]',
  h: 'input[name="visibility"][value="restrict"]',
  x: 'input[name="visibility"][value="remove"]',
  g: 'input[name="ground"]',
  s: 'button[data-act="decide"]',
  u: 'button[data-act="undo"]',
} as const;
export type Key = keyof typeof KEYS;
export const isKey = (key: string): key is Key => Object.hasOwn(KEYS, key);

/** The one that comes after what is chosen, in a ring: `g` goes through the grounds. */
export const nextOf = <One extends { checked: boolean }>(all: readonly One[]): One | undefined =>
  all[(all.findIndex(({ checked }) => checked) + 1) % Math.max(1, all.length)];
