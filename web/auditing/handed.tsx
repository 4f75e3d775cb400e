import { Show, untrack } from 'solid-js';
import type { HandingView } from '#shared/opinion/handing.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Confirm } from '#web/ui/confirm/confirm.tsx';
import { Time } from '#web/ui/time/time.tsx';

/** What somebody was handed, and whether she has it. */
export const Handed = (props: { of: HandingView; zone: string }) => {
  const { t } = useI18n();
  const { of, zone } = untrack(() => props);
  return (
    <li class="card stack stack-tight">
      <h3 class="card-title">
        <bdi>{of.auditor}</bdi>
      </h3>
      <p>
        <bdi>{of.reason}</bdi>
      </p>
      <p>
        <strong>{t(`auditing.state.${of.state}`)}</strong> · {t('auditing.handed-on')} <Time at={of.at} zone={zone} />
      </p>
      <Show when={of.fetched}>
        {(fetched) => (
          <>
            <p>
              {t('auditing.fetched-on')} <Time at={fetched().at} zone={zone} />.{' '}
              {t(fetched().isInput ? 'auditing.is-input' : 'auditing.is-not-input')}
            </p>
            <p class="hint">
              {t('auditing.file-hash')} <code dir="ltr">{fetched().file}</code>
            </p>
          </>
        )}
      </Show>
      <Show when={of.state === 'waiting'}>
        <p class="hint">
          {t('auditing.once')} <Time at={of.until} zone={zone} />
        </p>
        <Confirm ask={t('auditing.withdraw')}>
          <p>{t('auditing.withdraw-what')}</p>
          <PostForm>
            <input type="hidden" name="form" value="withdraw" />
            <input type="hidden" name="handing" value={of.id} />
            <Button look="stop">{t('auditing.withdraw')}</Button>
          </PostForm>
        </Confirm>
      </Show>
    </li>
  );
};
