import { Show } from 'solid-js';
import { useI18n } from '#web/messages/i18n.ts';
import { useVisit } from '#web/visit.ts';

/**
 * Below a form's error summary: what a refusal of the whole form means. Wrong fields explain themselves; where a title was
 * said instead, nothing came from the server, and the words for it may not either.
 */
export const Explanation = () => {
  const { t } = useI18n();
  const { current } = useVisit();
  const { problem } = current;
  return (
    <Show when={problem && !problem.title && problem.errors.length === 0 && problem}>
      {(refused) => <p>{t(`problems.explain.${refused().code}`)}</p>}
    </Show>
  );
};
