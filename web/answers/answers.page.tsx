import { For, Show, untrack } from 'solid-js';
import type { AnswersView } from '#shared/answers/views.ts';
import { readingOf } from '#shared/reading.ts';
import { answer } from '#web/api.ts';
import { useAddresses } from '#web/consultations/addresses.ts';
import { loadConsultation, withinOf, type Within } from '#web/consultations/load.ts';
import { idIn } from '#web/ids.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage } from '#web/page.ts';
import { Wording } from '#web/ui/reading/reading.tsx';
import { ProgressLine } from './progress-line.tsx';
import { SaidAndDone } from './said.tsx';

type Data = { within: Within; view: AnswersView };

const AnswersPage = (props: { data: Data }) => {
  const { t, number } = useI18n();
  const { within, view } = untrack(() => props.data);
  const to = useAddresses(within.id);
  const file = (kind: string) => `/api/consultations/${within.id}/answers/export.${kind}`;
  return (
    <>
      <p class="hint">
        <a href={to.home}>
          <Wording texts={within.title} />
        </a>
      </p>
      <h1>{t('answers.title')}</h1>
      <p>{t('answers.what')}</p>
      <ProgressLine line={view.line} />
      <For each={view.points} fallback={<p>{t('answers.none')}</p>}>
        {({ passage, answers, measures }) => (
          <section class="stack" aria-labelledby={passage.id}>
            <h2 id={passage.id}>
              {number(passage.position)}.{' '}
              <a href={to.passage(passage.id)}>
                <Wording texts={passage.heading} />
              </a>
            </h2>
            <SaidAndDone answers={answers} measures={measures} zone={within.place.timeZone} />
          </section>
        )}
      </For>
      <Show when={view.points.length > 0}>
        <p class="row">
          <span>{t('answers.take-along')}</span>
          <a href={file('csv')} download="">
            {t('answers.csv')}
          </a>
          <a href={file('json')} download="">
            {t('answers.json')}
          </a>
        </p>
      </Show>
    </>
  );
};

/** Who answered what, point by point, and what is done; what nobody answered says so. */
export default definePage<Data>({
  cache: 'public',
  async load({ api, params }) {
    const con = idIn('consultation', params);
    const [{ consultation }, view] = await Promise.all([
      loadConsultation(api, con),
      answer(api.consultations[':con'].answers.$get({ param: { con } })),
    ]);
    return { within: withinOf(consultation), view };
  },
  head: ({ within }, { t, locale }) => ({
    description: t('answers.what'),
    title: `${t('answers.title')}: ${readingOf(within.title, [locale])?.text ?? ''}`,
  }),
  place: ({ within }) => within.place,
  View: AnswersPage,
});
