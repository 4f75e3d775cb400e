import { For, Show } from 'solid-js';
import { LANGUAGES, type Language } from '#shared/locales.ts';
import type { Texts } from '#shared/texts.ts';
import { Field } from '../field/field.tsx';

type TextsFieldProps = {
  /** The fields are called `{name}.{language}`. */
  name: string;
  label: string;
  hint?: string | undefined;
  languages: readonly Language[];
  texts: Texts;
  /** The form that it stands in (`useForm`). */
  form: {
    id: (field: string) => string;
    word: (field: string) => string | undefined;
    error: (field: string) => string | undefined;
  };
  rows?: number;
  most?: number;
};

/** One text in each language of the place or the consultation, beside each other where there is room. */
export const TextsField = (props: TextsFieldProps) => {
  const id = () => props.form.id(props.name);
  const error = () => props.form.error(props.name);
  const describedBy = () => [error() && `${id()}-error`, props.hint && `${id()}-hint`].filter(Boolean).join(' ');
  return (
    <fieldset
      class={error() ? 'texts-field field-wrong' : 'texts-field'}
      id={id()}
      tabindex="-1"
      aria-describedby={describedBy() || undefined}
    >
      <legend>{props.label}</legend>
      <Show when={props.hint}>
        <p class="hint" id={`${id()}-hint`}>
          {props.hint}
        </p>
      </Show>
      <Show when={error()}>
        <p class="field-error" id={`${id()}-error`}>
          {error()}
        </p>
      </Show>
      <div class="two-columns">
        <For each={props.languages}>
          {(language) => {
            const name = `${props.name}.${language}`;
            return (
              <Field
                name={name}
                id={props.form.id(name)}
                label={LANGUAGES[language]}
                lang={language}
                value={props.form.word(name) ?? props.texts[language]?.text}
                error={props.form.error(name)}
                {...(props.rows ? { rows: props.rows } : {})}
                {...(props.most ? { most: props.most } : {})}
              />
            );
          }}
        </For>
      </div>
    </fieldset>
  );
};

/** The same as it is saved now, for `form.both`. */
export const savedTexts = (
  name: string,
  label: string,
  languages: readonly Language[],
  texts: Texts,
): { name: string; label: string; text: string; lang: string }[] =>
  languages.map((language) => ({
    name: `${name}.${language}`,
    label: `${label} (${LANGUAGES[language]})`,
    text: texts[language]?.text ?? '',
    lang: language,
  }));
