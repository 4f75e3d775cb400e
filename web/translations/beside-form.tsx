import { For, Show, untrack, type ParentProps } from 'solid-js';
import { directionOf, LANGUAGES, LOCALES, type Language } from '#shared/locales.ts';
import type { Texts } from '#shared/texts.ts';
import { originalOf, statusOf } from '#shared/translations/rules.ts';
import { FormRefusal } from '#web/form-refusal.tsx';
import type { useForm, Saved } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { LanguageLabel } from '#web/ui/language-label/language-label.tsx';
import { useVisit } from '#web/visit.ts';

/** One text to translate: its field, what it is called, and how it reads in every language. */
export type Part = { name: string; label: string; texts: Texts; rows: number; most: number };

type BesideFormProps = ParentProps<{
  form: ReturnType<typeof useForm>;
  language: Language;
  version: number;
  parts: readonly Part[];
  /** What else of the form somebody may have changed meanwhile. */
  also?: readonly Saved[];
}>;

const Beside = (props: { part: Part; form: BesideFormProps['form']; language: Language }) => {
  const { t } = useI18n();
  const { part, language } = untrack(() => props);
  return (
    <Show when={originalOf(part.texts)}>
      {(original) => (
        <section class="stack stack-tight">
          <h2>{part.label}</h2>
          <div class="two-columns">
            <div class="stack stack-tight">
              <p class="hint">
                {t('translations.original')} · <LanguageLabel language={original().language} />
              </p>
              <p class="words" lang={original().language} dir={directionOf(original().language)}>
                {original().text}
              </p>
            </div>
            <Field
              {...props.form.field({
                name: part.name,
                label: `${t('translations.yours')} (${LANGUAGES[language]})`,
                text: part.texts[language]?.text ?? '',
              })}
              hint={t(`texts.status.${statusOf(part.texts, language)}`)}
              lang={language}
              rows={part.rows}
              most={part.most}
            />
          </div>
        </section>
      )}
    </Show>
  );
};

/** Asked for in its own language, by hand or from a link: nothing is to be translated, and it says so. */
const Original = (props: { parts: readonly Part[]; language: Language }) => {
  const { t } = useI18n();
  const { current } = useVisit();
  return (
    <>
      <For each={props.parts}>
        {({ label, texts }) => (
          <section class="stack stack-tight">
            <h2>{label}</h2>
            <p class="words" lang={props.language} dir={directionOf(props.language)}>
              {originalOf(texts)?.text}
            </p>
          </section>
        )}
      </For>
      <nav class="row" aria-label={t('translations.languages')}>
        <span>{t('translations.is-original')}</span>
        <For each={LOCALES.filter((one) => one !== props.language)}>
          {(one) => (
            <a href={`${current.at.url.pathname}?language=${one}`}>
              <bdi lang={one}>{LANGUAGES[one]}</bdi>
            </a>
          )}
        </For>
      </nav>
    </>
  );
};

/** Each text in its own language beside the field for its translation. */
export const BesideForm = (props: BesideFormProps) => {
  const { t } = useI18n();
  const { current } = useVisit();
  const { form, language, parts } = untrack(() => props);
  const saved = (): Saved[] => [
    ...parts.map(({ name, label, texts }) => ({ name, label, text: texts[language]?.text ?? '', lang: language })),
    ...(props.also ?? []),
  ];
  const isOriginal = parts.every(({ texts }) => (originalOf(texts)?.language ?? language) === language);
  return (
    <Show when={!isOriginal} fallback={<Original parts={parts} language={language} />}>
      <PostForm class="stack">
        <input type="hidden" name="form" value="translate" />
        <input type="hidden" name="version" value={form.version(props.version)} />
        <FormRefusal form={form} saved={saved()} leave={current.at.url.pathname + current.at.url.search} />
        <For each={parts}>{(part) => <Beside part={part} form={form} language={language} />}</For>
        {props.children}
        <p>
          <Button>{t('translations.save')}</Button>
        </p>
      </PostForm>
    </Show>
  );
};
