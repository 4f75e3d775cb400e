import { Show } from 'solid-js';
import { mayWorkOn, UNDO_TIME } from '#shared/moderation/rules.ts';
import { MINUTE } from '#shared/time.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Button } from '#web/ui/button/button.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { Time } from '#web/ui/time/time.tsx';
import { useVisit } from '#web/visit.ts';
import { ActButton } from '#web/desk/act-button.tsx';
import { ActForm } from './act-form.tsx';
import type { CaseData } from './case-load.ts';

import { NextCase } from './next-case.tsx';

type Props = { data: CaseData };

/** May I do this now? The rule that answers is the one the engine uses; what I have decided is all it knows of me. */
export const mayI = ({ one }: CaseData, act: Parameters<typeof mayWorkOn>[1], now: string): boolean => {
  const { state, holder, decidedByMe } = one;
  const me = 'me';
  const deciders = decidedByMe ? [me] : [];
  const held = holder && { by: holder.isMe ? me : holder.by, until: holder.until };
  return mayWorkOn({ state, deciders, ...(held && { holder: held }) }, act, me, now).allowed;
};

/** Decided, and told to nobody yet: until when it can be taken back, and the way to do it. */
const UndoWindow = (props: Props & { until: string }) => {
  const { t, number } = useI18n();
  const { now } = useVisit().current;
  const act = () => (props.data.one.state === 'reviewed' ? 'undo-appeal' : 'undo');
  // This clock may be a little late: there are never more than there were at first.
  const left = Math.min(UNDO_TIME, Date.parse(props.until) - Date.parse(now));
  const minutes = Math.max(0, Math.ceil(left / MINUTE));
  return (
    <Notice kind="careful" title={t('cases.undo.title', { minutes: number(minutes) })}>
      <Show when={props.data.one.copies.length > 0}>
        <p>{t('cases.undo.alike', { count: props.data.one.copies.length })}</p>
      </Show>
      <p>
        {t('cases.undo.what')} <Time at={props.until} zone={props.data.desk.place.timeZone} />
      </p>
      <Show when={props.data.one.mayUndo} fallback={<p>{t('cases.undo.not-yours')}</p>}>
        <ActForm name={act()} version={props.data.one.version}>
          <ActButton act="undo" look="plain">
            {t('cases.undo.do')}
          </ActButton>
        </ActForm>
      </Show>
    </Notice>
  );
};

/** How the case stands now, and what can be done next. */
export const CaseStanding = (props: Props) => {
  const { t } = useI18n();
  const { now } = useVisit().current;
  const one = () => props.data.one;
  const isOpen = () => one().state === 'waiting' || one().state === 'appealed';
  const isMine = () => one().holder?.isMe ?? false;
  return (
    <div class="stack stack-tight">
      <p>
        <strong>{t(`cases.state.${one().state}`)}</strong>
      </p>
      <Show when={one().holder}>
        {(holder) => (
          <p>
            <Show
              when={holder().isMe}
              fallback={
                <>
                  {t('cases.with')} <bdi>{holder().name}</bdi>
                </>
              }
            >
              {t('cases.with-you')}
            </Show>{' '}
            {t('cases.until')} <Time at={holder().until} zone={props.data.desk.place.timeZone} />
          </p>
        )}
      </Show>
      <Show when={one().state === 'appealed' && one().decidedByMe}>
        <Notice kind="careful" title={t('problem.decided-by-yourself')}>
          <p>{t('problems.explain.decided-by-yourself')}</p>
        </Notice>
      </Show>
      <Show when={isOpen() && !isMine() && mayI(props.data, 'take', now)}>
        <ActForm name="take" version={one().version}>
          <ActButton act="take">{t('cases.take')}</ActButton>
        </ActForm>
      </Show>
      <Show when={one().undoUntil}>{(until) => <UndoWindow data={props.data} until={until()} />}</Show>
      <Show when={one().appealableUntil}>
        {(until) => (
          <p class="hint">
            {t('cases.appealable')} <Time at={until()} zone={props.data.desk.place.timeZone} day />
          </p>
        )}
      </Show>
      <Show when={mayI(props.data, 'reopen', now)}>
        <ActForm name="reopen" version={one().version}>
          <p class="hint">{t('cases.reopen-what')}</p>
          <Button look="plain">{t('cases.reopen')}</Button>
        </ActForm>
      </Show>
      <Show when={!isOpen()}>
        <NextCase look="main" />
      </Show>
    </div>
  );
};
