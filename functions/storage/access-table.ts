import { TABLES, TABLE_NAMES } from './tables.ts';
import { ACCESS } from './keys.ts';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
const code = (text: string): string => `\`${text}\``;

/** What `keys/` and `tables.ts` say, for people who read: the tables, and each question they are asked. */
export const accessTable = (): string => {
  const tables = TABLE_NAMES.map((name) => {
    const shape = { indexes: {}, ttl: '–', recovery: false, stream: false, ...TABLES[name] };
    const traits = [shape.stream && 'stream', shape.recovery && 'point-in-time recovery'].filter(Boolean).join(', ');
    return [code(name), shape.holds, Object.keys(shape.indexes).map(code).join(', ') || '–', shape.ttl, traits || '–'];
  });
  const questions = Object.entries(ACCESS).map(([name, access]) => [
    code(name),
    access.asks,
    access.asker,
    'index' in access ? `${access.table}, ${code(access.index)}` : access.table,
    code(access.pk),
    code(access.sk),
  ]);
  return [
    table(['table', 'holds', 'indexes', 'deletes by', 'with'], tables),
    table(['key', 'question', 'who asks', 'table', 'partition', 'sort'], questions),
  ].join('\n\n');
};

const BEGIN = '<!-- from keys/: node functions/storage/write-readme.ts -->';
const END = '<!-- end -->';

/** The README with its generated part made anew. */
export const withAccessTable = (readme: string): string => {
  const [before = '', rest = ''] = readme.split(BEGIN);
  const after = rest.split(END)[1] ?? '\n';
  return `${before}${BEGIN}\n\n${accessTable()}\n\n${END}${after}`;
};
