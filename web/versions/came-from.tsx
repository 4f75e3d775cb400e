import { For, Show, untrack } from 'solid-js';
import { useAddresses } from '#web/consultations/addresses.ts';
import { useI18n } from '#web/messages/i18n.ts';

/** Which suggestions a passage came from, each a link to the words of somebody. */
export const CameFrom = (props: { consultation: string; cites: readonly string[] }) => {
  const { t, number } = useI18n();
  const to = useAddresses(untrack(() => props.consultation));
  return (
    <Show when={props.cites.length > 0}>
      <p class="row">
        <span>{t('versions.came-from', { count: props.cites.length })}</span>
        <For each={props.cites}>
          {(one, i) => <a href={to.contribution(one)}>{t('versions.suggestion', { number: number(i() + 1) })}</a>}
        </For>
      </p>
    </Show>
  );
};
