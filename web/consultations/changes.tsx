import { For, Show } from 'solid-js';
import type { ConsultationView } from '#shared/consultations/views.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Details } from '#web/ui/details/details.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { Reading } from '#web/ui/reading/reading.tsx';
import { Time } from '#web/ui/time/time.tsx';

type Of = { consultation: Pick<ConsultationView, 'changes' | 'placeBrief' | 'stages' | 'standing'> };

/** Why the voting of this round ends, or ended, before its date. Once the next round begins, this is history. */
export const ClosedEarly = (props: Of) => {
  const { t } = useI18n();
  const closing = () => {
    const { changes, stages, standing } = props.consultation;
    const round = stages.findLast(
      ({ phase, from }) => phase === 'suggesting' && (!standing.next || from < standing.next.from),
    );
    return changes.find(({ at, what }) => what.includes('closing') && at > (round?.from ?? ''));
  };
  const isOver = () => !['suggesting', 'deliberating'].includes(props.consultation.standing.phase);
  return (
    <Show when={closing()}>
      {(change) => (
        <Notice title={t(isOver() ? 'changes.closed-early' : 'changes.closes-early')}>
          <Reading texts={change().note} />
        </Notice>
      )}
    </Show>
  );
};

/** What was changed after it was published, each with its day and reason. */
export const Changes = (props: Of) => {
  const { t } = useI18n();
  return (
    <Show when={props.consultation.changes.length > 0}>
      <Details summary={t('changes.title')}>
        <ol class="stack" role="list">
          <For each={props.consultation.changes}>
            {({ at, what, note }) => (
              <li class="stack stack-tight">
                <p>
                  <Time at={at} zone={props.consultation.placeBrief.timeZone} day />:{' '}
                  {what.map((one) => t(`changes.what.${one}`)).join(', ')}
                </p>
                <Reading texts={note} />
              </li>
            )}
          </For>
        </ol>
      </Details>
    </Show>
  );
};
