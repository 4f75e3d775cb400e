import type { ParentProps } from 'solid-js';

/** A second step before something that cannot be taken back. No dialog and no script: what it does is read before the button. */
export const Confirm = (props: ParentProps<{ ask: string }>) => (
  <details class="details confirm">
    <summary>{props.ask}</summary>
    <div class="details-inside stack stack-tight">{props.children}</div>
  </details>
);
