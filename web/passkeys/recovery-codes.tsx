import { For, Show } from 'solid-js';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button, LinkButton } from '#web/ui/button/button.tsx';
import { Confirm } from '#web/ui/confirm/confirm.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { PrintButton } from '#web/ui/print-button/print-button.tsx';

const Making = (props: { look: 'main' | 'plain' }) => {
  const { t } = useI18n();
  return (
    <PostForm>
      <input type="hidden" name="form" value="codes" />
      <Button look={props.look}>{t('passkeys.codes-make')}</Button>
    </PostForm>
  );
};

/** How many are left, and the way to new ones. */
export const RecoveryCodes = (props: { left: number }) => {
  const { t } = useI18n();
  return (
    <>
      <p>{t('passkeys.codes-what')}</p>
      <p>{t('passkeys.codes-left', { count: props.left })}</p>
      <Show when={props.left > 0} fallback={<Making look="plain" />}>
        <Confirm ask={t('passkeys.codes-again')}>
          <p>{t('passkeys.codes-replace')}</p>
          <Making look="plain" />
        </Confirm>
      </Show>
    </>
  );
};

/** Codes made just now. */
export const MadeCodes = (props: { codes: readonly string[] }) => {
  const { t, locale } = useI18n();
  return (
    <div class="stack narrow">
      <h1>{t('passkeys.codes')}</h1>
      <Notice kind="careful" title={t('passkeys.codes-once')}>
        <p>{t('passkeys.codes-once-how')}</p>
      </Notice>
      <ol class="recovery-codes">
        <For each={props.codes}>
          {(code) => (
            <li>
              <code dir="ltr">{code}</code>
            </li>
          )}
        </For>
      </ol>
      <p class="row">
        <LinkButton href={`/${locale}/me/keys`}>{t('passkeys.codes-kept')}</LinkButton>
        <PrintButton label={t('participants.print')} />
      </p>
    </div>
  );
};
