import type { ParentProps } from 'solid-js';

/** One thing among several: a consultation, a suggestion, a result. `labelledBy` names the heading inside it. */
export const Card = (props: ParentProps<{ labelledBy?: string; id?: string }>) => (
  <article class="card stack stack-tight" id={props.id} aria-labelledby={props.labelledBy}>
    {props.children}
  </article>
);
