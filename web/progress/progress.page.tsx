import { For, Show } from 'solid-js';
import { WAITS_FOR } from '#shared/progress/needs.ts';
import type { ProgressView } from '#shared/progress/schema.ts';
import { answer } from '#web/api.ts';
import { ConsultationFrame } from '#web/desk/desk-frame.tsx';
import { loadConsultationDesk, type ConsultationDesk } from '#web/desk/load.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage } from '#web/page.ts';
import { Notice } from '#web/ui/notice/notice.tsx';
import { Time } from '#web/ui/time/time.tsx';
import { TurnoutFigures } from './turnout.tsx';

type Data = { desk: ConsultationDesk; progress: ProgressView };

const Ahead = (props: { data: Data }) => {
  const { t } = useI18n();
  const { progress, desk } = props.data;
  return (
    <section class="stack stack-tight" aria-labelledby="ahead">
      <h2 id="ahead">
        {t(progress.next ? 'progress.next' : 'progress.now')}:{' '}
        {t(`phases.phase.${progress.next?.phase ?? progress.phase}`)}
      </h2>
      <Show when={progress.next}>
        {(next) => (
          <p>
            {t('progress.begins')} <Time at={next().from} zone={desk.place.timeZone} />.
          </p>
        )}
      </Show>
      <Show when={progress.missing.length > 0} fallback={<p>{t('progress.lacks-nothing')}</p>}>
        <Notice kind="careful" title={t('progress.lacks')}>
          <ul>
            <For each={progress.missing}>{(need) => <li>{t(`progress.need.${need}`)}</li>}</For>
          </ul>
        </Notice>
      </Show>
    </section>
  );
};

const Waits = (props: { waiting: ProgressView['waiting'] }) => {
  const { t } = useI18n();
  const some = () => props.waiting.filter(({ count }) => count > 0);
  return (
    <section class="stack stack-tight" aria-labelledby="waiting">
      <h2 id="waiting">{t('progress.waiting')}</h2>
      <ul>
        <For each={some()} fallback={<li>{t('progress.waiting-none')}</li>}>
          {({ what, count }) => (
            <li>
              {t(`progress.waits.${what}`, { count })} – {t('progress.for-role')}{' '}
              <strong>{t(`desk.role.${WAITS_FOR[what]}`)}</strong>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
};

const ProgressPage = (props: { data: Data }) => {
  const { t } = useI18n();
  const { progress, desk } = props.data;
  return (
    <ConsultationFrame desk={desk} title={t('progress.title')}>
      <Ahead data={props.data} />
      <Waits waiting={progress.waiting} />
      <section class="stack" aria-labelledby="numbers">
        <h2 id="numbers">{t('progress.numbers')}</h2>
        <Show
          when={progress.turnout}
          fallback={
            <Notice title={t('progress.no-count')}>
              <p>{t('progress.no-count-why')}</p>
            </Notice>
          }
        >
          {(turnout) => <TurnoutFigures turnout={turnout()} words={progress.words} zone={desk.place.timeZone} />}
        </Show>
      </section>
    </ConsultationFrame>
  );
};

export default definePage<Data>({
  cache: 'private',
  async load(loading) {
    const desk = await loadConsultationDesk(loading);
    if (!desk) return null;
    const param = { con: desk.consultation.id };
    return { desk, progress: await answer(loading.api.consultations[':con'].progress.$get({ param })) };
  },
  head: (_, { t }) => ({ title: t('progress.title') }),
  place: ({ desk }) => desk.place,
  View: ProgressPage,
});
