import { untrack } from 'solid-js';
import type { Locale } from '#shared/locales.ts';
import type { ReplyId, Target } from '#shared/replies/schema.ts';
import { TRANSLATION_LENGTH } from '#shared/translations/rules.ts';
import type { TranslationsView } from '#shared/translations/schema.ts';
import { answer } from '#web/api.ts';
import { ConsultationFrame } from '#web/desk/desk-frame.tsx';
import { loadConsultationDesk, type ConsultationDesk } from '#web/desk/load.ts';
import { withDone } from '#web/done.ts';
import { textOf } from '#web/form-data.ts';
import { useForm } from '#web/forms.ts';
import { idIn } from '#web/ids.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage, type PostAnswer, type Posting } from '#web/page.ts';
import { Tick } from '#web/ui/choice/choice.tsx';
import { BackLink } from './back-link.tsx';
import { BesideForm } from './beside-form.tsx';
import { languageAsked } from './language-asked.ts';

type Data = { desk: ConsultationDesk; view: TranslationsView; language: Locale };

const ReplyWordsPage = (props: { data: Data }) => {
  const { t } = useI18n();
  const form = useForm('translate');
  const { desk, view, language } = untrack(() => props.data);
  const part = {
    name: 'text',
    label: t('translations.kind.reply'),
    texts: view.texts,
    rows: 8,
    most: TRANSLATION_LENGTH,
  };
  return (
    <ConsultationFrame desk={desk} title={t('desk.room.translations')}>
      <BackLink desk={desk} language={language} />
      <BesideForm form={form} language={language} version={view.version} parts={[part]}>
        <Tick
          name="checked"
          id={form.id('checked')}
          label={t('translations.checked')}
          checked={form.word('checked') === 'yes'}
        />
      </BesideForm>
    </ConsultationFrame>
  );
};

const replyIn = (params: Record<string, string>) => ({
  target: (params['target'] ?? '') as Target,
  root: (params['root'] ?? '') as ReplyId,
  reply: (params['reply'] ?? '') as ReplyId,
});

const post = async ({ api, form, params, url, locale }: Posting): Promise<PostAnswer> => {
  const param = { con: idIn('consultation', params), ...replyIn(params) };
  const json = {
    language: languageAsked({ url, locale }),
    text: textOf(form, 'text'),
    checked: textOf(form, 'checked') === 'yes',
    version: Number(textOf(form, 'version')),
  };
  await answer(api.consultations[':con'].threads[':target'][':root'][':reply'].translations.$put({ param, json }));
  return { redirect: withDone(url.pathname + url.search, 'draft-saved') };
};

/** What somebody replied, beside the field for its translation. */
export default definePage<Data>({
  cache: 'private',
  async load(loading) {
    const desk = await loadConsultationDesk(loading);
    if (!desk) return null;
    const param = { con: desk.consultation.id, ...replyIn(loading.params) };
    const view = await answer(
      loading.api.consultations[':con'].threads[':target'][':root'][':reply'].translations.$get({ param }),
    );
    return { desk, view, language: languageAsked(loading) };
  },
  head: (_, { t }) => ({ title: `${t('desk.room.translations')}: ${t('translations.kind.reply')}` }),
  place: ({ desk }) => desk.place,
  post,
  View: ReplyWordsPage,
});
