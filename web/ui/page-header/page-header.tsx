import { Show } from 'solid-js';
import { useI18n } from '#web/messages/i18n.ts';
import type { Look } from '#shared/places/schema.ts';
import type { Texts } from '#shared/texts.ts';
import type { Locale } from '#shared/locales.ts';
import { LanguageMenu } from '../language-menu/language-menu.tsx';
import { LeaveQuickly } from '../leave-quickly/leave-quickly.tsx';
import { Wording } from '../reading/reading.tsx';
import { PlaceLogo } from '../place-logo/place-logo.tsx';
import { SkipLink } from '../skip-link/skip-link.tsx';

type PageHeaderProps = {
  /** The place that the page belongs to, if it belongs to one. */
  place?: { slug: string; name: Texts; look?: Look | undefined } | undefined;
  inOffice?: boolean;
  /** The same page in another language. */
  hrefFor: (locale: Locale) => string;
  /** A form of the page that goes there too. */
  along?: string | undefined;
};

/** The mark: two equal bars in a speech bubble. */
const Mark = () => (
  <svg class="mark" viewBox="0 0 64 64" width="32" height="32" aria-hidden="true">
    <path
      class="mark-bubble"
      d="M14 6h36a10 10 0 0 1 10 10v24a10 10 0 0 1-10 10H32L18 60V50h-4A10 10 0 0 1 4 40V16A10 10 0 0 1 14 6Z"
    />
    <rect class="mark-mine" x="16" y="18" width="32" height="7" rx="3.5" />
    <rect class="mark-yours" x="16" y="31" width="32" height="7" rx="3.5" />
  </svg>
);

export const PageHeader = (props: PageHeaderProps) => {
  const { t, locale } = useI18n();
  return (
    <>
      <SkipLink />
      <header class="page-header">
        <div class="page-header-inside">
          <a class="brand" href={`/${locale}`}>
            <Mark />
            {t('ui.name')}
          </a>
          <nav class="page-nav" aria-label={t('ui.navigation')}>
            <Show when={props.place}>
              {(place) => (
                <a class="page-place" href={`/${locale}/p/${place().slug}`}>
                  <Show when={place().look?.logo}>{(logo) => <PlaceLogo logo={logo()} />}</Show>
                  <Wording texts={place().name} />
                </a>
              )}
            </Show>
            <a href={`/${locale}/me`}>{t('ui.my-page')}</a>
            <Show when={props.inOffice}>
              <a href={`/${locale}/desk`}>{t('ui.desk')}</a>
            </Show>
          </nav>
          <LanguageMenu hrefFor={props.hrefFor} along={props.along} />
          <LeaveQuickly />
        </div>
      </header>
    </>
  );
};
