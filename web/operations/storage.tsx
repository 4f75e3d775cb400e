import { Show } from 'solid-js';
import type { OperationsView } from '#shared/operations/schema.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Time } from '#web/ui/time/time.tsx';
import { Figures } from './figures.tsx';

/** How much each table holds. */
export const StorageFigures = (props: { storage: OperationsView['storage']; zone: string }) => {
  const { t, number } = useI18n();
  return (
    <section class="stack" aria-labelledby="storage">
      <h2 id="storage">{t('operations.storage.title')}</h2>
      <Show when={props.storage} fallback={<p>{t('operations.not-counted')}</p>}>
        {(storage) => (
          <>
            <Figures
              title={t('operations.storage.title')}
              columns={[
                { title: t('operations.storage.table') },
                { title: t('operations.storage.items'), isNumber: true },
                { title: t('operations.storage.size'), isNumber: true },
              ]}
              rows={storage().tables.map(({ table, items, bytes }) => ({
                name: t(`operations.table.${table}`),
                cells: [number(items), t('operations.kilobytes', { n: number(Math.ceil(bytes / 1000)) })],
              }))}
            />
            <p class="hint">
              {t('operations.as-of')} <Time at={storage().at} zone={props.zone} />
              <Show when={storage().isEstimate}>. {t('operations.storage.estimate')}</Show>
            </p>
          </>
        )}
      </Show>
    </section>
  );
};

/** Which code runs, in words that a report of a fault can quote. */
export const VersionList = (props: { versions: OperationsView['versions'] }) => {
  const { t } = useI18n();
  const names = ['platform', 'commit', 'node', 'tables', 'opinion'] as const;
  return (
    <section class="stack" aria-labelledby="versions">
      <h2 id="versions">{t('operations.versions.title')}</h2>
      <Figures
        title={t('operations.versions.title')}
        columns={[{ title: t('operations.versions.of') }, { title: t('operations.versions.which') }]}
        rows={names.map((name) => ({
          name: t(`operations.versions.${name}`),
          cells: [
            <Show when={props.versions[name]} fallback={t('operations.versions.unknown')}>
              {(version) => <code dir="ltr">{version()}</code>}
            </Show>,
          ],
        }))}
      />
    </section>
  );
};
