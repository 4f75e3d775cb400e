import type { ParentProps } from 'solid-js';

type Act = 'next' | 'take' | 'reveal' | 'pass-on' | 'decide' | 'decide-next' | 'undo' | 'save';
type ActButtonProps = ParentProps<{
  act: Act;
  name?: string;
  value?: string;
  /** The form that it sends, where it stands in none. */
  form?: string;
  look?: 'main' | 'plain' | 'quiet' | 'stop';
}>;

/** A button that a single key presses too (`shortcuts.tsx`). */
export const ActButton = (props: ActButtonProps) => (
  <button
    class={`button button-${props.look ?? 'main'}`}
    data-act={props.act}
    name={props.name}
    value={props.value}
    form={props.form}
  >
    {props.children}
  </button>
);
