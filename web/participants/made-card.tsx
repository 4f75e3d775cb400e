import { groupedCardNumber } from '#shared/participants/rules.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { LinkButton } from '#web/ui/button/button.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { PrintButton } from '#web/ui/print-button/print-button.tsx';
import { useVisit } from '#web/visit.ts';

/** A card's number and its QR code, as the API shows them once. */
export type NewCard = { digits: string; qr: string };

/** A card that this very request made: to be kept before she goes on. */
export const MadeCard = (props: { card: NewCard; title: string; next: string }) => {
  const { current } = useVisit();
  const { t } = useI18n();
  return (
    <>
      <h1>{props.title}</h1>
      <Notice kind="careful" title={t('participants.card-once')}>
        <p>{t('participants.card-once-how')}</p>
      </Notice>
      <section class="person-card" aria-labelledby="card-number-name">
        <p class="person-card-name" id="card-number-name">
          {t('participants.card-number')}
        </p>
        <p class="person-card-digits" dir="ltr">
          {groupedCardNumber(props.card.digits)}
        </p>
        {/* Drawn by our own API: squares, nothing that runs. */}
        <div class="person-card-qr" role="img" aria-label={t('participants.card-qr')} innerHTML={props.card.qr} />
        <p>
          {t('participants.card-where')} <bdi dir="ltr">{`${current.at.url.host}/join`}</bdi>
        </p>
        <p>{t('participants.card-rule')}</p>
      </section>
      <ul class="narrow">
        <li>{t('participants.card-keep')}</li>
        <li>{t('participants.card-is-you')}</li>
        <li>{t('participants.card-lost')}</li>
      </ul>
      <p class="row">
        <LinkButton href={props.next}>{t('participants.card-written-down')}</LinkButton>
        <PrintButton label={t('participants.print')} />
      </p>
    </>
  );
};
