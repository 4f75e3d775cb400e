import { useI18n } from '#web/messages/i18n.ts';

/** The first thing the keyboard reaches on every page: it jumps over the header to `<main id="main">`. */
export const SkipLink = () => {
  const { t } = useI18n();
  return (
    <a class="skip-link" href="#main">
      {t('ui.skip')}
    </a>
  );
};
