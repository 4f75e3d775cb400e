import { For, Show } from 'solid-js';
import type { StepState } from '#shared/answers/line.ts';
import type { LineView } from '#shared/answers/views.ts';
import { useI18n } from '#web/messages/i18n.ts';

const LOOKS: Record<StepState, string> = {
  over: 'over',
  now: 'now',
  late: 'now',
  coming: 'coming',
  none: 'over',
};

/** asked → drafted → sent → answered → done: each step with a word for how it stands, never only a colour. */
export const ProgressLine = (props: { line: LineView }) => {
  const { t, number } = useI18n();
  const count = (step: LineView['steps'][number]['step']): string | undefined => {
    const { points, measures } = props.line;
    if (step === 'answered' && points.asked > 0)
      return t('line.points', { answered: number(points.answered), asked: number(points.asked) });
    if (step === 'done' && measures.planned > 0)
      return t('line.measures', { done: number(measures.finished), planned: number(measures.planned) });
    return undefined;
  };
  return (
    <ol class="phase-line" role="list" aria-label={t('line.label')}>
      <For each={props.line.steps}>
        {({ step, is }) => (
          <li class={`phase-${LOOKS[is]}`}>
            <span class="phase-name">{t(`line.step.${step}`)}</span>
            <span class="hint">
              <Show when={is === 'late' || is === 'now'} fallback={t(`line.is.${is}`)}>
                <strong class="phase-here">{t(`line.is.${is}`)}</strong>
              </Show>
              <Show when={count(step)}> · {count(step)}</Show>
            </span>
          </li>
        )}
      </For>
    </ol>
  );
};
