import { Show, createSignal, createUniqueId } from 'solid-js';
import { useI18n } from '#web/messages/i18n.ts';

type FieldProps = {
  name: string;
  label: string;
  /** Where the error summary's link leads; made up when nothing links here. */
  id?: string;
  hint?: string | undefined;
  error?: string | undefined;
  value?: string | undefined;
  /** With rows it takes several lines. */
  rows?: number;
  /** The most characters it may hold: said as a rule before she types, and as what is left once she does. */
  most?: number;
  required?: boolean;
  type?: 'text' | 'tel' | 'search' | 'email' | 'url' | 'color' | 'date';
  inputMode?: 'text' | 'numeric';
  autocomplete?: string;
  /** The language of what is typed, where it is known. */
  lang?: string | undefined;
  /** A long number, in large digits that stand apart. */
  digits?: boolean;
};

/** A screen reader hears how many characters are left only when they are few: it would talk into every word. */
const SPOKEN_FROM = 30;

/** One line or several, with a label, a hint and an error that screen readers read with it. */
export const Field = (props: FieldProps) => {
  const { t } = useI18n();
  const made = createUniqueId();
  const id = () => props.id ?? made;
  const [typed, setTyped] = createSignal<number>();
  const left = () => (props.most ?? 0) - (typed() ?? 0);
  const limit = () =>
    typed() === undefined ? t('length.at-most', { count: props.most ?? 0 }) : t('length.left', { count: left() });
  const describedBy = () =>
    [props.error && `${id()}-error`, props.hint && `${id()}-hint`, props.most && `${id()}-limit`]
      .filter(Boolean)
      .join(' ') || undefined;
  const isWrong = () => (props.error ? 'true' : undefined);
  const onInput = (event: { currentTarget: { value: string } }) => setTyped(event.currentTarget.value.length);
  return (
    <div class={`field${props.error ? ' field-wrong' : ''}${props.digits ? ' field-digits' : ''}`}>
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
      <Show
        when={props.rows}
        fallback={
          <input
            type={props.type ?? 'text'}
            id={id()}
            name={props.name}
            value={props.value ?? ''}
            required={props.required ?? false}
            maxlength={props.most}
            inputmode={props.inputMode}
            autocomplete={props.autocomplete ?? 'off'}
            lang={props.lang}
            dir="auto"
            aria-describedby={describedBy()}
            aria-invalid={isWrong()}
            onInput={onInput}
          />
        }
      >
        <textarea
          rows={props.rows}
          id={id()}
          name={props.name}
          required={props.required ?? false}
          maxlength={props.most}
          autocomplete={props.autocomplete ?? 'off'}
          lang={props.lang}
          dir="auto"
          aria-describedby={describedBy()}
          aria-invalid={isWrong()}
          onInput={onInput}
        >
          {props.value ?? ''}
        </textarea>
      </Show>
      <Show when={props.most}>
        <p class="hint" id={`${id()}-limit`} aria-live={left() <= SPOKEN_FROM ? 'polite' : 'off'}>
          {limit()}
        </p>
      </Show>
    </div>
  );
};
