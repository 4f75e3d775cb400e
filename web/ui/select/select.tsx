import { For, Show, createUniqueId } from 'solid-js';

type SelectProps = {
  name: string;
  label: string;
  options: readonly { value: string; label: string }[];
  chosen: string;
  id?: string;
  hint?: string | undefined;
  error?: string | undefined;
};

/** One of a long list, where radio buttons would fill the screen. */
export const Select = (props: SelectProps) => {
  const made = createUniqueId();
  const id = () => props.id ?? made;
  const describedBy = () =>
    [props.error && `${id()}-error`, props.hint && `${id()}-hint`].filter(Boolean).join(' ') || undefined;
  return (
    <div class={props.error ? 'field field-wrong' : 'field'}>
      <label for={id()}>{props.label}</label>
      <Show when={props.hint}>
        <p class="hint" id={`${id()}-hint`}>
          {props.hint}
        </p>
      </Show>
      <Show when={props.error}>
        <p class="field-error" id={`${id()}-error`}>
          {props.error}
        </p>
      </Show>
      <select
        id={id()}
        name={props.name}
        aria-describedby={describedBy()}
        aria-invalid={props.error ? 'true' : undefined}
      >
        <For each={props.options}>
          {({ value, label }) => (
            <option value={value} selected={value === props.chosen}>
              {label}
            </option>
          )}
        </For>
      </select>
    </div>
  );
};
