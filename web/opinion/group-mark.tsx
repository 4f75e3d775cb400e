import { Show } from 'solid-js';
import { useI18n } from '#web/messages/i18n.ts';

/** A group's place among all groups: its shape and colour on this page. */
type Place = number;

type ShapeProps = { place: Place; x: number; y: number; radius: number };

/** Square, diamond, triangle, hexagon: apart without any colour. `turn`: where the first corner lies, of a full turn. */
const ANGULAR: Readonly<Record<Place, { corners: number; turn: number; wide: number }>> = {
  1: { corners: 4, turn: 0.125, wide: 1.1 },
  2: { corners: 4, turn: 0, wide: 1.15 },
  3: { corners: 3, turn: 0.75, wide: 1.2 },
  4: { corners: 6, turn: 0, wide: 1 },
};

const point = (x: number, y: number): string => `${x.toFixed(2)} ${y.toFixed(2)}`;

const circle = ({ x, y }: ShapeProps, radius: number): string => {
  const [left, right] = [point(x - radius, y), point(x + radius, y)];
  const half = `A${point(radius, radius)} 0 0 1`;
  return `M${left}${half} ${right}${half} ${left}Z`;
};

/** One path, because a list draws many: the first group is a circle, and so, smaller, is who stands in none. */
const outlineOf = (shape: ShapeProps): string => {
  const angular = ANGULAR[shape.place];
  if (!angular) return circle(shape, shape.radius * (shape.place === 0 ? 0.9 : 0.8));
  const radius = shape.radius * angular.wide;
  const corners = Array.from({ length: angular.corners }, (_, i) => {
    const angle = (angular.turn + i / angular.corners) * 2 * Math.PI;
    return point(shape.x + radius * Math.cos(angle), shape.y + radius * Math.sin(angle));
  });
  return `M${corners.join('L')}Z`;
};

/** A group's shape with its letter in it. Below a certain size the letter could not be read. */
export const LabelledShape = (props: ShapeProps & { label: string; withLetter: boolean }) => (
  <g>
    <path
      class={props.place in ANGULAR || props.place === 0 ? `group-${props.place}` : 'group-none'}
      d={outlineOf(props)}
    />
    <Show when={props.withLetter}>
      <text
        class={`group-letter group-letter-${props.place}`}
        x={props.x.toFixed(2)}
        y={(props.y + props.radius * (props.place === 3 ? 0.5 : 0.36)).toFixed(2)}
        font-size={(props.radius * 1.05).toFixed(2)}
        text-anchor="middle"
      >
        {props.label}
      </text>
    </Show>
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
