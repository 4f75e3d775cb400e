import type { Choice } from '#shared/ballots/rules.ts';
import { useI18n } from '#web/messages/i18n.ts';

type Said = Exclude<Choice, 'withdrawn'>;

/** The drawing repeats the word; direction of writing does not turn it. */
const DRAWING: Record<Said, string> = {
  agree: 'M5 13l5 5L20 7',
  pass: 'M5 12h14',
  disagree: 'M6 6l12 12M18 6L6 18',
};

/** One of the three answers. `pressed` is the one she gave. */
export const ChoiceButton = (props: { choice: Said; pressed?: boolean; shortcut?: string }) => {
  const { t } = useI18n();
  return (
    <button
      class={`choice-button choice-${props.choice}`}
      name="choice"
      value={props.choice}
      aria-pressed={props.pressed ?? false}
      aria-keyshortcuts={props.shortcut}
    >
      <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
        <path d={DRAWING[props.choice]} />
      </svg>
      {t(`ui.choice.${props.choice}`)}
    </button>
  );
};
