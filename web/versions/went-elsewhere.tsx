import { For, Show } from 'solid-js';
import type { Comparison, Related } from '#shared/versions/views.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Wording } from '#web/ui/reading/reading.tsx';

type WentElsewhereProps = { of: Pick<Comparison, 'change' | 'from' | 'into'>; at: (passage: string) => string };

/** Where words of a passage were before, and where they are now, if that is another one: they are neither new nor gone. */
export const WentElsewhere = (props: WentElsewhereProps) => {
  const { t } = useI18n();
  const Others = (others: { say: string; parts: readonly Related[] }) => (
    <Show when={others.parts.length > 0}>
      <p class="row">
        <span>{others.say}</span>
        <For each={others.parts}>
          {({ id, heading }) => (
            <a href={props.at(id)}>
              <Wording texts={heading} />
            </a>
          )}
        </For>
      </p>
    </Show>
  );
  const isGone = () => props.of.change === 'withdrawn';
  return (
    <>
      <Others say={t('versions.came-out-of')} parts={props.of.from} />
      <Others say={t(isGone() ? 'versions.went-into' : 'versions.divided')} parts={props.of.into} />
    </>
  );
};
