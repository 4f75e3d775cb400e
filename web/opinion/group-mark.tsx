import { For, Match, Switch } from 'solid-js';
import { useI18n } from '#web/messages/i18n.ts';

/** A group's place among all groups: its shape and colour on this page. */
type Place = number;

type ShapeProps = { place: Place; x: number; y: number; radius: number };

/** Corners on a circle, the first one at `turn` of a full turn. */
const corners = ({ x, y, radius }: Omit<ShapeProps, 'place'>, count: number, turn: number): string =>
  Array.from({ length: count }, (_, i) => {
    const angle = (turn + i / count) * 2 * Math.PI;
    return `${(x + radius * Math.cos(angle)).toFixed(2)},${(y + radius * Math.sin(angle)).toFixed(2)}`;
  }).join(' ');

/** Circle, square, diamond, triangle, hexagon: apart without any colour. */
const Shape = (props: ShapeProps) => (
  <Switch
    fallback={
      <circle class="group-none" cx={props.x.toFixed(2)} cy={props.y.toFixed(2)} r={(props.radius * 0.8).toFixed(2)} />
    }
  >
    <Match when={props.place === 0}>
      <circle class="group-0" cx={props.x.toFixed(2)} cy={props.y.toFixed(2)} r={(props.radius * 0.9).toFixed(2)} />
    </Match>
    <Match when={props.place === 1}>
      <polygon class="group-1" points={corners({ ...props, radius: props.radius * 1.1 }, 4, 0.125)} />
    </Match>
    <Match when={props.place === 2}>
      <polygon class="group-2" points={corners({ ...props, radius: props.radius * 1.15 }, 4, 0)} />
    </Match>
    <Match when={props.place === 3}>
      <polygon class="group-3" points={corners({ ...props, radius: props.radius * 1.2 }, 3, 0.75)} />
    </Match>
    <Match when={props.place === 4}>
      <polygon class="group-4" points={corners({ ...props, radius: props.radius }, 6, 0)} />
    </Match>
  </Switch>
);

/** A group's shape with its letter in it. Below a certain size the letter could not be read. */
export const LabelledShape = (props: ShapeProps & { label: string; withLetter: boolean }) => (
  <g>
    <Shape place={props.place} x={props.x} y={props.y} radius={props.radius} />
    <For each={props.withLetter ? [props.label] : []}>
      {(letter) => (
        <text
          class={`group-letter group-letter-${props.place}`}
          x={props.x.toFixed(2)}
          y={(props.y + props.radius * (props.place === 3 ? 0.5 : 0.36)).toFixed(2)}
          font-size={(props.radius * 1.05).toFixed(2)}
          text-anchor="middle"
        >
          {letter}
        </text>
      )}
    </For>
  </g>
);

type GroupMarkProps = { label: string; labels: readonly string[]; named?: boolean };

/** A group in running text: its shape with its letter, and its name for those who do not see it. */
export const GroupMark = (props: GroupMarkProps) => {
  const { t } = useI18n();
  return (
    <span class="group-mark">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <LabelledShape
          place={props.labels.indexOf(props.label)}
          x={12}
          y={12}
          radius={10}
          label={props.label}
          withLetter
        />
      </svg>
      <span class={props.named ? undefined : 'visually-hidden'}>{t('opinion.group', { label: props.label })}</span>
    </span>
  );
};
