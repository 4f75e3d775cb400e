import { Show, createSignal, sharedConfig, type ParentProps } from 'solid-js';
import { isServer } from 'solid-js/web';

/**
 * Details in a long list, which a slow phone makes anew at each filter: what the server wrote is whole, what the
 * browser makes is made when somebody opens it.
 */
export const LaterDetails = (props: ParentProps<{ summary: string }>) => {
  const [isWanted, want] = createSignal(isServer || Boolean(sharedConfig.context));
  return (
    <details class="details" onToggle={() => want(true)}>
      <summary>{props.summary}</summary>
      <div class="details-inside stack stack-tight">
        <Show when={isWanted()}>{props.children}</Show>
      </div>
    </details>
  );
};
