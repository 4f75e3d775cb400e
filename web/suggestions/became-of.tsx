import { Show } from 'solid-js';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { AnsweredContribution } from '#shared/suggestions/schema.ts';
import { useAddresses } from '#web/consultations/addresses.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Notice } from '#web/ui/notice/notice.tsx';
import { Wording } from '#web/ui/reading/reading.tsx';

/** Drafters put it together with another one: votes belong there now. */
export const MergedWith = (props: {
  contribution: Pick<AnsweredContribution, 'merged'>;
  consultation: ConsultationId;
}) => {
  const { t } = useI18n();
  const to = useAddresses(props.consultation);
  return (
    <Show when={props.contribution.merged}>
      {(standing) => (
        <p>
          {t('merging.merged-with')} <a href={to.contribution(standing())}>{t('merging.standing')}</a>
        </p>
      )}
    </Show>
  );
};

/** What the city did with it, and why. */
export const BecameOf = (props: { outcome: AnsweredContribution['outcome'] }) => {
  const { t } = useI18n();
  return (
    <Show when={props.outcome}>
      {(given) => (
        <Notice title={`${t('merging.what-became')} ${t(`merging.outcomes.${given().outcome}`)}`}>
          <p>
            <Wording texts={given().reason} />
          </p>
        </Notice>
      )}
    </Show>
  );
};
