import { For, Show } from 'solid-js';
import type { ResultsView } from '#shared/consultations/views.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Details } from '#web/ui/details/details.tsx';
import { LabelledShape } from './group-mark.tsx';
import { READABLE, layoutOf } from './map-layout.ts';
import type { Group } from './sections.ts';

type MapProps = { cells: ResultsView['map']; groups: readonly Group[] };

const MapTable = (props: MapProps) => {
  const i18n = useI18n();
  const { t } = i18n;
  const at = (value: number): string => i18n.number(Math.round(value * 10) / 10);
  return (
    <div class="scroll-sideways" tabindex="0" role="group" aria-label={t('opinion.map-table')}>
      <table>
        <caption>{t('opinion.map-table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('opinion.the-group')}</th>
            <th scope="col" class="number">
              {t('opinion.people')}
            </th>
            <th scope="col" class="number">
              {t('opinion.to-the-right')}
            </th>
            <th scope="col" class="number">
              {t('opinion.upwards')}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.cells}>
            {(cell) => (
              <tr>
                <th scope="row">
                  {cell.group === null ? t('opinion.no-group') : t('opinion.group', { label: cell.group })}
                </th>
                <td class="number">{i18n.number(cell.people)}</td>
                <td class="number">{at(cell.x)}</td>
                <td class="number">{at(cell.y)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
};

/** Who stands near whom: never a single person, always five or more in one place, and the same as a table. */
export const OpinionMap = (props: MapProps) => {
  const i18n = useI18n();
  const { t } = i18n;
  const onMap = () => props.cells.reduce((sum, { people }) => sum + people, 0);
  const inGroups = () => props.groups.reduce((sum, { ballots }) => sum + ballots, 0);
  const layout = () => layoutOf(props.cells, props.groups);
  /** Middles of groups that no shape with a letter tells of. */
  const middles = () => {
    const { drawn, middles: all } = layout();
    return all.filter(({ label }) => !drawn.some((cell) => cell.label === label && cell.radius >= READABLE));
  };
  return (
    <Show when={props.cells.length > 0} fallback={<p>{t('opinion.map-empty')}</p>}>
      <div class="opinion-map">
        <figure class="stack stack-tight">
          <svg viewBox="0 0 100 100" role="img" aria-label={t('opinion.map-label')}>
            <rect class="map-ground" x="0.5" y="0.5" width="99" height="99" rx="3" />
            <path class="map-axis" d="M50 4V96M4 50H96" />
            <For each={layout().drawn}>
              {(cell) => (
                <LabelledShape
                  place={cell.place}
                  x={cell.x}
                  y={cell.y}
                  radius={cell.radius}
                  label={cell.label}
                  withLetter={cell.radius >= READABLE}
                />
              )}
            </For>
            <For each={middles()}>
              {(middle) => (
                <g class="map-middle">
                  <LabelledShape
                    place={middle.place}
                    x={middle.x}
                    y={middle.y}
                    radius={middle.radius}
                    label={middle.label}
                    withLetter
                  />
                </g>
              )}
            </For>
          </svg>
          <figcaption class="hint">{t('opinion.map-caption')}</figcaption>
        </figure>
        <div class="stack stack-tight">
          <p>{t('opinion.map-is')}</p>
          <Show when={onMap() < inGroups()}>
            <p>{t('opinion.map-shows', { shown: i18n.number(onMap()), all: i18n.number(inGroups()) })}</p>
          </Show>
          <p>{t('opinion.map-is-not')}</p>
          <Details summary={t('opinion.map-as-table')}>
            <MapTable cells={props.cells} groups={props.groups} />
          </Details>
        </div>
      </div>
    </Show>
  );
};
