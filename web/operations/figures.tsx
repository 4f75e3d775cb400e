import { For, type JSX } from 'solid-js';

type Column = { title: string; isNumber?: boolean };
type Row = { name: JSX.Element; cells: readonly JSX.Element[] };

/** A table that scrolls by itself on a narrow screen. */
export const Figures = (props: { title: string; columns: readonly Column[]; rows: readonly Row[] }) => (
  <div class="scroll-sideways" tabindex="0" role="group" aria-label={props.title}>
    <table class="results-table">
      <caption>{props.title}</caption>
      <thead>
        <tr>
          <For each={props.columns}>
            {({ title, isNumber }) => (
              <th scope="col" class={isNumber ? 'number' : undefined}>
                {title}
              </th>
            )}
          </For>
        </tr>
      </thead>
      <tbody>
        <For each={props.rows}>
          {(row) => (
            <tr>
              <th scope="row">{row.name}</th>
              <For each={row.cells}>
                {(cell, i) => <td class={props.columns[i() + 1]?.isNumber ? 'number' : undefined}>{cell}</td>}
              </For>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  </div>
);
