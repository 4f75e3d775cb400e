import { For, Show, createSignal, onMount, untrack } from 'solid-js';
import type { Phase } from '#shared/consultations/phases.ts';
import { LANGUAGES, directionOf, isLocale, type Locale } from '#shared/locales.ts';
import { readingOf, type Reading } from '#shared/reading.ts';
import type { Instant } from '#shared/time.ts';
import { ConsultationFrame } from '#web/desk/desk-frame.tsx';
import { loadWholeConsultation, type ConsultationDesk } from '#web/desk/load.ts';
import { consultationRoom } from '#web/desk/rooms.ts';
import { loadI18n, useI18n } from '#web/messages/i18n.ts';
import { definePage, type Loading } from '#web/page.ts';
import { Button, LinkButton } from '#web/ui/button/button.tsx';
import { ChoiceGroup } from '#web/ui/choice/choice.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { PrintButton } from '#web/ui/print-button/print-button.tsx';
import { useVisit } from '#web/visit.ts';
import { Poster, type PosterWords } from './poster.tsx';

type Data = {
  desk: ConsultationDesk;
  /** The languages of the interface that the place speaks. */
  offered: Locale[];
  /** One sheet for each language that was chosen; none, where there is nothing to come to. */
  sheets: PosterWords[];
  isDraft: boolean;
};

const NO_WORDS: Reading = { text: '', language: 'en', provenance: 'original' };

/** A question that fits on a poster; a longer one would push the picture off the sheet. */
const LONGEST_QUESTION = 180;

const chosenIn = (url: URL, offered: readonly Locale[]): Locale[] => {
  const asked = offered.filter((tag) => url.searchParams.getAll('languages').includes(tag));
  return asked.length > 0 ? asked : [...offered];
};

const load = async (loading: Loading): Promise<Data | null> => {
  const found = await loadWholeConsultation(loading);
  if (!found) return null;
  const { desk, consultation } = found;
  const { title, question, placeBrief, languages, stages } = consultation;
  const offered = placeBrief.languages.filter(isLocale);
  const begins = (phase: Phase, after: string) => stages.find((one) => one.phase === phase && one.from > after)?.from;
  const opens = begins('suggesting', loading.now);
  // Voting ends when the next version begins to be written.
  const end = begins('drafting', loading.now);
  const sheetIn = async (locale: Locale, until: Instant): Promise<PosterWords> => {
    const { t, day } = await loadI18n(locale, ['poster']);
    const last = day(until, placeBrief.timeZone);
    const asked = readingOf(question, [locale]);
    return {
      locale,
      place: readingOf(placeBrief.name, [locale]) ?? NO_WORDS,
      title: readingOf(title, [locale]) ?? NO_WORDS,
      ...(asked && asked.text.length <= LONGEST_QUESTION && { question: asked }),
      call: t('poster.call'),
      when:
        opens !== undefined && opens < until
          ? t('poster.from-until', { from: day(opens, placeBrief.timeZone), until: last })
          : t('poster.until', { until: last }),
      how: t('poster.how'),
      free: t('poster.free'),
      read: t('poster.read', { languages: languages.map((tag) => LANGUAGES[tag]).join(' · ') }),
    };
  };
  const isDraft = consultation.draft !== undefined;
  const chosen = end === undefined || isDraft ? [] : chosenIn(loading.url, offered);
  const sheets = end === undefined ? [] : await Promise.all(chosen.map((locale) => sheetIn(locale, end)));
  return { desk, offered, sheets, isDraft };
};

const Choosing = (props: { data: Data }) => {
  const { t } = useI18n();
  return (
    <form class="stack" method="get">
      <ChoiceGroup
        kind="checkbox"
        name="languages"
        id="poster-languages"
        legend={t('poster.languages')}
        hint={t('poster.languages-hint')}
        chosen={props.data.sheets.map(({ locale }) => locale)}
        options={props.data.offered.map((tag) => ({
          value: tag,
          label: LANGUAGES[tag],
          lang: tag,
          dir: directionOf(tag),
        }))}
        beside
      />
      <p class="row">
        <Button look="plain">{t('poster.show')}</Button>
        <PrintButton label={t('poster.print')} />
      </p>
    </form>
  );
};

const PosterPage = (props: { data: Data }) => {
  const { t, locale } = useI18n();
  const { current } = useVisit();
  const { consultation, place } = untrack(() => props.data.desk);
  // Behind a proxy the server may take its own address for the one that people use; the browser knows better.
  const [origin, setOrigin] = createSignal(current.at.url.origin);
  onMount(() => setOrigin(location.origin));
  return (
    <ConsultationFrame desk={props.data.desk} title={t('desk.room.poster')}>
      <Show
        when={props.data.sheets.length > 0}
        fallback={
          <>
            <Notice kind="careful" title={t(props.data.isDraft ? 'poster.draft' : 'poster.over')} />
            <p class="row">
              <LinkButton
                href={`/${locale}${props.data.isDraft ? `/c/${consultation.id}/desk` : consultationRoom(consultation.id, 'dates')}`}
                look="plain"
              >
                {t(props.data.isDraft ? 'poster.to-draft' : 'desk.room.dates')}
              </LinkButton>
            </p>
          </>
        }
      >
        <div class="no-print stack narrow">
          <p>{t('poster.what')}</p>
          <Choosing data={props.data} />
        </div>
        <For each={props.data.sheets}>
          {(words) => <Poster words={words} origin={origin()} consultation={consultation.id} slug={place.slug} />}
        </For>
      </Show>
    </ConsultationFrame>
  );
};

export default definePage<Data>({
  cache: 'private',
  load,
  head: ({ desk }, { t, locale }) => ({
    title: `${t('desk.room.poster')}: ${readingOf(desk.consultation.title, [locale])?.text ?? ''}`,
  }),
  place: ({ desk }) => desk.place,
  View: PosterPage,
});
