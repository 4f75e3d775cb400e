import { Show } from 'solid-js';
import { useI18n } from '#web/messages/i18n.ts';

type MomentFieldProps = {
  legend: string;
  /** What the two fields are called: several moments of a form may share these names. */
  day: string;
  time: string;
  id: string;
  /** As the fields write it, `2026-03-29T02:30`, or what was sent of it. */
  value: string | undefined;
  hint?: string | undefined;
  error?: string | undefined;
};

/** A day and a time of day on the clock of the place. */
export const MomentField = (props: MomentFieldProps) => {
  const { t } = useI18n();
  const part = (i: 0 | 1): string => props.value?.split('T')[i] ?? '';
  const describedBy = () =>
    [props.error && `${props.id}-error`, props.hint && `${props.id}-hint`].filter(Boolean).join(' ') || undefined;
  const isWrong = () => (props.error ? 'true' : undefined);
  return (
    <fieldset class={`moment-field${props.error ? ' field-wrong' : ''}`} aria-describedby={describedBy()}>
      <legend>{props.legend}</legend>
      <Show when={props.hint}>
        <p class="hint" id={`${props.id}-hint`}>
          {props.hint}
        </p>
      </Show>
      <Show when={props.error}>
        <p class="field-error" id={`${props.id}-error`}>
          {props.error}
        </p>
      </Show>
      <div class="moment-parts">
        <span class="field">
          <label for={props.id}>{t('moments.day')}</label>
          <input type="date" id={props.id} name={props.day} value={part(0)} aria-invalid={isWrong()} />
        </span>
        <span class="field">
          <label for={`${props.id}-time`}>{t('moments.time')}</label>
          <input type="time" id={`${props.id}-time`} name={props.time} value={part(1)} aria-invalid={isWrong()} />
        </span>
      </div>
    </fieldset>
  );
};
