import { untrack } from 'solid-js';
import { ANSWER_LENGTH } from '#shared/answers/rules.ts';
import type { AddresseeId } from '#shared/answers/schema.ts';
import type { PublicAnswer } from '#shared/answers/views.ts';
import type { Locale } from '#shared/locales.ts';
import { answer } from '#web/api.ts';
import { ConsultationFrame } from '#web/desk/desk-frame.tsx';
import { loadConsultationDesk, type ConsultationDesk } from '#web/desk/load.ts';
import { withDone } from '#web/done.ts';
import { textOf } from '#web/form-data.ts';
import { useForm } from '#web/forms.ts';
import { idIn } from '#web/ids.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage, type PostAnswer, type Posting } from '#web/page.ts';
import { BackLink } from './back-link.tsx';
import { BesideForm } from './beside-form.tsx';
import { languageAsked } from './language-asked.ts';

type Data = { desk: ConsultationDesk; said: PublicAnswer; position: number; language: Locale };

const AnswerWordsPage = (props: { data: Data }) => {
  const { t, number } = useI18n();
  const form = useForm('translate');
  const { desk, said, position, language } = untrack(() => props.data);
  const label = `${said.addressee.name} · ${t('site.part', { number: number(position) })}`;
  const part = { name: 'why', label, texts: said.given?.why ?? {}, rows: 8, most: ANSWER_LENGTH };
  return (
    <ConsultationFrame desk={desk} title={t('translations.kind.answer')}>
      <BackLink desk={desk} language={language} />
      <BesideForm form={form} language={language} version={said.version} parts={[part]} />
    </ConsultationFrame>
  );
};

const addresseeIn = (params: Record<string, string>): AddresseeId => (params['adr'] ?? '') as AddresseeId;

const post = async ({ api, form, params, url, locale }: Posting): Promise<PostAnswer> => {
  const param = { con: idIn('consultation', params), adr: addresseeIn(params), psg: idIn('passage', params) };
  const json = {
    why: { [languageAsked({ url, locale })]: textOf(form, 'why') },
    version: Number(textOf(form, 'version')),
  };
  const one = api.consultations[':con'].addressees[':adr'].answers[':psg'];
  await answer(one.translations.$put({ param, json }));
  return { redirect: withDone(url.pathname + url.search, 'draft-saved') };
};

/** What an institution answered to a part of the text, beside the field for its translation. */
export default definePage<Data>({
  cache: 'private',
  async load(loading) {
    const desk = await loadConsultationDesk(loading);
    if (!desk) return null;
    const param = { con: desk.consultation.id };
    const { points } = await answer(loading.api.consultations[':con'].answers.$get({ param }));
    const point = points.find(({ passage }) => passage.id === idIn('passage', loading.params));
    const said = point?.answers.find(({ addressee }) => addressee.id === addresseeIn(loading.params));
    if (!point || !said?.given) return null;
    return { desk, said, position: point.passage.position, language: languageAsked(loading) };
  },
  head: ({ said }, { t }) => ({ title: `${t('translations.kind.answer')}: ${said.addressee.name}` }),
  place: ({ desk }) => desk.place,
  post,
  View: AnswerWordsPage,
});
