import { For, untrack } from 'solid-js';
import type { PublicMeasure } from '#shared/measures/schema.ts';
import { readingOf } from '#shared/reading.ts';
import { answer } from '#web/api.ts';
import { MeasureBrief } from '#web/answers/said.tsx';
import { useAddresses } from '#web/consultations/addresses.ts';
import { loadConsultation, withinOf, type Within } from '#web/consultations/load.ts';
import { idIn } from '#web/ids.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage } from '#web/page.ts';
import { Wording } from '#web/ui/reading/reading.tsx';

type Data = { within: Within; measures: PublicMeasure[] };

/** What is late comes first, then what is going on, by its day; what is finished last. */
const ORDER: Record<PublicMeasure['standing'], number> = { late: 0, 'under-way': 1, planned: 1, done: 2, dropped: 3 };

const MeasuresPage = (props: { data: Data }) => {
  const { t } = useI18n();
  const { within, measures } = untrack(() => props.data);
  const to = useAddresses(within.id);
  const late = measures.filter(({ standing }) => standing === 'late').length;
  return (
    <>
      <p class="hint row">
        <a href={to.home}>
          <Wording texts={within.title} />
        </a>
        <a href={to.answers}>{t('answers.title')}</a>
      </p>
      <h1>{t('answers.measures')}</h1>
      <p class="lead">{t('answers.how-many', { count: measures.length, late })}</p>
      <div class="two-columns">
        <For each={measures.toSorted((a, b) => ORDER[a.standing] - ORDER[b.standing])}>
          {(one) => (
            <div class="stack stack-tight">
              <MeasureBrief of={one} zone={within.place.timeZone} />
              <p>
                <a href={to.passage(one.passage)}>{t('answers.follows-from')}</a>
              </p>
            </div>
          )}
        </For>
      </div>
    </>
  );
};

export default definePage<Data>({
  cache: 'public',
  async load({ api, params }) {
    const con = idIn('consultation', params);
    const [{ consultation }, measures] = await Promise.all([
      loadConsultation(api, con),
      answer(api.consultations[':con'].measures.$get({ param: { con } })),
    ]);
    return { within: withinOf(consultation), measures };
  },
  head: ({ within }, { t, locale }) => ({
    description: t('answers.what'),
    title: `${t('answers.measures')}: ${readingOf(within.title, [locale])?.text ?? ''}`,
  }),
  place: ({ within }) => within.place,
  View: MeasuresPage,
});
