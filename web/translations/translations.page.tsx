import { For, Show, untrack } from 'solid-js';
import { directionOf, isLocale, LANGUAGES } from '#shared/locales.ts';
import { readingOf } from '#shared/reading.ts';
import type { TranslationList, WaitingText } from '#shared/translations/schema.ts';
import { answer } from '#web/api.ts';
import { ConsultationFrame } from '#web/desk/desk-frame.tsx';
import { loadConsultationDesk, type ConsultationDesk } from '#web/desk/load.ts';
import { consultationRoom } from '#web/desk/rooms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage } from '#web/page.ts';
import { Card } from '#web/ui/card/card.tsx';
import { NextLink } from '#web/ui/next-link/next-link.tsx';
import { useVisit } from '#web/visit.ts';

type Data = { desk: ConsultationDesk; list: TranslationList; into: string | undefined };

/** Only what waits in the language that she translates into. */
const Languages = (props: { data: Data }) => {
  const { t } = useI18n();
  const { current } = useVisit();
  const address = (language?: string): string =>
    current.at.url.pathname + (language === undefined ? '' : `?language=${language}`);
  return (
    <nav class="row" aria-label={t('translations.languages')}>
      <a href={address()} aria-current={props.data.into === undefined ? 'true' : undefined}>
        {t('translations.all')}
      </a>
      <For each={props.data.desk.consultation.languages}>
        {(language) => (
          <a href={address(language)} aria-current={props.data.into === language ? 'true' : undefined}>
            <bdi lang={language}>{LANGUAGES[language]}</bdi>
          </a>
        )}
      </For>
    </nav>
  );
};

/** Below the room: where one text stands beside the field for its translation. */
const addressOf = (of: WaitingText['of']): string => {
  switch (of.kind) {
    case 'answer':
      return `answers/${of.id}/${of.passage}`;
    case 'reply':
      return `replies/${of.target}/${of.root}/${of.id}`;
    default:
      return `${of.kind}s/${of.id}`;
  }
};

const Row = (props: { one: WaitingText; room: string }) => {
  const { t } = useI18n();
  const { of, original, language, status, asked } = untrack(() => props.one);
  const which = addressOf(of);
  const id = `${which.replaceAll('/', '-')}-${language}`;
  return (
    <Card labelledBy={id}>
      <p class="hint">
        {t(`translations.kind.${of.kind}`)} · <strong>{t(`texts.status.${status}`)}</strong>
        <Show when={asked > 0}> · {t('translations.asked', { count: asked })}</Show>
      </p>
      <p class="words" id={id} lang={original.language} dir={directionOf(original.language)}>
        {original.text}
      </p>
      <p>
        <a href={`${props.room}/${which}?language=${language}`} aria-describedby={id}>
          {t('translations.write')} {t('translations.into')} <bdi lang={language}>{LANGUAGES[language]}</bdi>
        </a>
      </p>
    </Card>
  );
};

const TranslationsPage = (props: { data: Data }) => {
  const { t, locale, number } = useI18n();
  const room = () => `/${locale}${consultationRoom(props.data.desk.consultation.id, 'translations')}`;
  const { list, into } = untrack(() => props.data);
  const pageFrom = (from: number): string =>
    `?${new URLSearchParams({ ...(into && { language: into }), from: String(from) }).toString()}`;
  return (
    <ConsultationFrame desk={props.data.desk} title={t('desk.room.translations')}>
      <p class="lead">{t('translations.what')}</p>
      <Languages data={props.data} />
      <Show when={list.total > 0} fallback={<p>{t('translations.none')}</p>}>
        <h2>{t('translations.total', { count: list.total })}</h2>
        <Show when={list.total > list.waiting.length}>
          <p class="hint">
            {t('translations.range', {
              first: number(list.from + 1),
              last: number(list.from + list.waiting.length),
            })}
          </p>
        </Show>
        <ul role="list" class="stack stack-tight">
          <For each={list.waiting}>
            {(one) => (
              <li>
                <Row one={one} room={room()} />
              </li>
            )}
          </For>
        </ul>
        <Show when={list.from > 0}>
          <p>
            <a href={pageFrom(0)}>{t('translations.first')}</a>
          </p>
        </Show>
        <Show when={list.next}>{(next) => <NextLink href={pageFrom(next())} label={t('translations.next')} />}</Show>
      </Show>
    </ConsultationFrame>
  );
};

/** What waits for a translation, for those who translate. */
export default definePage<Data>({
  cache: 'private',
  async load(loading) {
    const desk = await loadConsultationDesk(loading);
    if (!desk) return null;
    const asked = loading.url.searchParams.get('language') ?? '';
    const into = isLocale(asked) ? asked : undefined;
    const from = Math.max(0, Math.trunc(Number(loading.url.searchParams.get('from'))) || 0);
    const list = await answer(
      loading.api.consultations[':con'].translations.$get({
        param: { con: desk.consultation.id },
        query: { ...(into && { language: into }), from: String(from) },
      }),
    );
    return { desk, list, into };
  },
  head: ({ desk }, { t, locale }) => ({
    title: `${t('desk.room.translations')}: ${readingOf(desk.consultation.title, [locale])?.text ?? ''}`,
  }),
  place: ({ desk }) => desk.place,
  View: TranslationsPage,
});
