import { onCleanup, onMount } from 'solid-js';
import { useI18n } from '#web/messages/i18n.ts';
import { NEUTRAL_SITE } from './neutral-site.ts';

const PRESSES = 3;
const WITHIN = 1500;

const leave = () => {
  // The page goes blank at once: the other site may take seconds to come.
  document.title = '';
  document.body.hidden = true;
  // Its entry in the history is replaced, so that "back" does not lead here.
  location.replace(NEUTRAL_SITE);
  // Nor does what she had typed. Last, because a browser may refuse.
  sessionStorage.clear();
};

/**
 * For somebody who must not be seen on this page. A plain link without JavaScript; with it the page clears, its history entry
 * goes, and pressing Escape three times does the same.
 */
export const LeaveQuickly = () => {
  const { t } = useI18n();
  onMount(() => {
    let presses: number[] = [];
    const onKey = (event: KeyboardEvent) => {
      presses = event.key === 'Escape' ? [...presses, event.timeStamp].slice(-PRESSES) : [];
      const [first] = presses;
      if (presses.length === PRESSES && first !== undefined && event.timeStamp - first < WITHIN) leave();
    };
    document.addEventListener('keydown', onKey);
    onCleanup(() => document.removeEventListener('keydown', onKey));
  });
  return (
    <a
      class="leave-quickly"
      href={NEUTRAL_SITE}
      rel="noreferrer nofollow"
      title={t('ui.leave-quickly-how')}
      onClick={(event) => {
        event.preventDefault();
        leave();
      }}
    >
      {t('ui.leave-quickly')}
    </a>
  );
};
