import { For } from 'solid-js';
import { GROUNDS, shadesOf, type Theme } from '#shared/places/colour.ts';
import { useI18n } from '#web/messages/i18n.ts';

const THEMES: readonly Theme[] = ['light', 'dark'];

/** A button and a link in a colour, on light and on dark paper. Drawn, because the pages allow no style of their own. */
export const ColourSample = (props: { accent: string }) => {
  const { t } = useI18n();
  return (
    <div class="row">
      <For each={THEMES}>
        {(theme) => {
          const shades = () => shadesOf(props.accent, theme);
          return (
            <svg class="colour-sample" viewBox="0 0 240 64" width="240" height="64" aria-hidden="true">
              <rect width="240" height="64" rx="10" fill={GROUNDS[theme].paper} />
              <rect x="12" y="12" width="100" height="40" rx="10" fill={shades().act} />
              <text x="62" y="37" text-anchor="middle" fill={shades()['on-act']}>
                {t('setup.look.sample')}
              </text>
              <rect x="122" y="12" width="106" height="40" rx="10" fill={shades()['act-tint']} />
              <text x="175" y="37" text-anchor="middle" text-decoration="underline" fill={shades().act}>
                {t('setup.look.sample-link')}
              </text>
            </svg>
          );
        }}
      </For>
    </div>
  );
};
