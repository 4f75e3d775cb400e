import { For } from 'solid-js';
import type { Consultation } from '#shared/consultations/schema.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Wording } from '#web/ui/reading/reading.tsx';
import { pointsOf } from './certainty.ts';
import type { Shown } from './sections.ts';

export type Answers = NonNullable<Consultation['belonging']>['answers'];

/** What people think who say of themselves that they belong to an affected group. */
export const AffectedSupport = (props: { row: Shown; answers: Answers }) => {
  const i18n = useI18n();
  const { t } = i18n;
  const support = () =>
    props.row.affected.flatMap((one) => {
      const answer = props.answers.find(({ key }) => key === one.group);
      return answer ? [{ ...one, label: answer.label }] : [];
    });
  return (
    <For each={support()}>
      {(one) => (
        <p class="result-aside">
          {t('opinion.affected')}{' '}
          <strong>
            <Wording texts={one.label} />
          </strong>{' '}
          {t('opinion.affected-agree', {
            people: Math.round(one.people),
            low: i18n.number(pointsOf(one.low)),
            high: i18n.number(pointsOf(one.high)),
          })}
        </p>
      )}
    </For>
  );
};
