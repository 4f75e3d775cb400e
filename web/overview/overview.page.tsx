import { Show } from 'solid-js';
import { mayDo } from '#shared/places/rules.ts';
import type { OverviewView } from '#shared/overview/schema.ts';
import { readingOf } from '#shared/reading.ts';
import { answer } from '#web/api.ts';
import { ConsultationFrame } from '#web/desk/desk-frame.tsx';
import { loadConsultationDesk, type ConsultationDesk } from '#web/desk/load.ts';
import { consultationRoom } from '#web/desk/rooms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Groups } from '#web/opinion/groups.tsx';
import { definePage, type PostAnswer, type Posting } from '#web/page.ts';
import { TurnoutFigures } from '#web/progress/turnout.tsx';
import { postGroupName } from '#web/suggestions/name-groups-post.ts';
import { NameGroups } from '#web/suggestions/name-groups.tsx';
import { LinkButton } from '#web/ui/button/button.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { Time } from '#web/ui/time/time.tsx';
import { Lists } from './lists.tsx';
import { TakeAlong } from './take-along.tsx';

type Data = { desk: ConsultationDesk; overview: OverviewView };

const Counted = (props: {
  desk: ConsultationDesk;
  overview: OverviewView;
  count: NonNullable<OverviewView['count']>;
}) => {
  const { t, locale } = useI18n();
  const { desk, count } = props;
  return (
    <div class="overview stack">
      <p role="status">
        {t('opinion.ballots', { count: count.ballots })} {t('opinion.counted-on')}{' '}
        <Time at={count.at} zone={desk.place.timeZone} />.
      </p>
      <p>
        <LinkButton href={`/${locale}${consultationRoom(desk.consultation.id, 'overview')}/report`} look="plain">
          {t('overview.report')}
        </LinkButton>
      </p>
      <Show when={count.publishedFor === undefined}>
        <Notice kind="careful" title={t('opinion.staff-only')}>
          <p>{t('opinion.staff-only-why')}</p>
        </Notice>
      </Show>
      <section class="stack" aria-labelledby="numbers">
        <h2 id="numbers">{t('progress.numbers')}</h2>
        <Show when={props.overview.turnout} fallback={<p class="hint">{t('progress.no-count')}</p>}>
          {(turnout) => <TurnoutFigures turnout={turnout()} words={props.overview.words} zone={desk.place.timeZone} />}
        </Show>
      </section>
      <Groups result={count} consultation={desk.consultation.id} />
      <Show when={mayDo('work-on-suggestions', desk.roles).allowed}>
        <NameGroups
          page={{ groups: count.groups.list.map(({ label }) => label), names: count.names }}
          languages={desk.consultation.languages}
        />
      </Show>
      <Lists desk={desk} count={count} />
      <TakeAlong consultation={desk.consultation.id} />
    </div>
  );
};

const OverviewPage = (props: { data: Data }) => {
  const { t } = useI18n();
  return (
    <ConsultationFrame desk={props.data.desk} title={t('desk.room.overview')}>
      <Show
        when={props.data.overview.count}
        fallback={
          <Notice title={t('progress.no-count')}>
            <p>{t('progress.no-count-why')}</p>
          </Notice>
        }
      >
        {(count) => <Counted desk={props.data.desk} overview={props.data.overview} count={count()} />}
      </Show>
    </ConsultationFrame>
  );
};

export default definePage<Data>({
  cache: 'private',
  async load(loading) {
    const desk = await loadConsultationDesk(loading);
    if (!desk) return null;
    const param = { con: desk.consultation.id };
    return {
      desk,
      overview: await answer(
        loading.api.consultations[':con'].overview.$get({ param, query: { readIn: loading.locale } }),
      ),
    };
  },
  head: ({ desk }, { t, locale }) => ({
    title: `${t('desk.room.overview')}: ${readingOf(desk.consultation.title, [locale])?.text ?? ''}`,
  }),
  place: ({ desk }) => desk.place,
  post: async (posting: Posting): Promise<PostAnswer> =>
    (await postGroupName(posting)) ?? { redirect: posting.url.pathname },
  View: OverviewPage,
});
