import { For, Show } from 'solid-js';
import { ownCasePage } from '#shared/moderation/addresses.ts';
import type { OwnCase } from '#shared/moderation/views.ts';
import { decidedIn, measuredIn } from './statement.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Time } from '#web/ui/time/time.tsx';

/** Decisions about her words, each with the way to its reasons. */
export const OwnCases = (props: { cases: readonly OwnCase[]; zone: string }) => {
  const i18n = useI18n();
  const { t, locale } = i18n;
  return (
    <Show when={props.cases.length > 0}>
      <h2 id="decisions">{t('statements.all')}</h2>
      <ul role="list" class="lines">
        <For each={props.cases}>
          {(one) => (
            <li>
              <a href={`/${locale}${ownCasePage(one.case)}`}>
                {decidedIn(t, one.subject.kind, one.decisions[0]?.visibility ?? 'keep')}
              </a>{' '}
              <span class="hint">
                <Show when={one.decisions[0]}>
                  {(last) => <Time at={last().told ?? last().at} zone={props.zone} day />}
                </Show>{' '}
                · {t(`statements.stand.${one.stand}`)}
              </span>
              <Show when={one.decisions[0]?.author}>{(author) => <p>{measuredIn(i18n, author(), props.zone)}</p>}</Show>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
};
