/**
 * The words of a passage are plain text, as people write it in a mail: paragraphs with empty lines between them, lists
 * whose items begin with a mark, tables whose rows begin with a bar. Nothing else has a meaning, so nothing can be hidden
 * in it, and a translator needs to know no more than this.
 */
export type ListItem = { depth: number; mark: string; text: string };
export type Part =
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: ListItem[] }
  | { kind: 'table'; rows: string[][] };

export const BULLET = '•';
const ITEM = /^(?<indent>[ \t]*)(?<mark>[•*-]|\d{1,4}[.)])[ \t]+(?<text>.*)$/;
const DEEPEST = 4;
const INDENT = '  ';

const itemIn = (line: string): ListItem | undefined => {
  const { indent = '', mark = '', text = '' } = ITEM.exec(line)?.groups ?? {};
  if (!mark) return undefined;
  const depth = Math.min(DEEPEST, Math.floor(indent.replaceAll('\t', INDENT).length / INDENT.length));
  return { depth, mark: /\d/.test(mark) ? mark : BULLET, text: text.trim() };
};

/** Items of a list; lines without a mark go on with the item before. */
const itemsIn = (lines: readonly string[]): ListItem[] => {
  const items: ListItem[] = [];
  for (const line of lines) {
    const item = itemIn(line);
    const last = items.at(-1);
    if (item) items.push(item);
    else if (last) last.text += `\n${line.trim()}`;
  }
  return items;
};

const isRow = (line: string): boolean => /^\s*\|/.test(line);
/** `| a | b |`; a bar within a cell stands behind a backslash. */
const cellsIn = (line: string): string[] =>
  line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replaceAll(String.raw`\|`, '|').trim());

const partIn = (lines: readonly string[]): Part => {
  if (lines.every(isRow)) return { kind: 'table', rows: lines.map(cellsIn) };
  if (itemIn(lines[0] ?? '')) return { kind: 'list', items: itemsIn(lines) };
  return { kind: 'paragraph', text: lines.map((line) => line.trim()).join('\n') };
};

/** Its paragraphs, lists and tables, as they are shown. */
export const partsOf = (text: string): Part[] =>
  text
    .split(/\n(?:[ \t]*\n)+/)
    .map((block) => block.split('\n').filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0)
    .map(partIn);

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const bars = (text: string): string => flat(text).replaceAll('|', String.raw`\|`);

const writePart = (part: Part): string => {
  switch (part.kind) {
    case 'paragraph':
      return part.text;
    case 'list':
      return part.items
        .map(({ depth, mark, text }) => {
          const indent = INDENT.repeat(Math.min(DEEPEST, depth));
          return `${indent}${mark} ${text.replaceAll('\n', `\n${indent}${INDENT}`)}`;
        })
        .join('\n');
    case 'table':
      return part.rows.map((cells) => `| ${cells.map(bars).join(' | ')} |`).join('\n');
  }
};

/** The same parts as plain text. */
export const writeParts = (parts: readonly Part[]): string => parts.map(writePart).join('\n\n');
