import { For, Show } from 'solid-js';
import type { ProgressView } from '#shared/progress/schema.ts';
import { useI18n } from '#web/messages/i18n.ts';

type Table = NonNullable<ProgressView['turnout']>['votes'];

const [WIDTH, HEIGHT] = [600, 120];

/**
 * Bars of a table of days, from the first to the last, hidden ones as a dotted stub: nobody reads a height off them. The
 * numbers are in the table.
 */
export const Chart = (props: { table: Table; span: 'day' | 'week' }) => {
  const { t, direction, day } = useI18n();
  const cells = () => props.table.cells ?? [];
  const step = () => WIDTH / Math.max(1, cells().length);
  const most = () => Math.max(1, ...cells().map(({ count }) => count ?? 0));
  const height = (count: number | null) => (count === null ? 6 : Math.round((count / most()) * (HEIGHT - 4)));
  // Time runs as the reader reads.
  const left = (nth: number) => (direction === 'rtl' ? WIDTH - (nth + 1) * step() : nth * step());
  const named = (cell: { key: string } | undefined): string => (cell ? day(`${cell.key}T12:00:00.000Z`, 'UTC') : '');
  return (
    <figure class="stack stack-tight">
      <figcaption>{t('progress.chart', { span: props.span })}</figcaption>
      <svg class="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <line x1="0" y1={HEIGHT - 1} x2={WIDTH} y2={HEIGHT - 1} class="chart-ground" />
        <For each={cells()}>
          {({ count }, nth) => (
            <rect
              class={count === null ? 'chart-hidden' : 'chart-bar'}
              x={left(nth()) + step() * 0.1}
              y={HEIGHT - 1 - height(count)}
              width={step() * 0.8}
              height={height(count)}
            />
          )}
        </For>
      </svg>
      <Show when={cells().length > 1}>
        <p class="hint row row-apart" aria-hidden="true">
          <span>{named(cells()[0])}</span>
          <span>{named(cells().at(-1))}</span>
        </p>
      </Show>
    </figure>
  );
};
