import { Show } from 'solid-js';
import { directionOf } from '#shared/locales.ts';
import type { PublicContribution } from '#shared/contributions/schema.ts';
import { useI18n } from '#web/messages/i18n.ts';

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
