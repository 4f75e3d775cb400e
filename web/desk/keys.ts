/**
 * The key that was meant, whatever the keyboard: what it writes, where that is Latin, otherwise where it lies. So the same
 * keys serve Arabic and Ukrainian layouts, and digits are digits where they need Shift.
 */
export const keyOf = ({ key, code }: { key: string; code: string }): string =>
  /^[a-z0-9?]$/i.test(key) ? key.toLowerCase() : (/^(?:Key|Digit|Numpad)(\w)$/.exec(code)?.[1] ?? '').toLowerCase();

/** Parts of the page that can be seen; with `folded`, also those in what is still folded. */
export const inPage = (selector: string, folded = false): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>(`main :is(${selector})`)].filter((one) => folded || one.checkVisibility());

/** Unfolds whatever it stands in, and stands there. */
export const goTo = (target: HTMLElement): void => {
  for (let fold = target.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true;
  target.focus();
  target.scrollIntoView({ block: 'nearest' });
};
