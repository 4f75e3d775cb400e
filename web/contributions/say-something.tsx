import { Show, untrack } from 'solid-js';
import { mayNow, type Schedule } from '#shared/consultations/phases.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { useAddresses } from '#web/consultations/addresses.ts';
import { LinkButton } from '#web/ui/button/button.tsx';
import { useVisit } from '#web/visit.ts';

type SaySomethingProps = { consultation: { id: ConsultationId; stages: Schedule }; passage?: string };

/** The way to write something, or why that is not possible now. */
export const SaySomething = (props: SaySomethingProps) => {
  const { t } = useI18n();
  const { now } = useVisit().current;
  const to = useAddresses(untrack(() => props.consultation.id));
  const verdict = mayNow(
    untrack(() => props.consultation),
    'suggest',
    now,
  );
  return (
    <Show
      when={verdict.allowed}
      fallback={
        <p class="hint">
          {t('site.cannot-suggest')} {verdict.allowed ? '' : t(`problem.${verdict.reason}`)}
        </p>
      }
    >
      <LinkButton href={to.suggest(props.passage)} look="plain">
        {t('site.suggest')}
      </LinkButton>
    </Show>
  );
};
