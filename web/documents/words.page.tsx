import { For, Show, untrack } from 'solid-js';
import type { Passage } from '#shared/documents/schema.ts';
import { LANGUAGES, type Locale } from '#shared/locales.ts';
import { readingOf } from '#shared/reading.ts';
import { originalOf, statusOf } from '#shared/translations/rules.ts';
import { answer } from '#web/api.ts';
import { ConsultationFrame } from '#web/desk/desk-frame.tsx';
import { loadConsultationDesk } from '#web/desk/load.ts';
import { withDone } from '#web/done.ts';
import { textOf, textsOf } from '#web/form-data.ts';
import { idIn } from '#web/ids.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage, type PostAnswer, type Posting } from '#web/page.ts';
import { Wording } from '#web/ui/reading/reading.tsx';
import { useVisit } from '#web/visit.ts';
import { postArrangement } from './outline-list.tsx';
import { DividePart } from './divide-part.tsx';
import { WordsForm, type WordsData } from './words-form.tsx';

/** The original beside one translation, or beside all of them. */
const Languages = (props: { data: WordsData }) => {
  const { t } = useI18n();
  const { current } = useVisit();
  const { desk, passage, shown } = untrack(() => props.data);
  const { languages } = desk.consultation;
  const [first] = shown;
  const address = (language: string): string => `${current.at.url.pathname}?language=${language}`;
  const isShown = (language: string): boolean =>
    language === 'all' ? shown.length === languages.length : shown.length < languages.length && shown[1] === language;
  const others = languages.filter((language) => language !== first);
  return (
    <Show when={languages.length > 1}>
      <nav class="row" aria-label={t('texts.passage.languages')}>
        <For each={others}>
          {(language) => (
            <a href={address(language)} aria-current={isShown(language) ? 'true' : undefined}>
              <bdi lang={language}>{LANGUAGES[language]}</bdi>{' '}
              <small>{t(`texts.status.${statusOf(passage.text, language)}`)}</small>
            </a>
          )}
        </For>
        <Show when={others.length > 1}>
          <a href={address('all')} aria-current={isShown('all') ? 'true' : undefined}>
            {t('texts.passage.all')}
          </a>
        </Show>
      </nav>
    </Show>
  );
};

const WordsPage = (props: { data: WordsData }) => {
  const { t, locale, number } = useI18n();
  const { desk, passage } = untrack(() => props.data);
  return (
    <ConsultationFrame desk={desk} title={t('site.part', { number: number(passage.position) })}>
      <p>
        <a href={`/${locale}/c/${desk.consultation.id}/desk/text#${passage.id}`}>{t('texts.passage.back')}</a>
      </p>
      <p class="lead">
        <Wording texts={passage.heading} />
      </p>
      <Languages data={props.data} />
      <WordsForm data={props.data} />
      <DividePart data={props.data} />
    </ConsultationFrame>
  );
};

/** With few languages all stand beside each other; with more, the original and one other. */
const MOST_AT_ONCE = 3;

const shownOf = (languages: readonly Locale[], passage: Passage, asked: string | null): Locale[] => {
  const original = languages.find((language) => language === originalOf(passage.text)?.language) ?? languages[0];
  const others = languages.filter((language) => language !== original);
  const one = others.find((language) => language === asked);
  const shown = one ? [one] : asked === 'all' || languages.length <= MOST_AT_ONCE ? others : others.slice(0, 1);
  return [...(original ? [original] : []), ...shown];
};

const post = async (posting: Posting): Promise<PostAnswer> => {
  const { api, form, params, url } = posting;
  if (textOf(form, 'form') === 'divide') return postArrangement(posting);
  const note = textsOf(form, 'note');
  const json = {
    version: Number(textOf(form, 'version')),
    heading: textsOf(form, 'heading'),
    text: textsOf(form, 'text'),
    summary: textsOf(form, 'summary'),
    checkedBy: textsOf(form, 'checkedBy'),
    summaryCheckedBy: textsOf(form, 'summaryCheckedBy'),
    ...(Object.keys(note).length > 0 ? { note } : {}),
  };
  const param = { con: idIn('consultation', params), psg: idIn('passage', params) };
  await answer(api.consultations[':con'].passages[':psg'].$put({ param, json }));
  return { redirect: withDone(url.pathname + url.search, 'draft-saved') };
};

export default definePage<WordsData>({
  cache: 'private',
  async load(loading) {
    const desk = await loadConsultationDesk(loading);
    if (!desk) return null;
    const { id, languages } = desk.consultation;
    const text = await answer(loading.api.consultations[':con'].text.$get({ param: { con: id } }));
    const passage = text.passages.find((one) => one.id === loading.params['psg']);
    if (!passage) return null;
    return { desk, text, passage, shown: shownOf(languages, passage, loading.url.searchParams.get('language')) };
  },
  head: ({ passage }, { t, locale }) => ({
    title: `${t('desk.room.text')}: ${readingOf(passage.heading, [locale])?.text ?? ''}`,
  }),
  place: ({ desk }) => desk.place,
  post,
  View: WordsPage,
});
