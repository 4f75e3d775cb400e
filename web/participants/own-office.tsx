import { Match, Show, Switch } from 'solid-js';
import { useI18n } from '#web/messages/i18n.ts';
import { signInAt } from '#web/passkeys/way-back.ts';
import { LinkButton } from '#web/ui/button/button.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import type { Overview } from './load.ts';

/** The ways to her work, or to the passkey that opens it. */
export const OwnOffice = (props: Pick<Overview, 'office' | 'urged'>) => {
  const { t, locale } = useI18n();
  return (
    <Switch>
      <Match when={props.office === 'open'}>
        <Show when={props.urged}>
          <Notice kind="careful" title={t('participants.one-way-in')}>
            <p>{t('participants.one-way-in-why')}</p>
          </Notice>
        </Show>
        <p class="row">
          <LinkButton href={`/${locale}/desk`}>{t('participants.to-desk')}</LinkButton>
          <LinkButton href={`/${locale}/me/keys`} look="plain">
            {t('participants.to-keys')}
          </LinkButton>
          <LinkButton href={`/${locale}/me/work-mail`} look="plain">
            {t('participants.to-work-mail')}
          </LinkButton>
        </p>
      </Match>
      <Match when={props.office === 'locked'}>
        <Notice title={t('participants.office-locked')}>
          <p>{t('participants.office-locked-why')}</p>
          <p>
            <LinkButton href={signInAt(locale, `/${locale}/desk`)} look="plain">
              {t('participants.office-open')}
            </LinkButton>
          </p>
        </Notice>
      </Match>
    </Switch>
  );
};
