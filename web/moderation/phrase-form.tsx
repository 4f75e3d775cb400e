import { Show } from 'solid-js';
import { LOCALES, type Language } from '#shared/locales.ts';
import { PHRASE_KINDS } from '#shared/moderation/kinds.ts';
import type { Phrase, WritePhrase } from '#shared/moderation/phrases.ts';
import { PHRASE_LENGTH, REFERENCE_LENGTH } from '#shared/moderation/rules.ts';
import type { Texts } from '#shared/texts.ts';
import { textOf, textsOf } from '#web/form-data.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Explanation } from '#web/problems/explanation.tsx';
import { BothTexts } from '#web/ui/both-texts/both-texts.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { Select } from '#web/ui/select/select.tsx';
import { savedTexts, TextsField } from '#web/ui/texts-field/texts-field.tsx';

/** Writes a phrase, or changes one. Decisions that were made with it keep the words they had. */
export const PhraseForm = (props: { phrase?: Phrase; languages: readonly Language[] }) => {
  const { t } = useI18n();
  const name = () => (props.phrase ? `change-${props.phrase.id}` : 'write');
  const form = useForm(name());
  const kindNamed = (kind: string | undefined) =>
    t(`cases.phrases.kinds.${PHRASE_KINDS.find((one) => one === kind) ?? 'fact'}`);
  const saved = (phrase: Phrase) => [
    {
      name: 'kind',
      label: t('cases.phrases.kind'),
      text: kindNamed(phrase.kind),
      say: ([kind]: readonly string[]) => kindNamed(kind),
    },
    { name: 'title', label: t('cases.phrases.title'), text: phrase.title },
    { name: 'reference', label: t('cases.phrases.reference'), text: phrase.reference ?? '' },
    { name: 'url', label: t('cases.decide.url'), text: phrase.url ?? '' },
    ...savedTexts('text', t('cases.phrases.text'), props.languages, phrase.text),
  ];
  return (
    <PostForm class="stack stack-tight">
      <FormProblem form={form} />
      <Show when={props.phrase && form.both(saved(props.phrase))} fallback={form.problem && <Explanation />}>
        {(texts) => <BothTexts texts={texts()} leave="?" />}
      </Show>
      <input type="hidden" name="form" value={name()} />
      <input type="hidden" name="phrase" value={props.phrase?.id ?? ''} />
      <input type="hidden" name="version" value={form.version(props.phrase?.version ?? 1)} />
      <Select
        name="kind"
        id={form.id('kind')}
        label={t('cases.phrases.kind')}
        options={PHRASE_KINDS.map((kind) => ({ value: kind, label: t(`cases.phrases.kinds.${kind}`) }))}
        chosen={form.word('kind') ?? props.phrase?.kind ?? 'fact'}
      />
      <Field
        name="title"
        id={form.id('title')}
        label={t('cases.phrases.title')}
        hint={t('cases.phrases.title-hint')}
        value={form.word('title') ?? props.phrase?.title}
        error={form.error('title')}
      />
      <Field
        name="reference"
        id={form.id('reference')}
        label={t('cases.phrases.reference')}
        hint={t('cases.phrases.reference-hint')}
        most={REFERENCE_LENGTH}
        value={form.word('reference') ?? props.phrase?.reference}
        error={form.error('reference')}
      />
      <Field
        name="url"
        id={form.id('url')}
        type="url"
        label={t('cases.decide.url')}
        value={form.word('url') ?? props.phrase?.url}
        error={form.error('url')}
      />
      <TextsField
        name="text"
        label={t('cases.phrases.text')}
        hint={t('cases.phrases.text-hint')}
        languages={props.languages}
        texts={props.phrase?.text ?? {}}
        form={form}
        rows={3}
        most={PHRASE_LENGTH}
      />
      <p>
        <Button>{t('cases.phrases.save')}</Button>
      </p>
    </PostForm>
  );
};

/** Every language of the interface, and the place's others: authors read the phrase in theirs. */
export const phraseLanguages = (own: readonly Language[]): Language[] => [...new Set([...own, ...LOCALES])];

/** The first language that was filled in is the original, the others were translated by people. */
const textsIn = (form: FormData): Texts => {
  const filled = (Object.entries(textsOf(form, 'text')) as [Language, string][]).filter(([, text]) => text.trim());
  return Object.fromEntries(
    filled.map(([language, text], i) => [
      language,
      { text: text.trim(), provenance: i === 0 ? ('original' as const) : ('human' as const) },
    ]),
  );
};

export const phraseIn = (form: FormData): WritePhrase => {
  const [reference, url] = [textOf(form, 'reference').trim(), textOf(form, 'url').trim()];
  return {
    kind: PHRASE_KINDS.find((kind) => kind === textOf(form, 'kind')) ?? 'fact',
    title: textOf(form, 'title'),
    ...(reference && { reference }),
    ...(url && { url }),
    text: textsIn(form),
    version: Number(textOf(form, 'version')),
  };
};
