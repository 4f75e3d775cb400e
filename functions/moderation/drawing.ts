import {
  CASE_ACT_NAMES,
  CASE_ACTS,
  CASE_ROLES,
  CASE_STATES,
  stateAfter,
  type CaseAct,
  type CaseRole,
  type CaseState,
} from '#shared/moderation/states.ts';

const from = (act: CaseAct): readonly CaseState[] => CASE_ACTS[act].from;
const by = (act: CaseAct): readonly CaseRole[] => CASE_ACTS[act].by;

/** Every act that changes the state, as arrows; what leaves it as it is stands in the table below. */
const arrows = (): string =>
  CASE_ACT_NAMES.flatMap((act) =>
    from(act)
      .filter((state) => stateAfter(act, state) !== state)
      .map((state) => `  ${state} --> ${stateAfter(act, state)}: ${act}`),
  ).join('\n');

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** For each act: in which states it is lawful, and who may do it. */
const table = (): string =>
  [
    row(['act', ...CASE_STATES, 'who']),
    row(['---', ...CASE_STATES.map(() => '---'), '---']),
    ...CASE_ACT_NAMES.map((act) =>
      row([
        `\`${act}\``,
        ...CASE_STATES.map((state) =>
          from(act).includes(state) ? (stateAfter(act, state) === state ? 'stays' : stateAfter(act, state)) : '',
        ),
        CASE_ROLES.filter((role) => by(act).includes(role)).join(', '),
      ]),
    ),
  ].join('\n');

const drawing = (): string =>
  ['```mermaid', 'stateDiagram-v2', '  [*] --> waiting', arrows(), '  emptied --> [*]', '```', '', table()].join('\n');

const BEGIN = '<!-- from shared/moderation/states.ts: node functions/moderation/write-drawing.ts -->';
const END = '<!-- end -->';

/** The page with its generated part made anew. */
export const withDrawing = (page: string): string => {
  const [before = '', rest = ''] = page.split(BEGIN);
  const after = rest.split(END)[1] ?? '\n';
  return `${before}${BEGIN}\n\n${drawing()}\n\n${END}${after}`;
};
