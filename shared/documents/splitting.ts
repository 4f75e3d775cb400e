import { HEADING_LENGTH, PASSAGE_LENGTH } from './rules.ts';

/** A text as it was read from a file: headings and what stands under them, each with the notes that it cites. */
export type Block =
  | { kind: 'heading'; depth: number; text: string; notes: readonly string[] }
  | { kind: 'text'; text: string; notes: readonly string[] };
/** `notes`: the words of each note by its mark, as it is cited: `[1]`. */
export type Source = { blocks: readonly Block[]; notes: ReadonlyMap<string, string> };

export type Cut = { title?: string; passages: { heading: string; text: string }[] };

/** Beyond this a section is several passages: people vote on a passage as a whole, and must be able to. */
const LONG = 1_800;
const FIRST_WORDS = 80;
/** With room for `(12)`. */
const LONGEST_HEADING = HEADING_LENGTH - 10;
const BETWEEN_HEADINGS = ' – ';

type Section = { heading: string; body: Block[] };

/** `Rents`, `Rents (2)`, `Rents (3)`: the parts of one section. */
export const nthHeading = (heading: string, n: number): string => (n === 1 ? heading : `${heading} (${n})`);

const cutAtWord = (text: string, length: number): string => {
  if (text.length <= length) return text;
  const whole = text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '');
  const space = whole.lastIndexOf(' ');
  return `${(space > length / 2 ? whole.slice(0, space) : whole).trimEnd()}…`;
};

const LINE = /\n+/;
/** The first words of a text without a heading, without the marks of lists, cells and notes. */
const firstWords = (text: string): string => {
  const [line = ''] = text.split(LINE);
  const words = line
    .replaceAll(/\[\d+\]|\|/g, ' ')
    .replace(/^\s*(?:•|\d+[.)])\s/, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return cutAtWord(words || line, FIRST_WORDS);
};
const SENTENCE = /(?<=[.!?…。！？؟۔])\s+/u;

/** A text in pieces of at most so many characters, cut where it hurts least: paragraph, line, sentence, word. */
const piecesOf = (text: string, most: number): string[] => {
  if (text.length <= most) return [text];
  for (const [cut, joint] of [
    [/\n{2,}/, '\n\n'],
    [LINE, '\n'],
    [SENTENCE, ' '],
    [/\s+/, ' '],
  ] as const) {
    const units = text.split(cut).filter(Boolean);
    if (units.length < 2) continue;
    const pieces: string[] = [];
    for (const unit of units) {
      const last = pieces.at(-1);
      if (last !== undefined && last.length + joint.length + unit.length <= most)
        pieces[pieces.length - 1] = last + joint + unit;
      else pieces.push(...piecesOf(unit, most));
    }
    return pieces;
  }
  const letters = Array.from(text);
  return [
    letters.slice(0, Math.floor(most / 2)).join(''),
    ...piecesOf(letters.slice(Math.floor(most / 2)).join(''), most),
  ];
};

/** The title of the whole: the only heading of the highest rank, when the text begins with it and goes on below it. */
const titleIn = (blocks: readonly Block[]): string | undefined => {
  const headings = blocks.filter((block) => block.kind === 'heading');
  const [first] = blocks;
  const highest = Math.min(...headings.map(({ depth }) => depth));
  const ranked = headings.filter(({ depth }) => depth === highest);
  const isTitle = first?.kind === 'heading' && ranked.length === 1 && first.depth === highest && headings.length > 1;
  return isTitle && first.notes.length === 0 && first.text.length <= HEADING_LENGTH ? first.text : undefined;
};

/** Each heading with what stands under it. One that only holds deeper headings is named in front of the first of them. */
const sectionsOf = (blocks: readonly Block[], untitled: string): Section[] => {
  const sections: Section[] = [];
  let above: (Block & { kind: 'heading' })[] = [];
  let open: Section | undefined;
  const begin = (heading: string, body: Block[]): Section => {
    const section = { heading, body };
    sections.push(section);
    return section;
  };
  /** Headings with nothing under them are passages too: their words are not lost. */
  const closeEmpty = (): void => {
    for (const heading of above) begin(heading.text, [{ ...heading, kind: 'text' }]);
    above = [];
  };
  for (const block of blocks) {
    if (block.kind === 'heading') {
      const last = above.at(-1);
      if (last && block.depth <= last.depth) closeEmpty();
      above.push(block);
      open = undefined;
    } else if (above.length > 0) {
      const cited = above
        .filter(({ notes }) => notes.length > 0)
        .map(({ notes }): Block => ({ kind: 'text', text: '', notes }));
      open = begin(above.map(({ text }) => text).join(BETWEEN_HEADINGS), [...cited, block]);
      above = [];
    } else (open ??= begin(untitled || firstWords(block.text), [])).body.push(block);
  }
  closeEmpty();
  return sections;
};

/** Blocks in groups of about the same length, as few as can be read in one go. What a line announces stays with it. */
const groupsOf = (body: readonly Block[]): Block[][] => {
  const whole = body.reduce((sum, { text }) => sum + text.length, 0);
  const wanted = whole / Math.max(1, Math.ceil(whole / LONG));
  const groups: Block[][] = [];
  let length = Infinity;
  body.forEach((block, i) => {
    const isAnnounced = body[i - 1]?.text.trimEnd().endsWith(':') ?? false;
    if (length > 0 && !isAnnounced && length + block.text.length / 2 > wanted) {
      groups.push([]);
      length = 0;
    }
    groups.at(-1)?.push(block);
    length += block.text.length;
  });
  return groups;
};

/** The words of some blocks, and after them each note that they cite: `[1] …`. */
const withNotes = (blocks: readonly Block[], notes: Source['notes']): string => {
  const cited = [...new Set(blocks.flatMap((block) => block.notes))];
  const words = blocks.map(({ text }) => text.trim());
  return [...words, ...cited.map((mark) => `${mark} ${notes.get(mark) ?? ''}`.trim())].filter(Boolean).join('\n\n');
};

const passagesOf = ({ heading, body }: Section, notes: Source['notes']): Cut['passages'] => {
  const isLong = heading.length > LONGEST_HEADING;
  const whole: Block[] = isLong ? [{ kind: 'text', text: heading, notes: [] }, ...body] : body;
  const texts = groupsOf(whole).flatMap((group) => piecesOf(withNotes(group, notes), PASSAGE_LENGTH));
  return texts
    .filter(Boolean)
    .map((text, i) => ({ heading: nthHeading(cutAtWord(heading, LONGEST_HEADING), i + 1), text }));
};

/**
 * A text as passages that can be read and voted on one by one: by headings, and long sections by their paragraphs. Every
 * word of it stands in the title or in a passage.
 */
export const cutText = ({ blocks, notes }: Source): Cut => {
  const title = titleIn(blocks);
  const rest = title === undefined ? blocks : blocks.slice(1);
  const passages = sectionsOf(rest, title ?? '').flatMap((section) => passagesOf(section, notes));
  return { ...(title !== undefined && { title }), passages };
};
