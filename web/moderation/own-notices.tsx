import { For, Show } from 'solid-js';
import type { OwnNotice } from '#shared/moderation/views.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Time } from '#web/ui/time/time.tsx';

type Shown = Pick<OwnNotice, 'kind' | 'at' | 'stand' | 'outcome'>;

/** What she reported while she was signed in, and where she finds the rest: by design nothing ties that to her. */
export const OwnNotices = (props: { notices: readonly Shown[]; zone: string }) => {
  const { t, locale } = useI18n();
  return (
    <>
      <h2 id="reports">{t('notices.own.title')}</h2>
      <Show when={props.notices.length > 0}>
        <ul role="list" class="lines">
          <For each={props.notices}>
            {({ kind, at, stand, outcome }) => (
              <li>
                {t(`moderation.kind.${kind}`)}{' '}
                <span class="hint">
                  <Time at={at} zone={props.zone} day /> ·{' '}
                  {outcome ? t(`moderation.outcome.${outcome}`) : t(`notices.stand-is.${stand}`)}
                </span>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <p>
        {t('notices.own.apart')} <a href={`/${locale}/notices`}>{t('notices.own.by-number')}</a>
      </p>
    </>
  );
};
