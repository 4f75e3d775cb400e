import { Show, untrack } from 'solid-js';
import { DOCUMENT_KINDS, DOCUMENT_TITLE_LENGTH } from '#shared/documents/rules.ts';
import type { TextDesk } from '#shared/documents/requests.ts';
import type { Document } from '#shared/documents/schema.ts';
import { LANGUAGES } from '#shared/locales.ts';
import { mayDo } from '#shared/places/rules.ts';
import { readingOf } from '#shared/reading.ts';
import { answer } from '#web/api.ts';
import { NoteFields } from '#web/consultations/note-fields.tsx';
import { ConsultationFrame } from '#web/desk/desk-frame.tsx';
import { loadConsultationDesk, type ConsultationDesk } from '#web/desk/load.ts';
import { doneIn, withDone } from '#web/done.ts';
import { textOf, textsOf } from '#web/form-data.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { idIn } from '#web/ids.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage, type PostAnswer, type Posting } from '#web/page.ts';
import { PostForm } from '#web/post-form.tsx';
import { BothTexts } from '#web/ui/both-texts/both-texts.tsx';
import { Button, LinkButton } from '#web/ui/button/button.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { Select } from '#web/ui/select/select.tsx';
import { TextsField, savedTexts } from '#web/ui/texts-field/texts-field.tsx';
import { useVisit } from '#web/visit.ts';
import { ImportForm, lackingIn, postImport } from './import-form.tsx';
import { LeftList } from './left-list.tsx';
import { OutlineList, postArrangement } from './outline-list.tsx';

type Data = { desk: ConsultationDesk; text: TextDesk };

const NameForm = (props: { data: Data; document: Document }) => {
  const { t } = useI18n();
  const { current } = useVisit();
  const form = useForm('name');
  const { text, desk } = untrack(() => props.data);
  const { languages } = desk.consultation;
  const { title, kind } = untrack(() => props.document);
  return (
    <Details summary={t('texts.name.title')} open={form.problem !== undefined}>
      <PostForm class="stack">
        <input type="hidden" name="form" value="name" />
        <input type="hidden" name="version" value={form.version(text.version)} />
        <BothTexts
          texts={form.both(savedTexts('title', t('texts.name.field'), languages, title))}
          leave={current.at.url.pathname}
        />
        <FormProblem form={form} />
        <TextsField
          name="title"
          label={t('texts.name.field')}
          languages={languages}
          texts={title}
          form={form}
          most={DOCUMENT_TITLE_LENGTH}
        />
        <Select
          name="kind"
          id={form.id('kind')}
          label={t('texts.import.kind')}
          options={DOCUMENT_KINDS.map((one) => ({ value: one, label: t(`texts.kind.${one}`) }))}
          chosen={form.word('kind') ?? kind}
        />
        <Show when={text.isPublished}>
          <NoteFields name="note" languages={languages} form={form} />
        </Show>
        <p>
          <Button>{t('texts.name.save')}</Button>
        </p>
      </PostForm>
    </Details>
  );
};

const TextPage = (props: { data: Data }) => {
  const { t, locale } = useI18n();
  const { current } = useVisit();
  const { desk, text } = untrack(() => props.data);
  const { id, languages } = desk.consultation;
  const sent = current.words?.['form']?.[0];
  const lacking = lackingIn(text, languages);
  return (
    <ConsultationFrame desk={desk} title={t('desk.room.text')}>
      <Show
        when={text.passages.length > 0 && text.document}
        fallback={
          <Show when={text.mayArrange} fallback={<p>{t('texts.none-now')}</p>}>
            <p class="lead narrow">{t('texts.none')}</p>
            <ImportForm text={text} languages={languages} />
          </Show>
        }
      >
        {(document) => (
          <>
            <LeftList left={text.left} open={doneIn(current.at.url) === 'text-read'} />
            <NameForm data={props.data} document={document()} />
            <OutlineList text={text} languages={languages} desk={`/${locale}/c/${id}/desk/text`} />
            <Details
              summary={lacking ? t('texts.import.same-in', { language: LANGUAGES[lacking] }) : t('texts.import.again')}
              open={sent === 'import' || (lacking !== undefined && !text.isPublished)}
            >
              <ImportForm text={text} languages={languages} />
            </Details>
            <Show when={!text.isPublished && mayDo('prepare-consultation', desk.roles).allowed}>
              <p>
                <LinkButton href={`/${locale}/c/${id}/desk`}>{t('texts.to-publishing')}</LinkButton>
              </p>
            </Show>
          </>
        )}
      </Show>
    </ConsultationFrame>
  );
};

const postName = async ({ api, form, params, url }: Posting): Promise<PostAnswer> => {
  const note = textsOf(form, 'note');
  const json = {
    version: Number(textOf(form, 'version')),
    title: textsOf(form, 'title'),
    kind: DOCUMENT_KINDS.find((kind) => kind === textOf(form, 'kind')) ?? 'recommendations',
    ...(Object.keys(note).length > 0 ? { note } : {}),
  };
  await answer(api.consultations[':con'].text.$patch({ param: { con: idIn('consultation', params) }, json }));
  return { redirect: withDone(url.pathname, 'draft-saved') };
};

export default definePage<Data>({
  cache: 'private',
  async load(loading) {
    const desk = await loadConsultationDesk(loading);
    if (!desk) return null;
    const text = await answer(loading.api.consultations[':con'].text.$get({ param: { con: desk.consultation.id } }));
    return { desk, text };
  },
  head: ({ desk }, { t, locale }) => ({
    title: `${t('desk.room.text')}: ${readingOf(desk.consultation.title, [locale])?.text ?? ''}`,
  }),
  place: ({ desk }) => desk.place,
  post(posting) {
    const sent = textOf(posting.form, 'form');
    if (sent === 'import') return postImport(posting);
    return sent === 'name' ? postName(posting) : postArrangement(posting);
  },
  View: TextPage,
});
