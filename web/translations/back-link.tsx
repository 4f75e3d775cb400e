import type { ConsultationDesk } from '#web/desk/load.ts';
import { consultationRoom } from '#web/desk/rooms.ts';
import { useI18n } from '#web/messages/i18n.ts';

/** Back to what else waits in this language. */
export const BackLink = (props: { desk: ConsultationDesk; language: string }) => {
  const { t, locale } = useI18n();
  return (
    <p>
      <a href={`/${locale}${consultationRoom(props.desk.consultation.id, 'translations')}?language=${props.language}`}>
        {t('translations.back')}
      </a>
    </p>
  );
};
