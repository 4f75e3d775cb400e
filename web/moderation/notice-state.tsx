import { Show } from 'solid-js';
import type { NoticeState } from '#shared/moderation/views.ts';
import type { Texts } from '#shared/texts.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Notice } from '#web/ui/notice/notice.tsx';
import { Wording } from '#web/ui/reading/reading.tsx';
import { Time } from '#web/ui/time/time.tsx';
import { Appeal } from './appeal.tsx';
import { Messages } from './messages.tsx';
import { GroundQuote } from './said.tsx';
import { wayOf } from './way.ts';

export type SeenNotice = { state: NoticeState; code: string; zone: string; title?: Texts };

/** What follows for whoever reports again and again without a reason (DSA Art. 23). */
const Measured = (props: { seen: SeenNotice }) => {
  const { t } = useI18n();
  const state = () => props.seen.state;
  return (
    <>
      <Show when={state().warned}>
        <Notice kind="careful" title={t('notices.warned')}>
          <p>{t('notices.warned-what')}</p>
        </Notice>
      </Show>
      <Show when={state().suspendedUntil}>
        {(until) => (
          <Notice kind="careful" title={t('notices.suspended')}>
            <p>
              {t('notices.suspended-until')} <Time at={until()} zone={props.seen.zone} />
            </p>
          </Notice>
        )}
      </Show>
    </>
  );
};

const Outcome = (props: { seen: SeenNotice }) => {
  const { t } = useI18n();
  const state = () => props.seen.state;
  return (
    <section class="stack" aria-labelledby="outcome">
      <h2 id="outcome">{t('notices.stand')}</h2>
      <p>
        <strong>{t(`notices.stand-is.${state().stand}`)}</strong>
      </p>
      <Show when={state().outcome}>
        {(outcome) => (
          <>
            <p class="lead">{t(`moderation.outcome.${outcome()}`)}</p>
            <Show when={state().ground}>{(ground) => <GroundQuote ground={ground()} />}</Show>
            <Show when={state().decidedAt}>
              {(at) => (
                <p class="hint">
                  {t('statements.by-person')} <Time at={at()} zone={props.seen.zone} />
                </p>
              )}
            </Show>
          </>
        )}
      </Show>
    </section>
  );
};

/** How her report stands: what was decided, how to complain, what was written. */
export const NoticeStateView = (props: { seen: SeenNotice }) => {
  const { t } = useI18n();
  const state = () => props.seen.state;
  const appeals = () => [state().appeal].filter((appeal) => appeal !== undefined);
  const isDecided = () => state().outcome !== undefined || appeals().length > 0;
  const mayWrite = () => state().stand === 'decided' || state().stand === 'appealed';
  return (
    <>
      <p>
        {t(`moderation.kind.${state().kind}`)} · <Time at={state().at} zone={props.seen.zone} />{' '}
        <Show when={props.seen.title}>
          {(title) => (
            <>
              · <Wording texts={title()} />
            </>
          )}
        </Show>
      </p>
      <p class="hint">{t(`notices.is-${wayOf(state())}`)}</p>
      <Measured seen={props.seen} />
      <Outcome seen={props.seen} />
      <Show when={isDecided()}>
        <Appeal
          appeals={appeals()}
          mayAppeal={state().mayAppeal}
          until={state().appealableUntil}
          zone={props.seen.zone}
          reads={[]}
          code={props.seen.code}
        />
      </Show>
      <Messages
        messages={state().messages}
        zone={props.seen.zone}
        mayWrite={mayWrite()}
        reads={[]}
        code={props.seen.code}
      />
    </>
  );
};
