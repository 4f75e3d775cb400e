import { Show } from 'solid-js';
import { DANGERS } from '#shared/moderation/kinds.ts';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Button } from '#web/ui/button/button.tsx';
import { ChoiceGroup } from '#web/ui/choice/choice.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { Time } from '#web/ui/time/time.tsx';
import { ActForm } from './act-form.tsx';
import type { CaseData } from './case-load.ts';

/** In one step to the authority, with its contact in view and a record of it (DSA Art. 18). */
export const Escalation = (props: { data: CaseData }) => {
  const { t } = useI18n();
  const one = () => props.data.one;
  const form = useForm('escalate');
  return (
    <Show
      when={!one().escalation}
      fallback={
        <Notice kind="careful" title={t('cases.escalation.done')}>
          <p>
            <bdi>{one().escalation?.to}</bdi> ·{' '}
            <Time at={one().escalation?.at ?? ''} zone={props.data.desk.place.timeZone} />
          </p>
        </Notice>
      }
    >
      <Details summary={t('cases.escalation.title')} open={one().danger || form.problem !== undefined}>
        <Show when={one().authority} fallback={<p>{t('cases.escalation.nobody')}</p>}>
          {(authority) => (
            <ActForm name="escalate" version={one().version} form={form}>
              <p>{t('cases.escalation.what')}</p>
              <p>
                <strong>
                  <bdi>{authority().name}</bdi>
                </strong>{' '}
                <Show when={authority().phone}>
                  {(phone) => <a href={`tel:${phone().replaceAll(' ', '')}`}>{phone()}</a>}
                </Show>{' '}
                <Show when={authority().email}>{(email) => <a href={`mailto:${email()}`}>{email()}</a>}</Show>
              </p>
              <ChoiceGroup
                kind="radio"
                name="danger"
                id={form.id('danger')}
                legend={t('cases.escalation.danger')}
                error={form.error('danger')}
                options={DANGERS.map((value) => ({ value, label: t(`cases.escalation.is.${value}`) }))}
                chosen={form.words('danger') ?? [DANGERS[0]]}
              />
              <p>
                <Button look="stop">{t('cases.escalation.do')}</Button>
              </p>
            </ActForm>
          )}
        </Show>
      </Details>
    </Show>
  );
};
