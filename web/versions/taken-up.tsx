import { For, Show, untrack } from 'solid-js';
import { directionOf } from '#shared/locales.ts';
import type { PublicContribution } from '#shared/contributions/schema.ts';
import { versionName } from '#shared/versions/rules.ts';
import type { CitedIn } from '#shared/versions/views.ts';
import { useAddresses } from '#web/consultations/addresses.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Wording } from '#web/ui/reading/reading.tsx';

/** The words of the text that something is about, where its author marked some. */
export const AboutWords = (props: { anchor: PublicContribution['anchor'] }) => {
  const { t } = useI18n();
  return (
    <Show when={props.anchor}>
      {(anchor) => (
        <p class="hint">
          {t('versions.chosen-words')}{' '}
          <q lang={anchor().language} dir={directionOf(anchor().language)}>
            {anchor().quote}
          </q>
        </p>
      )}
    </Show>
  );
};

/** Where the text took something up: the version, and the part with its before and after. */
export const TakenUp = (props: { consultation: string; cited: readonly CitedIn[] }) => {
  const { t } = useI18n();
  const to = useAddresses(untrack(() => props.consultation));
  return (
    <For each={props.cited}>
      {(one) => (
        <p class="taken-up">
          <strong>{t('versions.taken-up', { name: versionName(one.version) })}</strong>{' '}
          <a href={to.passage(one.passage)}>
            <Wording texts={one.heading} />
          </a>
        </p>
      )}
    </For>
  );
};
