import { Show } from 'solid-js';
import { readingOf } from '#shared/reading.ts';
import { answer, answerOr } from '#web/api.ts';
import { addressesOf } from '#web/consultations/addresses.ts';
import { idIn } from '#web/ids.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage } from '#web/page.ts';
import { LinkButton } from '#web/ui/button/button.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { Time } from '#web/ui/time/time.tsx';
import { Heading } from './heading.tsx';
import { askedOf } from './load.ts';
import { Result } from './result.tsx';
import { sectionsOf, type Asked, type Sections } from './sections.ts';

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

const ResultsPage = (props: { data: Data }) => {
  const { t } = useI18n();
  return (
    <>
      <Heading consultation={props.data.consultation} title={t('opinion.title')} />
      <Show when={props.data.result} fallback={<NotYet consultation={props.data.consultation} />}>
        {(result) => <Result consultation={props.data.consultation} result={result()} />}
      </Show>
    </>
  );
};

export default definePage<Data>({
  cache: 'public',
  load: async ({ api, params, url, locale }) => {
    const param = { con: idIn('consultation', params) };
    const [consultation, { value }] = await Promise.all([
      answer(api.consultations[':con'].$get({ param })),
      answerOr(api.consultations[':con'].results.$get({ param, query: { readIn: locale } }), 'results-not-yet-public'),
    ]);
    return { consultation: askedOf(consultation), ...(value && { result: sectionsOf(value, url.searchParams) }) };
  },
  head: ({ consultation, result }, { t, locale }) => ({
    title: `${t('opinion.title')}: ${readingOf(consultation.title, [locale])?.text ?? ''}`,
    description: result ? t('opinion.ballots', { count: result.ballots }) : t('opinion.not-yet'),
  }),
  place: ({ consultation }) => consultation.placeBrief,
  View: ResultsPage,
});
