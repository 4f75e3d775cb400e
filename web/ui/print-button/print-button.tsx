import { Show, createSignal, onMount } from 'solid-js';
import { Button } from '../button/button.tsx';

/** Printing by a button needs a script, so the button comes with it. The browser's own way of printing is always there. */
export const PrintButton = (props: { label: string }) => {
  const [ready, setReady] = createSignal(false);
  onMount(() => setReady(true));
  return (
    <Show when={ready()}>
      <Button type="button" look="plain" onClick={() => globalThis.print()}>
        {props.label}
      </Button>
    </Show>
  );
};
