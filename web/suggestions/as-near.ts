import { createMemo, createSignal, onCleanup, sharedConfig, type Accessor } from 'solid-js';
import { isServer } from 'solid-js/web';

const FEW = 2;

/**
 * The rows of a long list as somebody comes to them: a slow phone makes what is read, with half a screen to spare. What
 * the server wrote is whole, and so is what is printed. Where the rows so far end, `watch` an element while some are
 * `left`. With `isWhole` all of the first list is made at once.
 */
export const asNear = <Row>(all: Accessor<readonly Row[]>, isWhole = false) => {
  if (isServer) return { rows: all, left: () => 0, watch: () => undefined, makeAll: () => undefined };
  let makesAll = isWhole || Boolean(sharedConfig.context);
  const made = createMemo(() => {
    const count = makesAll ? all().length : Math.min(FEW, all().length);
    makesAll = false;
    return createSignal(count);
  });
  const rows = () => all().slice(0, made()[0]());
  const makeAll = (): void => void made()[1](all().length);
  const observer = new IntersectionObserver(
    (seen) => seen.some(({ isIntersecting }) => isIntersecting) && made()[1]((count) => count + FEW),
    { rootMargin: '50%' },
  );
  addEventListener('beforeprint', makeAll);
  onCleanup(() => {
    observer.disconnect();
    removeEventListener('beforeprint', makeAll);
  });
  return { rows, left: () => all().length - rows().length, watch: (end: Element) => observer.observe(end), makeAll };
};
