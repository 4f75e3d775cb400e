import { Show, untrack } from 'solid-js';
import { DOCUMENT_KINDS, IMPORT_MODES, MOST_FILE_BYTES, SOURCE_LENGTH } from '#shared/documents/rules.ts';
import type { ImportText, TextDesk } from '#shared/documents/requests.ts';
import { LANGUAGES, type Locale } from '#shared/locales.ts';
import { answer } from '#web/api.ts';
import { inBase64 } from '#web/base64.ts';
import { NoteFields } from '#web/consultations/note-fields.tsx';
import { withDone } from '#web/done.ts';
import { textOf, textsOf } from '#web/form-data.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { idIn } from '#web/ids.ts';
import { useI18n } from '#web/messages/i18n.ts';
import type { PostAnswer, Posting } from '#web/page.ts';
import { PostForm } from '#web/post-form.tsx';
import { Explanation } from '#web/problems/explanation.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { ChoiceGroup } from '#web/ui/choice/choice.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { FileField } from '#web/ui/file-field/file-field.tsx';
import { Select } from '#web/ui/select/select.tsx';

type ImportFormProps = { text: TextDesk; languages: readonly Locale[] };

/** In which order the ways are offered: first those that take nothing away. */
const MODES = ['append', 'translation', 'replace'] as const satisfies readonly (typeof IMPORT_MODES)[number][];

/** The first language that some part of the text lacks. */
export const lackingIn = ({ passages }: TextDesk, languages: readonly Locale[]): Locale | undefined =>
  languages.find((tag) => passages.some(({ text }) => !text[tag]));

/** Brings in a text, pasted or as a file. */
export const ImportForm = (props: ImportFormProps) => {
  const { t, locale } = useI18n();
  const form = useForm('import');
  const { text, languages } = untrack(() => props);
  const modes = text.mayArrange ? MODES : (['translation'] as const);
  // What is still to come is offered first: the same text in a language that lacks it.
  const lacking = lackingIn(text, languages);
  const language = form.word('language') ?? lacking ?? (languages.includes(locale) ? locale : languages[0]) ?? '';
  const hints: Partial<Record<(typeof MODES)[number], string>> = {
    translation: t('texts.import.translation-hint'),
    replace: t('texts.import.replace-hint'),
  };
  return (
    <PostForm class="stack" files>
      <input type="hidden" name="form" value="import" />
      <input type="hidden" name="version" value={form.version(text.version)} />
      <FormProblem form={form} />
      <Explanation />
      <Show when={text.passages.length > 0}>
        <ChoiceGroup
          kind="radio"
          name="mode"
          id={form.id('mode')}
          legend={t('texts.import.mode')}
          options={modes.map((mode) => ({
            value: mode,
            label: t(`texts.import.${mode}`),
            ...(hints[mode] ? { hint: hints[mode] } : {}),
          }))}
          chosen={[form.word('mode') ?? (lacking ? 'translation' : modes[0])]}
        />
      </Show>
      <Field
        name="text"
        id={form.id('text')}
        label={t('texts.import.paste')}
        hint={t('texts.import.paste-hint')}
        rows={12}
        value={form.word('text')}
        error={form.error('text')}
      />
      <FileField
        name="file"
        id={form.id('file')}
        label={t('texts.import.file')}
        hint={t('texts.import.file-hint')}
        error={form.error('file')}
        accept=".docx,.md,.markdown,.txt"
      />
      <Select
        name="language"
        id={form.id('language')}
        label={t('texts.import.language')}
        options={languages.map((tag) => ({ value: tag, label: LANGUAGES[tag] }))}
        chosen={language}
        error={form.error('language')}
      />
      <Show when={!text.document} fallback={<input type="hidden" name="kind" value={text.document?.kind} />}>
        <Select
          name="kind"
          id={form.id('kind')}
          label={t('texts.import.kind')}
          options={DOCUMENT_KINDS.map((kind) => ({ value: kind, label: t(`texts.kind.${kind}`) }))}
          chosen={form.word('kind') ?? 'recommendations'}
        />
      </Show>
      <Show when={text.isPublished}>
        <NoteFields name="note" languages={languages} form={form} />
      </Show>
      <p>
        <Button>{t('texts.import.send')}</Button>
      </p>
    </PostForm>
  );
};

const tooLarge: PostAnswer = {
  problem: { code: 'invalid-request', errors: [{ pointer: '/file', code: 'words-too-long' }] },
};

/** A Word file is an archive, and begins as every archive does; anything else is words or nothing. */
const contentOf = (bytes: Uint8Array) =>
  bytes[0] === 0x50 && bytes[1] === 0x4b
    ? ({ format: 'docx', file: inBase64(bytes) } as const)
    : ({ format: 'markdown', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) } as const);

const sentIn = async (form: FormData) => {
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0) return { format: 'markdown', text: textOf(form, 'text') } as const;
  if (file.size > MOST_FILE_BYTES) return 'too-large';
  try {
    return contentOf(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return 'not-readable';
  }
};

export const postImport = async ({ api, form, params, url }: Posting): Promise<PostAnswer> => {
  const sent = await sentIn(form);
  if (sent === 'too-large') return tooLarge;
  if (sent === 'not-readable') return { problem: { code: 'source-not-readable', errors: [] } };
  if (sent.format === 'markdown' && sent.text.length > SOURCE_LENGTH) {
    return { problem: { code: 'source-too-long', errors: [] } };
  }
  const note = textsOf(form, 'note');
  const json: ImportText = {
    mode: IMPORT_MODES.find((mode) => mode === textOf(form, 'mode')) ?? 'replace',
    version: Number(textOf(form, 'version')),
    language: textOf(form, 'language') as Locale,
    kind: DOCUMENT_KINDS.find((kind) => kind === textOf(form, 'kind')) ?? 'recommendations',
    ...(Object.keys(note).length > 0 ? { note } : {}),
    ...sent,
  };
  await answer(api.consultations[':con'].text.$post({ param: { con: idIn('consultation', params) }, json }));
  return { redirect: withDone(url.pathname, 'text-read') };
};
