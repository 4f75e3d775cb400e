import { For, Show } from 'solid-js';
import type { TransparencyReport } from '#shared/moderation/report-schema.ts';
import { useI18n } from '#web/messages/i18n.ts';

type Table = TransparencyReport['tables']['measures'];

/** How much of the largest; decoration beside the number, so nobody has to read it. */
const Bar = (props: { count: number | null; most: number }) => (
  <svg class="report-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    <Show when={props.count}>
      {(count) => (
        <rect width={(count() / props.most) * 100} height="10" class={count() > 0 ? 'chart-bar' : 'chart-hidden'} />
      )}
    </Show>
  </svg>
);

/** One table of the report: every number there could be, the small ones hidden. */
export const ReportTableView = (props: { title: string; table: Table; name: (key: string) => string }) => {
  const { t, number } = useI18n();
  const cells = () => (props.table.cells ?? []).filter(({ key, count }) => key !== 'others' || count !== 0);
  const most = () => Math.max(1, ...cells().map(({ count }) => count ?? 0));
  return (
    <section class="stack stack-tight">
      <h3>{props.title}</h3>
      <Show when={props.table.cells} fallback={<p class="hint">{t('transparency.too-few')}</p>}>
        <div class="scroll-sideways" tabindex="0" role="group" aria-label={props.title}>
          <table class="results-table">
            <caption class="visually-hidden">{props.title}</caption>
            <thead>
              <tr>
                <th scope="col">{t('transparency.what')}</th>
                <th scope="col" class="number">
                  {t('progress.how-many')}
                </th>
                <td />
              </tr>
            </thead>
            <tbody>
              <For each={cells()}>
                {({ key, count }) => (
                  <tr>
                    <th scope="row">{props.name(key)}</th>
                    <td class="number">{count === null ? t('progress.hidden') : number(count)}</td>
                    <td>
                      <Bar count={count} most={most()} />
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
      </Show>
    </section>
  );
};
