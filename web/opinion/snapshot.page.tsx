import { For, Show } from 'solid-js';
import { readingOf } from '#shared/reading.ts';
import { answer, answerOr } from '#web/api.ts';
import { idIn } from '#web/ids.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { ConsultationFrame } from '#web/desk/desk-frame.tsx';
import { loadConsultationDesk, type ConsultationDesk } from '#web/desk/load.ts';
import { definePage } from '#web/page.ts';
import { Notice } from '#web/ui/notice/notice.tsx';
import { pointsOf } from './certainty.ts';
import { askedOf } from './load.ts';
import { pairsOf, type Pair } from './pairs.ts';
import { Result } from './result.tsx';
import { sectionsOf, type Asked, type Sections } from './sections.ts';
import { Sentence } from './sentence.tsx';

type Data = {
  desk: ConsultationDesk;
  consultation: Asked;
  result?: { isPublic: boolean; sections: Sections; pairs: Pair[]; allPairs: number };
};

/** Suggestions that say nearly the same: a person decides whether to merge them. */
const Candidates = (props: { consultation: Asked; pairs: readonly Pair[]; all: number }) => {
  const i18n = useI18n();
  const { t } = i18n;
  return (
    <section class="stack" aria-labelledby="candidates">
      <h2 id="candidates">{t('opinion.candidates')}</h2>
      <p>{t('opinion.candidates-why', { count: props.all })}</p>
      <ul role="list" class="stack stack-tight">
        <For each={props.pairs}>
          {(pair) => (
            <li class="short-result stack stack-tight">
              <p>
                <Sentence about={pair.one} consultation={props.consultation.id} />
              </p>
              <p>
                <Sentence about={pair.other} consultation={props.consultation.id} />
              </p>
              <p class="hint">{t('opinion.likeness', { share: i18n.number(pointsOf(pair.likeness)) })}</p>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
};

const SnapshotPage = (props: { data: Data }) => {
  const { t } = useI18n();
  return (
    <ConsultationFrame desk={props.data.desk} title={t('opinion.snapshot')}>
      <Show
        when={props.data.result}
        fallback={
          <Notice title={t('opinion.no-snapshot')}>
            <p>{t('opinion.no-snapshot-why')}</p>
          </Notice>
        }
      >
        {(result) => (
          <>
            <Show when={!result().isPublic}>
              <Notice kind="careful" title={t('opinion.staff-only')}>
                <p>{t('opinion.staff-only-why')}</p>
              </Notice>
            </Show>
            <Show when={!result().sections.isWhole && result().allPairs > 0}>
              <Candidates consultation={props.data.consultation} pairs={result().pairs} all={result().allPairs} />
            </Show>
            <Result consultation={props.data.consultation} result={result().sections} />
          </>
        )}
      </Show>
    </ConsultationFrame>
  );
};

export default definePage<Data>({
  cache: 'private',
  load: async (loading) => {
    const { api, params, url, locale } = loading;
    const desk = await loadConsultationDesk(loading);
    if (!desk) return null;
    const param = { con: idIn('consultation', params) };
    const [consultation, { value }] = await Promise.all([
      answer(api.consultations[':con'].$get({ param })),
      answerOr(api.consultations[':con'].snapshot.$get({ param, query: { readIn: locale } }), 'results-not-yet-public'),
    ]);
    return {
      desk,
      consultation: askedOf(consultation),
      ...(value && {
        result: {
          isPublic: value.publishedFor !== undefined,
          sections: sectionsOf(value, url.searchParams),
          pairs: pairsOf(value),
          allPairs: value.candidates.length,
        },
      }),
    };
  },
  head: ({ consultation }, { t, locale }) => ({
    title: `${t('opinion.snapshot')}: ${readingOf(consultation.title, [locale])?.text ?? ''}`,
  }),
  place: ({ consultation }) => consultation.placeBrief,
  View: SnapshotPage,
});
