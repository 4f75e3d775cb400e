import { Show } from 'solid-js';
import { LANGUAGES } from '#shared/locales.ts';
import type { CaseLine } from '#shared/moderation/desk-views.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Time } from '#web/ui/time/time.tsx';
import { HintInLine } from './hint.tsx';

/** Whose turn it is: mine, a colleague's, nobody's yet. */
const Holder = (props: { line: CaseLine }) => {
  const { t } = useI18n();
  return (
    <Show when={props.line.holder}>
      {(holder) => (
        <p class="hint">
          <Show when={!holder().isMe} fallback={t('cases.with-you')}>
            {t('cases.with')} <bdi>{holder().name}</bdi>
          </Show>
        </p>
      )}
    </Show>
  );
};

/** Why a case stands where it stands, and until when it is to be decided. An overdue one says so first. */
export const Place = (props: { line: CaseLine; zone: string }) => {
  const { t } = useI18n();
  const isOpen = () => props.line.state === 'waiting' || props.line.state === 'appealed';
  return (
    <>
      <Show when={props.line.danger}>
        <p class="case-loud">{t(props.line.escalated ? 'cases.danger-told' : 'cases.danger')}</p>
      </Show>
      <Show when={props.line.overdue}>
        <p class="case-loud">{t('cases.overdue')}</p>
      </Show>
      <Show when={props.line.near}>
        <p>
          <strong>{t('cases.near')}</strong>
        </p>
      </Show>
      <p>
        {t('cases.place')} {t(`cases.lane.${props.line.lane}`)} · {t(`cases.tier.${props.line.tier}`)}
        <Show when={props.line.hint}>{(hint) => <HintInLine hint={hint()} />}</Show>
        <Show when={isOpen()}>
          {' · '}
          {t('cases.due')} <Time at={props.line.due} zone={props.zone} />
        </Show>
      </p>
    </>
  );
};

/** What a case is, in one line without anybody's words. */
export const Facts = (props: { line: CaseLine; zone: string }) => {
  const { t } = useI18n();
  return (
    <p class="hint">
      {t(`cases.subject.${props.line.subject}`)} ·{' '}
      <span lang={props.line.language}>{LANGUAGES[props.line.language]}</span> · {t(`cases.why.${props.line.why}`)} ·{' '}
      <Time at={props.line.since} zone={props.zone} />
      <Show when={props.line.noticeCount > 0}> · {t('cases.notice.title', { count: props.line.noticeCount })}</Show>
    </p>
  );
};

export const Line = (props: { line: CaseLine; href: string; zone: string }) => {
  const { t } = useI18n();
  return (
    <li class="card stack stack-tight">
      <h2 class="card-title">
        <a href={props.href}>{t(`moderation.kind.${props.line.kind}`)}</a>
      </h2>
      <Place line={props.line} zone={props.zone} />
      <Facts line={props.line} zone={props.zone} />
      <Holder line={props.line} />
      <Show when={props.line.decidedByMe && props.line.state === 'appealed'}>
        <p class="hint">{t('cases.not-yours')}</p>
      </Show>
    </li>
  );
};
