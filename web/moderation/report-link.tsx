import { useI18n } from '#web/messages/i18n.ts';
import { useVisit } from '#web/visit.ts';
import { reportAddress, type Reported } from './report-address.ts';

/** The way to say that something is wrong with words. It is there for everybody, and named after what it reports. */
export const ReportLink = (props: { consultation: string; what: Reported; describedBy?: string }) => {
  const { t } = useI18n();
  const { locale } = useVisit().current.at;
  return (
    <a
      class="report-link"
      href={reportAddress(locale, props.consultation, props.what)}
      aria-describedby={props.describedBy}
      rel="nofollow"
    >
      {t('looks.report')}
    </a>
  );
};
