import { For, Show, untrack } from 'solid-js';
import { HEADING_LENGTH, PASSAGE_LENGTH, SUMMARY_LENGTH } from '#shared/documents/rules.ts';
import type { TextDesk } from '#shared/documents/requests.ts';
import type { Passage } from '#shared/documents/schema.ts';
import { LANGUAGES, type Language, type Locale } from '#shared/locales.ts';
import { CHECKER_LENGTH } from '#shared/translations/lengths.ts';
import { originalOf } from '#shared/translations/rules.ts';
import { NoteFields } from '#web/consultations/note-fields.tsx';
import { type ConsultationDesk } from '#web/desk/load.ts';
import { FormRefusal } from '#web/form-refusal.tsx';
import { useForm, type Saved } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { TextsField, savedTexts } from '#web/ui/texts-field/texts-field.tsx';
import { useVisit } from '#web/visit.ts';

export type WordsData = { desk: ConsultationDesk; text: TextDesk; passage: Passage; shown: Locale[] };

const FIELDS = [
  ['heading', 1, HEADING_LENGTH],
  ['text', 14, PASSAGE_LENGTH],
  ['summary', 4, SUMMARY_LENGTH],
] as const;

/** Who checked each translation, and the plain words in each language. */
const Checkers = (props: { passage: Passage; shown: readonly Locale[]; form: ReturnType<typeof useForm> }) => {
  const { t } = useI18n();
  const original = () => originalOf(props.passage.text)?.language;
  const field = (name: string, language: Language, label: string, checkedBy: string | undefined) => (
    <Field
      name={`${name}.${language}`}
      id={props.form.id(`${name}.${language}`)}
      label={`${label} (${LANGUAGES[language]})`}
      value={props.form.word(`${name}.${language}`) ?? checkedBy}
      error={props.form.error(`${name}.${language}`)}
      most={CHECKER_LENGTH}
    />
  );
  return (
    <Details summary={t('texts.passage.checkers')} open={props.form.problem !== undefined}>
      <p class="hint">{t('texts.passage.checked-by-hint')}</p>
      <For each={props.shown}>
        {(language) => (
          <>
            {field(
              'summaryCheckedBy',
              language,
              t('texts.passage.summary-checked-by'),
              props.passage.summary[language]?.checkedBy,
            )}
            <Show when={language !== original()}>
              {field('checkedBy', language, t('texts.passage.checked-by'), props.passage.text[language]?.checkedBy)}
            </Show>
          </>
        )}
      </For>
    </Details>
  );
};

/** The words of a passage in the languages that are shown, side by side. */
export const WordsForm = (props: { data: WordsData }) => {
  const { t } = useI18n();
  const { current } = useVisit();
  const form = useForm('words');
  const { passage, shown, text, desk } = untrack(() => props.data);
  const saved = (): Saved[] =>
    FIELDS.flatMap(([name]) => savedTexts(name, t(`texts.passage.${name}`), shown, passage[name]));
  const hint = (name: string): string | undefined =>
    name === 'heading' ? undefined : t(name === 'text' ? 'texts.passage.text-hint' : 'texts.passage.summary-hint');
  return (
    <PostForm class="stack">
      <input type="hidden" name="form" value="words" />
      <input type="hidden" name="version" value={form.version(passage.version)} />
      <FormRefusal form={form} saved={saved()} leave={current.at.url.pathname + current.at.url.search} />
      <For each={FIELDS}>
        {([name, rows, most]) => (
          <TextsField
            name={name}
            label={t(`texts.passage.${name}`)}
            hint={hint(name)}
            languages={shown}
            texts={passage[name]}
            form={form}
            most={most}
            {...(rows > 1 ? { rows } : {})}
          />
        )}
      </For>
      <Checkers passage={passage} shown={shown} form={form} />
      <Show when={text.isPublished}>
        <NoteFields name="note" languages={desk.consultation.languages} form={form} />
      </Show>
      <p>
        <Button>{t(text.isPublished ? 'texts.passage.correct' : 'texts.passage.save')}</Button>
      </p>
    </PostForm>
  );
};
