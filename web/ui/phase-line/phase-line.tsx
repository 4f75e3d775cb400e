import { For, Show } from 'solid-js';
import type { Stage } from '#shared/consultations/phases.ts';
import type { Instant } from '#shared/time.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Time } from '../time/time.tsx';

type PhaseLineProps = {
  stages: readonly Stage[];
  zone: string;
  /** The next stage to come, as the server's clock saw it; without one the last stage is the present one. */
  next: Instant | undefined;
};

type Standing = 'over' | 'now' | 'coming';

/** Each stage with where it stands. What the server's clock says has not come is coming; the last that has come is now. */
const standings = (stages: readonly Stage[], next: Instant | undefined): { stage: Stage; standing: Standing }[] => {
  const present = stages.findLast((stage) => next === undefined || stage.from < next);
  const standingOf = (stage: Stage): Standing => {
    if (stage === present) return 'now';
    return present && stage.from < present.from ? 'over' : 'coming';
  };
  return stages.map((stage) => ({ stage, standing: standingOf(stage) }));
};

/** Where a consultation stands: its stages in order, what is over, what is now, what comes when; the next to the minute. */
export const PhaseLine = (props: PhaseLineProps) => {
  const { t } = useI18n();
  return (
    <ol class="phase-line" role="list" aria-label={t('phases.title')}>
      <For each={standings(props.stages, props.next)}>
        {({ stage, standing }) => (
          <li class={`phase-${standing}`} aria-current={standing === 'now' ? 'step' : undefined}>
            <span class="phase-name">{t(`phases.phase.${stage.phase}`)}</span>
            <span class="hint">
              <Show when={standing === 'now'}>
                <strong class="phase-here">{t('phases.now')}</strong>{' '}
              </Show>
              <Show when={standing === 'over'}>
                <span class="visually-hidden">{t('phases.over')} </span>
              </Show>
              {t('phases.from')} <Time at={stage.from} zone={props.zone} day={stage.from !== props.next} />
            </span>
          </li>
        )}
      </For>
    </ol>
  );
};
