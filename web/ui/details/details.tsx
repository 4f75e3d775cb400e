import type { ParentProps } from 'solid-js';

/** More for those who want it. Works without JavaScript. */
export const Details = (props: ParentProps<{ summary: string; open?: boolean }>) => (
  <details class="details" open={props.open ?? false}>
    <summary>{props.summary}</summary>
    <div class="details-inside stack stack-tight">{props.children}</div>
  </details>
);
