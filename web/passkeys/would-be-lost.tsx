import { Show } from 'solid-js';
import type { Me } from '#shared/participants/schema.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { LinkButton } from '#web/ui/button/button.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';

/** Somebody takes part on this device without a card: whoever signs in to an office here hides that for good. */
export const isHiddenBySigningIn = ({ signedIn, office, hasCard }: Pick<Me, 'signedIn' | 'office' | 'hasCard'>) =>
  signedIn && office === 'none' && !hasCard;

export const WouldBeLost = (props: { when: boolean }) => {
  const { t, locale } = useI18n();
  return (
    <Show when={props.when}>
      <Notice kind="careful" title={t('participants.would-be-lost')}>
        <p>{t('passkeys.would-be-lost-how')}</p>
        <p>
          <LinkButton href={`/${locale}/me/card`} look="plain">
            {t('participants.make-card')}
          </LinkButton>
        </p>
      </Notice>
    </Show>
  );
};
