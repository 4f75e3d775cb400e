import { Show } from 'solid-js';
import type { OperationsView } from '#shared/operations/schema.ts';
import { milliseconds, SECOND } from '#shared/time.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Time } from '#web/ui/time/time.tsx';
import { Figures } from './figures.tsx';

type Run = OperationsView['jobs'][number];

/** How long the last run that ended took. */
const Took = (props: { run: Run }) => {
  const { t, number } = useI18n();
  const took = () =>
    props.run.ended && props.run.ended >= props.run.began
      ? Math.ceil((milliseconds(props.run.ended) - milliseconds(props.run.began)) / 100) * 100
      : undefined;
  return <Show when={took() !== undefined}>{t('operations.seconds', { n: number((took() ?? 0) / SECOND) })}</Show>;
};

export const Jobs = (props: { jobs: readonly Run[]; zone: string }) => {
  const { t } = useI18n();
  const rows = () =>
    props.jobs.map((run) => ({
      name: t(`operations.job.${run.job}`),
      cells: [
        <>
          {t(`operations.standing.${run.standing}`)}
          <Show when={run.code}>
            {(code) => (
              <>
                {' '}
                <code dir="ltr">{code()}</code>
              </>
            )}
          </Show>
        </>,
        <Time at={run.began} zone={props.zone} />,
        <Took run={run} />,
        <Show when={run.good}>{(good) => <Time at={good()} zone={props.zone} />}</Show>,
      ],
    }));
  return (
    <section class="stack" aria-labelledby="jobs">
      <h2 id="jobs">{t('operations.jobs.title')}</h2>
      <Show when={props.jobs.length > 0} fallback={<p>{t('operations.jobs.none')}</p>}>
        <Figures
          title={t('operations.jobs.last')}
          columns={[
            { title: t('operations.jobs.name') },
            { title: t('operations.jobs.standing') },
            { title: t('operations.jobs.began') },
            { title: t('operations.jobs.took'), isNumber: true },
            { title: t('operations.jobs.good') },
          ]}
          rows={rows()}
        />
      </Show>
    </section>
  );
};
