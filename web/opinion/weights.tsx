import { Show } from 'solid-js';
import { useI18n } from '#web/messages/i18n.ts';
import type { Sections } from './sections.ts';

/** Which ballots weighed less and why: behaviour only, never what somebody thinks. */
export const Weights = (props: { weights: Sections['weights'] }) => {
  const { t, number } = useI18n();
  const ballots = () => props.weights.ballots;
  return (
    <>
      <p>{t('opinion.weights')}</p>
      <ul>
        <li>{t('opinion.weight-group', { count: ballots().rankAndGroup })}</li>
        <Show when={ballots().rankOnly > 0}>
          <li>{t('opinion.weight-rank', { count: ballots().rankOnly })}</li>
        </Show>
        <Show when={ballots().withoutDealtVote > 0}>
          <li>{t('opinion.weight-none', { count: ballots().withoutDealtVote })}</li>
        </Show>
        <Show when={props.weights.collapsed.ballots > 0}>
          <li>
            {t('opinion.weight-alike', {
              count: props.weights.collapsed.ballots,
              families: number(Math.round(props.weights.collapsed.weight)),
            })}
          </li>
        </Show>
        <Show when={props.weights.balanced.items > 0}>
          <li>{t('opinion.weight-balanced', { count: props.weights.balanced.items })}</li>
        </Show>
      </ul>
    </>
  );
};
