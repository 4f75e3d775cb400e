import { For, Show, untrack } from 'solid-js';
import type { ConsultationView } from '#shared/consultations/views.ts';
import { FormRefusal } from '#web/form-refusal.tsx';
import { useForm, type Saved } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Tick } from '#web/ui/choice/choice.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { MomentField } from '#web/ui/moment-field/moment-field.tsx';
import { useVisit } from '#web/visit.ts';
import { dateRows, type DateRow } from './date-rows.ts';
import { NoteFields } from './note-fields.tsx';

/** All dates of a consultation that are still ahead. */
export const DatesForm = (props: { consultation: ConsultationView }) => {
  const { t } = useI18n();
  const form = useForm('dates');
  const { current } = useVisit();
  const consultation = untrack(() => props.consultation);
  const { draft, languages, placeBrief, version } = consultation;
  const rows = dateRows(consultation, placeBrief.timeZone, current.now);
  const labelOf = ({ phase }: DateRow): string => (phase === 'preparing' ? '' : t(`consulting.dates.${phase}`));
  const saved = (): Saved[] =>
    [...rows.rounds, ...rows.end, ...rows.results].flatMap((row) => {
      const [day = '', time = ''] = row.local?.split('T') ?? [];
      return [
        { name: `day.${row.i}`, label: `${labelOf(row)}: ${t('moments.day')}`, text: day },
        { name: `time.${row.i}`, label: `${labelOf(row)}: ${t('moments.time')}`, text: time },
      ];
    });
  const valueOf = ({ i, local }: DateRow): string | undefined =>
    form.problem ? `${form.word(`day.${i}`) ?? ''}T${form.word(`time.${i}`) ?? ''}` : local;
  const moment = (row: DateRow) => (
    <>
      <input type="hidden" name={`phase.${row.i}`} value={row.phase} />
      <MomentField
        legend={labelOf(row)}
        day={`day.${row.i}`}
        time={`time.${row.i}`}
        id={form.id(`day.${row.i}`)}
        value={valueOf(row)}
        error={form.error(`day.${row.i}`)}
      />
    </>
  );
  const isFilled = (some: readonly DateRow[]): boolean => some.some((row) => (valueOf(row) ?? 'T') !== 'T');
  return (
    <PostForm class="stack">
      <input type="hidden" name="form" value="dates" />
      <input type="hidden" name="version" value={form.version(version)} />
      <input type="hidden" name="zone" value={placeBrief.timeZone} />
      <FormRefusal form={form} saved={saved()} leave={current.at.url.pathname} />
      <Show when={rows.areSuggested}>
        <p>{t('consulting.dates.first')}</p>
      </Show>
      <For each={rows.rounds}>
        {(row, i) => (
          <>
            {moment(row)}
            <Show when={draft && i() === 0}>
              <Tick
                name="opensAtOnce"
                label={t('consulting.dates.at-once')}
                checked={form.problem ? form.word('opensAtOnce') === 'yes' : (draft?.opensAtOnce ?? false)}
              />
            </Show>
          </>
        )}
      </For>
      <Details summary={t('consulting.dates.another')} open={isFilled(rows.another)}>
        <p>{t('consulting.dates.another-hint')}</p>
        <For each={rows.another}>{moment}</For>
      </Details>
      <h2>{t('consulting.dates.end')}</h2>
      <For each={rows.end}>{moment}</For>
      <Details summary={t('consulting.dates.results')} open={isFilled(rows.results)}>
        <p>{t('consulting.dates.results-hint')}</p>
        <For each={rows.results}>{moment}</For>
      </Details>
      <Show when={!draft}>
        <NoteFields name="reason" languages={languages} form={form} />
      </Show>
      <p>
        <Button>{t(draft ? 'consulting.save-and-on' : 'consulting.publish-change')}</Button>
      </p>
    </PostForm>
  );
};
