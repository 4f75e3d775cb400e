import { Show } from 'solid-js';
import { useI18n } from '#web/messages/i18n.ts';

/** Where to turn to, on every page of a place. An interface language that nobody has checked says so. */
export const PageFooter = (props: { place?: { slug: string } | undefined }) => {
  const { t, locale, checkedBy } = useI18n();
  return (
    <footer class="page-footer">
      <div class="page-footer-inside">
        <nav aria-label={t('ui.about-this-place')}>
          <ul role="list">
            <Show when={props.place}>
              {(place) => (
                <>
                  <li>
                    <a href={`/${locale}/p/${place().slug}/help`}>{t('ui.help')}</a>
                  </li>
                  <li>
                    <a href={`/${locale}/p/${place().slug}/rules`}>{t('ui.house-rules')}</a>
                  </li>
                  <li>
                    <a href={`/${locale}/p/${place().slug}/privacy`}>{t('ui.privacy')}</a>
                  </li>
                </>
              )}
            </Show>
            <li>
              <a href={`/${locale}/return`}>{t('ui.come-back')}</a>
            </li>
            <li>
              <a href={`/${locale}/sign-in`}>{t('ui.sign-in')}</a>
            </li>
          </ul>
        </nav>
        <p class="hint">{checkedBy ? t('ui.words-checked', { by: checkedBy }) : t('ui.words-unchecked')}</p>
      </div>
    </footer>
  );
};
