import { For, Show, createUniqueId } from 'solid-js';

export type Option = { value: string; label: string; hint?: string; lang?: string; dir?: 'ltr' | 'rtl' };

type ChoiceGroupProps = {
  kind: 'radio' | 'checkbox';
  name: string;
  legend: string;
  options: readonly Option[];
  chosen?: readonly string[];
  id?: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** Short options stand beside each other. */
  beside?: boolean;
};

/** One or several of some options. The first control carries the group's id, so that the error summary can lead there. */
export const ChoiceGroup = (props: ChoiceGroupProps) => {
  const made = createUniqueId();
  const id = () => props.id ?? made;
  const describedBy = () =>
    [props.error && `${id()}-error`, props.hint && `${id()}-hint`].filter(Boolean).join(' ') || undefined;
  return (
    <fieldset
      class={`choices${props.error ? ' field-wrong' : ''}${props.beside ? ' choices-beside' : ''}`}
      aria-describedby={describedBy()}
    >
      <legend>{props.legend}</legend>
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
      <div class="choices-options">
        <For each={props.options}>
          {(option, i) => (
            <label class="choice">
              <input
                type={props.kind}
                id={i() === 0 ? id() : `${id()}-${option.value}`}
                name={props.name}
                value={option.value}
                checked={props.chosen?.includes(option.value) ?? false}
              />
              <span>
                <bdi lang={option.lang} dir={option.dir}>
                  {option.label}
                </bdi>
                <Show when={option.hint}>
                  <small>{option.hint}</small>
                </Show>
              </span>
            </label>
          )}
        </For>
      </div>
    </fieldset>
  );
};

type TickProps = {
  name: string;
  label: string;
  id?: string;
  checked?: boolean;
  error?: string | undefined;
  required?: boolean;
};

/** One statement to say yes to. */
export const Tick = (props: TickProps) => {
  const made = createUniqueId();
  const id = () => props.id ?? made;
  return (
    <div class={props.error ? 'tick field-wrong' : 'tick'}>
      <Show when={props.error}>
        <p class="field-error" id={`${id()}-error`}>
          {props.error}
        </p>
      </Show>
      <label class="choice">
        <input
          type="checkbox"
          id={id()}
          name={props.name}
          value="yes"
          checked={props.checked ?? false}
          required={props.required ?? false}
          aria-describedby={props.error ? `${id()}-error` : undefined}
          aria-invalid={props.error ? 'true' : undefined}
        />
        <span>{props.label}</span>
      </label>
    </div>
  );
};
