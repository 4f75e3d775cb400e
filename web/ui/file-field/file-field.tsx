import { Show, createUniqueId } from 'solid-js';

type FileFieldProps = {
  name: string;
  label: string;
  /** Kinds that the browser offers first; what really comes is looked at by its bytes. */
  accept: string;
  id?: string;
  hint?: string | undefined;
  error?: string | undefined;
};

/** One file from her device. Its form needs `files`. */
export const FileField = (props: FileFieldProps) => {
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
      <input
        type="file"
        id={id()}
        name={props.name}
        accept={props.accept}
        aria-describedby={describedBy()}
        aria-invalid={props.error ? 'true' : undefined}
      />
    </div>
  );
};
