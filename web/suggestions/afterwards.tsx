import { Show, createSignal, onCleanup, onMount, sharedConfig, type ParentProps } from 'solid-js';
import { isServer } from 'solid-js/web';

/** What stands below a long list and is not read first: a slow phone makes it once the page can be heard and seen. */
export const Afterwards = (props: ParentProps) => {
  const [isTime, come] = createSignal(isServer || Boolean(sharedConfig.context));
  let turn: ReturnType<typeof setTimeout>;
  onMount(() => (turn = setTimeout(() => come(true))));
  onCleanup(() => clearTimeout(turn));
  return <Show when={isTime()}>{props.children}</Show>;
};
