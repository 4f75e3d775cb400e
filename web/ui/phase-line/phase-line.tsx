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

/** Where a consultation stands: its stages in order, what is over, what is now, what comes when. */
export const PhaseLine = (props: PhaseLineProps) => {
  const { t } = useI18n();
  const coming = (stage: Stage) => props.next !== undefined && stage.from >= props.next;
  const present = () => props.stages.findLast((stage) => !coming(stage));
  return (
    <ol class="phase-line" role="list" aria-label={t('ui.phases')}>
      <For each={props.stages}>
        {(stage) => (
          <li
            classList={{ 'phase-over': !coming(stage) && stage !== present(), 'phase-now': stage === present() }}
            aria-current={stage === present() ? 'step' : undefined}
          >
            <span class="phase-name">{t(`ui.phase.${stage.phase}`)}</span>
            <span class="hint">
              <Show when={stage === present()}>
                <strong class="phase-here">{t('ui.phase-now')}</strong>{' '}
              </Show>
              <Show when={!coming(stage) && stage !== present()}>
                <span class="visually-hidden">{t('ui.phase-over')} </span>
              </Show>
              {t('ui.from')} <Time at={stage.from} zone={props.zone} day />
            </span>
          </li>
        )}
      </For>
    </ol>
  );
};
