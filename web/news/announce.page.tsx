import { For, Show } from 'solid-js';
import { LANGUAGES, directionOf, type Language } from '#shared/locales.ts';
import { NEWS_LENGTHS } from '#shared/news/rules.ts';
import type { Announce, News } from '#shared/news/schema.ts';
import type { Texts } from '#shared/texts.ts';
import { answer } from '#web/api.ts';
import { ConsultationFrame } from '#web/desk/desk-frame.tsx';
import { loadConsultationDesk, type ConsultationDesk } from '#web/desk/load.ts';
import { consultationRoom } from '#web/desk/rooms.ts';
import { withDone } from '#web/done.ts';
import { textOf, textsOf } from '#web/form-data.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { idIn } from '#web/ids.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage, type PostAnswer, type Posting } from '#web/page.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { TextsField } from '#web/ui/texts-field/texts-field.tsx';
import { NewsList } from './news-list.tsx';

type Written = Pick<Announce, 'title' | 'text'>;
type Data = {
  desk: ConsultationDesk;
  news: News[];
  /** What she wrote and wants to see before it is told. */
  preview?: Written;
};

const wordingsOf = (given: Written['title'] = {}): Texts =>
  Object.fromEntries(
    Object.entries(given)
      .filter(([, text]) => text?.trim())
      .map(([language, text]) => [language, { text: text ?? '', provenance: 'original' as const }]),
  );

const Preview = (props: { written: Written }) => {
  const { t } = useI18n();
  const languages = () =>
    (Object.keys(LANGUAGES) as Language[]).filter((tag) => props.written.title[tag] ?? props.written.text[tag]);
  return (
    <section class="stack" aria-labelledby="preview">
      <h2 id="preview">{t('news.preview')}</h2>
      <For each={languages()}>
        {(tag) => (
          <article class="short-result stack stack-tight" lang={tag} dir={directionOf(tag)}>
            <h3 class="card-heading">{props.written.title[tag]}</h3>
            <p class="words">{props.written.text[tag]}</p>
          </article>
        )}
      </For>
    </section>
  );
};

const AnnouncePage = (props: { data: Data }) => {
  const { t } = useI18n();
  const { desk, news, preview } = props.data;
  const form = useForm('announce');
  const field = (name: 'title' | 'text') => ({
    name,
    languages: desk.consultation.languages,
    texts: wordingsOf(preview?.[name]),
    most: NEWS_LENGTHS[name],
    form,
  });
  return (
    <ConsultationFrame desk={desk} title={t('news.announce')}>
      <p class="lead">{t('news.what')}</p>
      <Show when={preview}>{(written) => <Preview written={written()} />}</Show>
      <PostForm class="stack">
        <FormProblem form={form} />
        <input type="hidden" name="form" value="announce" />
        <input type="hidden" name="number" value={news.length + 1} />
        <TextsField {...field('title')} label={t('news.headline')} />
        <TextsField {...field('text')} label={t('news.text')} hint={t('news.text-hint')} rows={6} />
        <p class="hint">{t('news.once')}</p>
        <p class="row">
          <Show when={preview}>
            <Button name="step" value="send">
              {t('news.send')}
            </Button>
          </Show>
          <Button name="step" value="see" look={preview ? 'plain' : 'main'}>
            {t('news.see')}
          </Button>
        </p>
      </PostForm>
      <section class="stack" aria-labelledby="told">
        <h2 id="told">{t('news.told')}</h2>
        <Show when={news.length > 0} fallback={<p>{t('news.none')}</p>}>
          <NewsList news={news} zone={desk.place.timeZone} />
        </Show>
      </section>
    </ConsultationFrame>
  );
};

const load = async (loading: Pick<Posting, 'api' | 'params' | 'locale' | 'url'>): Promise<Data | null> => {
  const desk = await loadConsultationDesk(loading);
  if (!desk) return null;
  const param = { con: desk.consultation.id };
  return { desk, news: await answer(loading.api.consultations[':con'].news.$get({ param })) };
};

const isEmpty = (given: Written['title']): boolean => !Object.values(given).some((text) => text?.trim());

const post = async (posting: Posting): Promise<PostAnswer> => {
  const { api, form, params, locale } = posting;
  const con = idIn('consultation', params);
  const written: Written = { title: textsOf(form, 'title'), text: textsOf(form, 'text') };
  if (textOf(form, 'step') === 'send') {
    await answer(
      api.consultations[':con'].news.$post({
        param: { con },
        json: { number: Number(textOf(form, 'number')), ...written },
      }),
    );
    return { redirect: withDone(`/${locale}${consultationRoom(con, 'announce')}`, 'announced') };
  }
  const missing = (['title', 'text'] as const).filter((name) => isEmpty(written[name]));
  if (missing.length > 0) {
    const errors = missing.map((name) => ({ pointer: `/${name}`, code: 'words-missing' as const }));
    return { problem: { code: 'invalid-request', errors } };
  }
  const around = await load(posting);
  return around
    ? { data: { ...around, preview: written } satisfies Data }
    : { problem: { code: 'not-found', errors: [] } };
};

export default definePage<Data>({
  cache: 'private',
  load,
  head: (_, { t }) => ({ title: t('news.announce') }),
  place: ({ desk }) => desk.place,
  post,
  View: AnnouncePage,
});
