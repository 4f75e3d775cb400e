import type { ListItem, RootContent, PhrasingContent, Root, TableRow, List } from 'mdast';
import { BULLET, writeParts, type ListItem as Item } from '#shared/documents/format.ts';
import type { Left } from '#shared/documents/requests.ts';
import type { LeftKind } from '#shared/documents/rules.ts';
import type { Block, Source } from '#shared/documents/splitting.ts';

export type ReadSource = Source & { left: Left[] };

const PLACE_LENGTH = 80;
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
/** The beginning of a paragraph, which says where something stood. */
export const placeIn = (text: string): string => {
  const line = flat(text);
  return line.length > PLACE_LENGTH ? `${line.slice(0, PLACE_LENGTH).replace(/[\ud800-\udbff]$/, '')}…` : line;
};

const BLOCKS = new Set([
  'paragraph',
  'list',
  'listItem',
  'table',
  'tableRow',
  'tableCell',
  'blockquote',
  'heading',
  'code',
]);
const isBreak = (html: string): boolean => /^<br\s*\/?>$/i.test(html);
const isAddress = (url: string): boolean => /^(https?:|mailto:|tel:)/i.test(url);

/** A tree of Markdown as headings and plain text, with its notes. What a passage cannot hold is told. */
export const blocksOf = (tree: Root): ReadSource => {
  const left: Left[] = [];
  const marks = new Map<string, string>();
  const bodies = new Map<string, RootContent[]>();
  const addresses = new Map<string, string>();
  const used = new Set<string>();
  let where = '';
  let cited: string[] = [];
  const leave = (kind: LeftKind, text: string): '' => {
    left.push({ kind, where, text: flat(text) });
    return '';
  };
  const cite = (identifier: string): string => {
    const mark = marks.get(identifier) ?? `[${marks.size + 1}]`;
    marks.set(identifier, mark);
    cited.push(mark);
    return mark;
  };
  const linked = (text: string, url: string): string =>
    !isAddress(url) || text.includes(url.replace(/^mailto:|^tel:/i, '')) ? text : `${text} (${url})`;

  const inline = (nodes: readonly PhrasingContent[]): string => nodes.map(phrase).join('');
  const phrase = (node: PhrasingContent): string => {
    switch (node.type) {
      case 'text':
        return node.value.replaceAll(/\s*\n\s*/g, ' ');
      case 'inlineCode':
        return node.value;
      case 'break':
        return '\n';
      case 'emphasis':
      case 'strong':
      case 'delete':
        return inline(node.children);
      case 'link':
        return linked(inline(node.children), node.url);
      case 'linkReference':
        used.add(node.identifier);
        return linked(inline(node.children), addresses.get(node.identifier) ?? '');
      case 'image':
        return leave(
          'picture',
          [node.alt, node.title, node.url.startsWith('data:') ? '' : node.url].filter(Boolean).join(' '),
        );
      case 'imageReference':
        used.add(node.identifier);
        return leave('picture', [node.alt, addresses.get(node.identifier)].filter(Boolean).join(' '));
      case 'footnoteReference':
        return bodies.has(node.identifier) ? cite(node.identifier) : `[^${node.label ?? node.identifier}]`;
      case 'html':
        return isBreak(node.value) ? '\n' : leave('markup', node.value);
    }
  };
  const lines = (text: string): string => text.split('\n').map(flat).filter(Boolean).join('\n');

  const itemsOf = (list: List, depth: number): Item[] =>
    list.children.flatMap((item, i) => itemOf(item, list.ordered ? `${(list.start ?? 1) + i}.` : BULLET, depth));
  const itemOf = (item: ListItem, mark: string, depth: number): Item[] => {
    const tick = item.checked === true ? '☑ ' : item.checked === false ? '☐ ' : '';
    const own: string[] = [];
    const below: Item[] = [];
    for (const child of item.children) {
      if (child.type === 'list') below.push(...itemsOf(child, depth + 1));
      else own.push(...plain(child));
    }
    return [{ depth, mark, text: tick + own.join('\n') }, ...below];
  };
  /** In Markdown a cell is a line; in other sources it may hold paragraphs and lists. */
  const cellsOf = (row: TableRow): string[] =>
    row.children.map(({ children }) => {
      const blocks = (children as RootContent[]).some(({ type }) => BLOCKS.has(type));
      return flat(blocks ? (children as RootContent[]).flatMap(plain).join(' ') : inline(children));
    });

  /** What stands inside of something else: its lines. */
  const plain = (node: RootContent): string[] =>
    take(node)
      .flatMap(({ text }) => text.split(/\n+/))
      .filter(Boolean);

  /** The blocks that a node makes. Called in reading order, so that notes are numbered as they are read. */
  const take = (node: RootContent): Block[] => {
    const text = (said: string): Block[] => (said ? [{ kind: 'text', text: said, notes: [] }] : []);
    switch (node.type) {
      case 'heading':
        return [{ kind: 'heading', depth: node.depth, text: flat(inline(node.children)), notes: [] }];
      case 'paragraph':
        return text(lines(inline(node.children)));
      case 'list':
        return text(writeParts([{ kind: 'list', items: itemsOf(node, 0) }]));
      case 'table':
        return text(
          writeParts([{ kind: 'table', rows: node.children.map(cellsOf).filter((row) => row.some(Boolean)) }]),
        );
      case 'blockquote':
        return node.children.flatMap(take);
      case 'code':
        return text(lines(node.value));
      case 'html':
        leave('markup', node.value);
        return [];
      case 'definition':
      case 'footnoteDefinition':
      case 'thematicBreak':
      case 'yaml':
        return [];
      default:
        return text(lines(phrase(node as PhrasingContent)));
    }
  };

  const below = (node: RootContent): readonly RootContent[] => ('children' in node ? node.children : []);
  const collect = (node: RootContent): void => {
    if (node.type === 'definition') addresses.set(node.identifier, node.url);
    if (node.type === 'footnoteDefinition') bodies.set(node.identifier, node.children);
    below(node).forEach(collect);
  };
  /** The words of a node, for saying where something stood in it. */
  const beginningOf = (node: RootContent): string => {
    if (node.type === 'html') return isBreak(node.value) ? ' ' : '';
    if ('value' in node) return node.value;
    const inside = below(node);
    return inside.map(beginningOf).join(inside.some(({ type }) => BLOCKS.has(type)) ? ' ' : '');
  };

  const blocks: Block[] = [];
  const read = (node: RootContent): void => {
    cited = [];
    where = placeIn(node.type === 'footnoteDefinition' ? '' : beginningOf(node)) || where;
    for (const block of take(node)) if (block.text) blocks.push({ ...block, notes: [...new Set(cited)] });
  };
  tree.children.forEach(collect);
  const outside = (node: RootContent): readonly RootContent[] => (node.type === 'blockquote' ? node.children : [node]);
  for (const node of tree.children.flatMap(outside)) read(node);

  const notes = new Map<string, string>();
  const told = new Set<string>();
  // A note may cite another one, which is then read too.
  for (let next = [...marks].find(([id]) => !told.has(id)); next; next = [...marks].find(([id]) => !told.has(id))) {
    const [identifier, mark] = next;
    told.add(identifier);
    notes.set(mark, (bodies.get(identifier) ?? []).flatMap(plain).join('\n'));
  }
  for (const [identifier, body] of bodies) if (!told.has(identifier)) leave('note', body.map(beginningOf).join(' '));
  for (const [identifier, url] of addresses) if (!used.has(identifier)) leave('link', `${identifier}: ${url}`);
  return { blocks, notes, left };
};
