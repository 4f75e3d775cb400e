import { Show } from 'solid-js';
import type { Receipt } from '#shared/moderation/schema.ts';
import { NOTICE_PAGE } from '#shared/moderation/addresses.ts';
import { groupedCardNumber } from '#shared/participants/rules.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { LinkButton } from '#web/ui/button/button.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { PrintButton } from '#web/ui/print-button/print-button.tsx';
import { wayOf } from './way.ts';

/** The code of a report just sent, to be kept before she goes on, and what happens now (DSA Art. 16(4)). */
export const ReceiptCard = (props: { receipt: Receipt; next: string; viaLink: boolean }) => {
  const { t, locale } = useI18n();
  const way = () => wayOf(props.receipt);
  return (
    <div class="stack narrow">
      <h1>{t('notices.received')}</h1>
      <p class="lead">{t('notices.received-what')}</p>
      <section class="person-card" aria-labelledby="receipt-name">
        <p class="person-card-name" id="receipt-name">
          {t('notices.code')}
        </p>
        <p class="person-card-digits" dir="ltr">
          {groupedCardNumber(props.receipt.code)}
        </p>
        <p>{t('notices.code-what')}</p>
      </section>
      <Notice kind="careful" title={t('notices.code-once')}>
        <p>{t('notices.code-once-how')}</p>
      </Notice>
      <Show when={props.viaLink && !props.receipt.isTrusted}>
        <Notice kind="careful" title={t('notices.link-over')}>
          <p>{t('notices.link-over-what')}</p>
        </Notice>
      </Show>
      <Notice title={t(`notices.is-${way()}`)}>
        <p>{t(`notices.is-${way()}-what`)}</p>
      </Notice>
      <p class="row">
        <LinkButton href={props.next}>{t('site.back')}</LinkButton>
        <LinkButton href={`/${locale}${NOTICE_PAGE}`} look="plain">
          {t('notices.to-state')}
        </LinkButton>
        <PrintButton label={t('notices.print')} />
      </p>
    </div>
  );
};
