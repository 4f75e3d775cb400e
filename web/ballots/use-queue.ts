import { createEffect, createSignal, on, onMount, type Accessor } from 'solid-js';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { Own } from '#web/consultations/load.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { useVisit } from '#web/visit.ts';
import { queueFor, type Queue } from './queue.ts';

/**
 * The queue of votes, once the browser's script is there and she has joined; before that votes go as forms. Says when
 * everything is saved: not when she taps, but when the server has said so.
 */
export const useQueue = (
  consultation: ConsultationId,
  own: Pick<Own, 'joined' | 'nextNumber'>,
): Accessor<Queue | undefined> => {
  const visit = useVisit();
  const { t } = useI18n();
  const [queue, setQueue] = createSignal<Queue>();
  onMount(() => {
    if (own.joined) setQueue(queueFor(visit.api, consultation, own.nextNumber));
  });
  createEffect(
    on(
      () => queue()?.state(),
      (now, before) => {
        if (!now || !before || now.unsent > 0 || before.unsent === 0) return;
        if (now.refused === before.refused) visit.say(t('ballots.saved'));
      },
    ),
  );
  return queue;
};
