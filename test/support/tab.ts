import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const CONTROLS =
  'a[href], button, summary, input:not([type=hidden], [type=radio]:not(:checked)), textarea, select, [tabindex="0"]';

/** Numbers every control that can be seen, so that the way of Tab can be told from the page. */
const numberControls = (controls: string): number => {
  const seen = [...document.querySelectorAll<HTMLElement>(controls)].filter((element) => element.checkVisibility());
  for (const [i, element] of seen.entries()) element.dataset['control'] = String(i);
  return seen.length;
};

type Stop = { control: number; wrong: string | null; isFramed: boolean };

/**
 * In the page itself: where each press of a key that is held down has led, looked at when the next one comes; the
 * control's number, and what is wrong with it. In a frame, what has focus there.
 */
const noteStops = (): void => {
  const lookAtFocus = (): Stop => {
    const outer = document.activeElement;
    const isFramed = outer instanceof HTMLIFrameElement;
    const element = isFramed ? outer.contentDocument?.activeElement : outer;
    const control = Number(outer instanceof HTMLElement ? (outer.dataset['control'] ?? -1) : -1);
    const view = element?.ownerDocument.defaultView;
    if (!element || !view || element === element.ownerDocument.body) return { control, wrong: null, isFramed };
    const of = (shown: Element): boolean => {
      const { outlineStyle, outlineWidth, boxShadow } = view.getComputedStyle(shown);
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || boxShadow !== 'none';
    };
    const { left, top, width, height } = element.getBoundingClientRect();
    const x = left + width / 2;
    const onScreen = top + height > 0 && top < view.innerHeight && x > 0 && x < view.innerWidth;
    const name = element.outerHTML.slice(0, 120);
    if (!of(element) && !(element.parentElement && of(element.parentElement)))
      return { control, wrong: `no mark of focus: ${name}`, isFramed };
    return { control, wrong: onScreen ? null : `out of sight: ${name}`, isFramed };
  };
  let stops: Stop[] = [];
  let isDown = false;
  const frames = [...document.querySelectorAll('iframe')].map(({ contentWindow }) => contentWindow);
  const onKey = (): void => {
    if (isDown) stops.push(lookAtFocus());
    isDown = true;
  };
  for (const view of [globalThis.window, ...frames]) view?.addEventListener('keydown', onKey, { capture: true });
  const takeStops = (): Stop[] => {
    const all = [...stops, lookAtFocus()];
    [stops, isDown] = [[], false];
    return all;
  };
  Object.assign(globalThis, { takeStops });
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  scrollTo(0, 0);
};
const takeStops = (): Stop[] => (globalThis as unknown as { takeStops: () => Stop[] }).takeStops();

const TAB = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 };

const walk = async (page: Page): Promise<{ reached: Set<number>; count: number; wrong: string[] }> => {
  const count = await page.evaluate(numberControls, CONTROLS);
  await page.evaluate(noteStops);
  const keyboard = await page.context().newCDPSession(page);
  const reached = new Set<number>();
  const wrong: string[] = [];
  // A date has a stop for each of its parts, and a frame has its own; neither is a way without an end.
  let [stops, inside] = [0, 0];
  while (reached.size < count && stops < count * 5 + 5 && inside < 400) {
    // One key after another, as if Tab were held down, but not one question: each can reach one more control at the most.
    const keys = Array.from({ length: count - reached.size }, () => TAB);
    await Promise.all(keys.map((key) => keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key })));
    const seen = await page.evaluate(takeStops);
    expect(seen).toHaveLength(keys.length);
    for (const { control, wrong: what, isFramed } of seen) {
      if (isFramed) inside++;
      else stops++;
      if (control >= 0) reached.add(control);
      if (what) wrong.push(what);
    }
  }
  await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...TAB });
  await keyboard.detach();
  return { reached, count, wrong };
};

/** With Tab alone, everything that can be used is reached, in sight and marked. */
export const expectReachable = async (page: Page): Promise<void> => {
  const { reached, count, wrong } = await walk(page);
  expect(wrong).toEqual([]);
  const missed = await page.evaluate(
    (missing) => missing.map((i) => document.querySelector(`[data-control="${i}"]`)?.outerHTML.slice(0, 120)),
    Array.from({ length: count }, (_, i) => i).filter((i) => !reached.has(i)),
  );
  expect(missed).toEqual([]);
};
