import { Show, untrack } from 'solid-js';
import type { PassageView } from '#shared/consultations/views.ts';
import { versionName } from '#shared/versions/rules.ts';
import type { Comparison } from '#shared/versions/views.ts';
import { useAddresses } from '#web/consultations/addresses.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Details } from '#web/ui/details/details.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { Differences } from './differences.tsx';
import { CameFrom } from './came-from.tsx';
import { WentElsewhere } from './went-elsewhere.tsx';

type PassageHistoryProps = {
  consultation: string;
  passage: PassageView;
  compared: Comparison | undefined;
};

/** What became of a passage over the versions of its text, and which suggestions it came from. */
export const PassageHistory = (props: PassageHistoryProps) => {
  const { t } = useI18n();
  const { consultation, passage } = untrack(() => ({ ...props }));
  const to = useAddresses(consultation);
  return (
    <>
      <Show when={passage.withdrawnIn}>
        {(version) => (
          <Notice kind="careful" title={t('versions.withdrawn-in', { name: versionName(version()) })}>
            <p>{t('versions.withdrawn-what')}</p>
            <Show when={passage.into}>
              {(into) => (
                <p>
                  {t('versions.went-into')} <a href={to.passage(into())}>{t('versions.see-part')}</a>
                </p>
              )}
            </Show>
          </Notice>
        )}
      </Show>
      <Show when={props.compared}>
        {(compared) => (
          <Details
            summary={`${t('versions.changed-in', { name: versionName(passage.since) })} ${t('versions.before-after')}`}
          >
            <p class="hint">{t('versions.key')}</p>
            <Differences of={compared()} />
            <WentElsewhere of={compared()} at={to.passage} />
          </Details>
        )}
      </Show>
      <CameFrom consultation={consultation} cites={passage.cites.map(({ contribution }) => contribution)} />
    </>
  );
};
