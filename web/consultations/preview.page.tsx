import { For, untrack } from 'solid-js';
import { LANGUAGES, directionOf } from '#shared/locales.ts';
import { readingOf } from '#shared/reading.ts';
import { ConsultationFrame } from '#web/desk/desk-frame.tsx';
import { loadConsultationDesk, type ConsultationDesk } from '#web/desk/load.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage } from '#web/page.ts';

const SIZES = ['phone', 'desktop'] as const;

/** The consultation's own page, at the widths of two devices, and the ways to it in each of its languages. */
const PreviewPage = (props: { data: ConsultationDesk }) => {
  const { t, locale } = useI18n();
  const { id, languages } = untrack(() => props.data.consultation);
  return (
    <ConsultationFrame desk={props.data} title={t('desk.room.preview')}>
      <p>{t('consulting.preview.what')}</p>
      <p>{t('consulting.preview.whole')}</p>
      <ul role="list" class="row">
        <For each={languages}>
          {(tag) => (
            <li>
              <a href={`/${tag}/c/${id}?preview`} hreflang={tag}>
                <bdi lang={tag} dir={directionOf(tag)}>
                  {LANGUAGES[tag]}
                </bdi>
              </a>
            </li>
          )}
        </For>
      </ul>
      <For each={SIZES}>
        {(size) => (
          <section class="stack stack-tight" aria-labelledby={`preview-${size}`}>
            <h2 id={`preview-${size}`}>{t(`consulting.preview.${size}`)}</h2>
            <div class="scroll-sideways" role="group" tabindex="0" aria-labelledby={`preview-${size}`}>
              <iframe
                class={`preview preview-${size}`}
                title={t(`consulting.preview.${size}`)}
                src={`/${locale}/c/${id}?preview`}
                loading="lazy"
              />
            </div>
          </section>
        )}
      </For>
    </ConsultationFrame>
  );
};

export default definePage<ConsultationDesk>({
  cache: 'private',
  load: loadConsultationDesk,
  head: ({ consultation }, { t, locale }) => ({
    title: `${t('desk.room.preview')}: ${readingOf(consultation.title, [locale])?.text ?? ''}`,
  }),
  place: ({ place }) => place,
  View: PreviewPage,
});
