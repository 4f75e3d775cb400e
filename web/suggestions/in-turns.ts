import { createSignal, onCleanup, onMount, sharedConfig, type Accessor } from 'solid-js';
import { isServer } from 'solid-js/web';

const FEW = 4;

/**
 * The rows of a long list a few at a time, so that a slow phone hears a tap in between: one with the page, which fills a
 * phone together with what stands above it, and the others after it. What the server wrote is whole from the start.
 */
export const inTurns = <Row>(all: readonly Row[]): Accessor<readonly Row[]> => {
  if (isServer || sharedConfig.context) return () => all;
  const [count, setCount] = createSignal(1);
  let turn: ReturnType<typeof setTimeout>;
  const goOn = (): void => {
    if (count() >= all.length) return;
    turn = setTimeout(() => {
      setCount(count() + FEW);
      goOn();
    });
  };
  onMount(goOn);
  onCleanup(() => clearTimeout(turn));
  return () => all.slice(0, count());
};
