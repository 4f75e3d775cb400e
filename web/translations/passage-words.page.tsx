import { untrack } from 'solid-js';
import type { PassageView } from '#shared/consultations/views.ts';
import { HEADING_LENGTH, PASSAGE_LENGTH, SUMMARY_LENGTH } from '#shared/documents/rules.ts';
import type { Locale } from '#shared/locales.ts';
import { CHECKER_LENGTH } from '#shared/translations/lengths.ts';
import { answer } from '#web/api.ts';
import { ConsultationFrame } from '#web/desk/desk-frame.tsx';
import { loadConsultationDesk, type ConsultationDesk } from '#web/desk/load.ts';
import { withDone } from '#web/done.ts';
import { textOf } from '#web/form-data.ts';
import { useForm } from '#web/forms.ts';
import { idIn } from '#web/ids.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage, type PostAnswer, type Posting } from '#web/page.ts';
import { Field } from '#web/ui/field/field.tsx';
import { BackLink } from './back-link.tsx';
import { BesideForm, type Part } from './beside-form.tsx';
import { languageAsked } from './language-asked.ts';

type Data = { desk: ConsultationDesk; passage: PassageView; language: Locale };

const PassageWordsPage = (props: { data: Data }) => {
  const { t, number } = useI18n();
  const form = useForm('translate');
  const { desk, passage, language } = untrack(() => props.data);
  const part = (name: 'heading' | 'text' | 'summary', rows: number, most: number): Part => ({
    name,
    label: t(`texts.passage.${name}`),
    texts: passage[name],
    rows,
    most,
  });
  const checker = {
    name: 'checkedBy',
    label: t('texts.passage.checked-by'),
    text: passage.text[language]?.checkedBy ?? '',
  };
  return (
    <ConsultationFrame desk={desk} title={t('site.part', { number: number(passage.position) })}>
      <BackLink desk={desk} language={language} />
      <BesideForm
        form={form}
        language={language}
        version={passage.version}
        parts={[
          part('heading', 2, HEADING_LENGTH),
          part('text', 14, PASSAGE_LENGTH),
          part('summary', 4, SUMMARY_LENGTH),
        ]}
        also={[checker]}
      >
        <Field {...form.field(checker)} hint={t('texts.passage.checked-by-hint')} most={CHECKER_LENGTH} />
      </BesideForm>
    </ConsultationFrame>
  );
};

const post = async ({ api, form, params, url, locale }: Posting): Promise<PostAnswer> => {
  const language = languageAsked({ url, locale });
  const param = { con: idIn('consultation', params), psg: idIn('passage', params) };
  const given = (name: string) => ({ [language]: textOf(form, name) });
  const json = {
    version: Number(textOf(form, 'version')),
    heading: given('heading'),
    text: given('text'),
    // A passage without plain words has no field for them.
    summary: form.has('summary') ? given('summary') : {},
    checkedBy: given('checkedBy'),
  };
  await answer(api.consultations[':con'].passages[':psg'].$put({ param, json }));
  return { redirect: withDone(url.pathname + url.search, 'draft-saved') };
};

/** A part of the text, beside the fields for its translation. */
export default definePage<Data>({
  cache: 'private',
  async load(loading) {
    const desk = await loadConsultationDesk(loading);
    if (!desk) return null;
    const param = { con: desk.consultation.id, psg: idIn('passage', loading.params) };
    const passage = await answer(loading.api.consultations[':con'].passages[':psg'].$get({ param }));
    return { desk, passage, language: languageAsked(loading) };
  },
  head: ({ passage }, { t, number }) => ({
    title: `${t('desk.room.translations')}: ${t('site.part', { number: number(passage.position) })}`,
  }),
  place: ({ desk }) => desk.place,
  post,
  View: PassageWordsPage,
});
