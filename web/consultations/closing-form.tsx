import { Show, untrack } from 'solid-js';
import { mayNow } from '#shared/consultations/phases.ts';
import type { ConsultationView } from '#shared/consultations/views.ts';
import { localTimeAt } from '#shared/local-time.ts';
import { HOUR, later } from '#shared/time.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Explanation } from '#web/problems/explanation.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { MomentField } from '#web/ui/moment-field/moment-field.tsx';
import { useVisit } from '#web/visit.ts';
import { NoteFields } from './note-fields.tsx';

/** Ends the voting before its date, for residents to know why. */
export const ClosingForm = (props: { consultation: ConsultationView }) => {
  const { t } = useI18n();
  const form = useForm('closing');
  const { now } = useVisit().current;
  const consultation = untrack(() => props.consultation);
  const { languages, placeBrief, version } = consultation;
  const sent = (): string | undefined => form.problem && `${form.word('day.0') ?? ''}T${form.word('time.0') ?? ''}`;
  return (
    <Show when={mayNow(consultation, 'vote', now).allowed}>
      <Details summary={t('consulting.dates.close')} open={form.problem !== undefined}>
        <p>{t('consulting.dates.close-what')}</p>
        <PostForm class="stack">
          <input type="hidden" name="form" value="closing" />
          <input type="hidden" name="version" value={form.version(version)} />
          <input type="hidden" name="zone" value={placeBrief.timeZone} />
          <FormProblem form={form} />
          <Explanation />
          <MomentField
            legend={t('consulting.dates.close-at')}
            day="day.0"
            time="time.0"
            id={form.id('day.0')}
            value={sent() ?? localTimeAt(later(now, HOUR), placeBrief.timeZone)}
            error={form.error('day.0')}
          />
          <NoteFields name="reason" label={t('consulting.dates.close-why')} languages={languages} form={form} />
          <p>
            <Button look="stop">{t('consulting.dates.close-button')}</Button>
          </p>
        </PostForm>
      </Details>
    </Show>
  );
};
