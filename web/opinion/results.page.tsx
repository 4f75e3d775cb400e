import { For, Show } from 'solid-js';
import type { ConsultationView } from '#shared/consultations/views.ts';
import { readingOf } from '#shared/reading.ts';
import { answer, answerOr } from '#web/api.ts';
import { addressesOf } from '#web/consultations/addresses.ts';
import { idIn } from '#web/ids.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage } from '#web/page.ts';
import { LinkButton } from '#web/ui/button/button.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { NextLink } from '#web/ui/next-link/next-link.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { Wording } from '#web/ui/reading/reading.tsx';
import { Time } from '#web/ui/time/time.tsx';
import { Row, Sentence } from './row.tsx';
import { sectionsOf, type Asked, type Sections } from './sections.ts';
import { WholeTable } from './whole-table.tsx';

type Data = { consultation: Asked; result?: Sections };

const NotYet = (props: { consultation: Asked }) => {
  const { t, locale } = useI18n();
  const to = () => addressesOf(locale, props.consultation.id);
  return (
    <>
      <Notice title={t('opinion.not-yet')}>
        <p>
          <Show when={props.consultation.resultsOn} fallback={t('opinion.no-date')}>
            {(date) => (
              <>
                {t('opinion.comes-on')}{' '}
                <strong>
                  <Time at={date()} zone={props.consultation.placeBrief.timeZone} />
                </strong>
                .
              </>
            )}
          </Show>
        </p>
        <p>{t('opinion.not-yet-why')}</p>
      </Notice>
      <p class="row">
        <LinkButton href={to().home} look="plain">
          {t('opinion.to-consultation')}
        </LinkButton>
        <LinkButton href={to().tellMe} look="plain">
          {t('contacts.ask')}
        </LinkButton>
      </p>
    </>
  );
};

const Result = (props: { consultation: Asked; result: Sections }) => {
  const i18n = useI18n();
  const { t } = i18n;
  const last = () => props.result.first - 1 + props.result.ranked.length;
  return (
    <>
      <p class="lead">
        {t('opinion.ballots', { count: props.result.ballots })} {t('opinion.counted-on')}{' '}
        <Time at={props.result.at} zone={props.consultation.placeBrief.timeZone} />.
      </p>
      <Details summary={t('opinion.how-to-read')}>
        <p>{t('opinion.how-bars')}</p>
        <p>{t('opinion.how-sure')}</p>
        <p>{t('opinion.how-rank')}</p>
        <p>{t('opinion.who-voted')}</p>
      </Details>
      <Show when={props.result.passages.length > 0}>
        <h2>{t('opinion.passages')}</h2>
        <For each={props.result.passages}>{(row) => <Row row={row} consultation={props.consultation.id} />}</For>
      </Show>
      <h2>{t('opinion.suggestions')}</h2>
      <Show when={props.result.total > 0} fallback={<p>{t('opinion.nothing-ranked')}</p>}>
        <p class="hint">
          {t('opinion.range', {
            first: i18n.number(props.result.first),
            last: i18n.number(last()),
            all: i18n.number(props.result.total),
          })}
        </p>
        <For each={props.result.ranked}>
          {(row, i) => <Row row={row} rank={props.result.first + i()} consultation={props.consultation.id} />}
        </For>
      </Show>
      <WholeTable rows={[...props.result.passages, ...props.result.ranked]} />
      <Show when={last() < props.result.total}>
        <NextLink href={`?from=${last()}`} label={t('opinion.next')} />
      </Show>
      <Show when={props.result.tooLittle.length > 0}>
        <h2>{t('opinion.too-little')}</h2>
        <p>{t('opinion.too-little-why', { count: props.result.tooLittle.length })}</p>
        <Details summary={t('opinion.too-little-show')}>
          <ul class="plain-list">
            <For each={props.result.tooLittle}>
              {(row) => (
                <li>
                  <Sentence row={row} consultation={props.consultation.id} />
                </li>
              )}
            </For>
          </ul>
        </Details>
      </Show>
    </>
  );
};

const ResultsPage = (props: { data: Data }) => {
  const { t, locale } = useI18n();
  return (
    <>
      <header class="stack stack-tight">
        <p>
          <a href={addressesOf(locale, props.data.consultation.id).home}>
            <Wording texts={props.data.consultation.title} />
          </a>
        </p>
        <h1>{t('opinion.title')}</h1>
      </header>
      <Show when={props.data.result} fallback={<NotYet consultation={props.data.consultation} />}>
        {(result) => <Result consultation={props.data.consultation} result={result()} />}
      </Show>
    </>
  );
};

const asked = ({ id, title, placeBrief, resultsOn }: ConsultationView): Asked => ({
  id,
  title,
  placeBrief,
  ...(resultsOn && { resultsOn }),
});

export default definePage<Data>({
  cache: 'public',
  load: async ({ api, params, url }) => {
    const param = { con: idIn('consultation', params) };
    const [consultation, { value }] = await Promise.all([
      answer(api.consultations[':con'].$get({ param })),
      answerOr(api.consultations[':con'].results.$get({ param }), 'results-not-yet-public'),
    ]);
    return {
      consultation: asked(consultation),
      ...(value && { result: sectionsOf(value, Number(url.searchParams.get('from'))) }),
    };
  },
  head: ({ consultation, result }, { t, locale }) => ({
    title: `${t('opinion.title')}: ${readingOf(consultation.title, [locale])?.text ?? ''}`,
    description: result ? t('opinion.ballots', { count: result.ballots }) : t('opinion.not-yet'),
  }),
  place: ({ consultation }) => consultation.placeBrief,
  View: ResultsPage,
});
