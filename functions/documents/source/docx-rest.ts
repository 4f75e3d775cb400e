import type { Left } from '#shared/documents/requests.ts';
import type { LeftKind } from '#shared/documents/rules.ts';
import { allIn, childOf, isElement, type Element, type Node } from './xml.ts';

/** How much of a paragraph says where something stood. */
const PLACE_LENGTH = 80;
const ELLIPSIS = '…';

/** What a file of a word processor names by its ids: styles, comments, and whether a style counts by itself. */
export type Named = {
  styles: ReadonlyMap<string, { name: string; counts: boolean }>;
  comments: ReadonlyMap<string, string>;
};

/** Elements whose words are read, one by one: text, what was struck out, formulas, drawings. */
const WORDS = new Set(['w:t', 'w:delText', 'm:t', 'a:t']);
const SPACES = new Set(['w:tab', 'w:br', 'w:cr', 'w:ptab']);

/** The words of an element, paragraphs apart. Word writes boxes twice, the second time for old programs. */
export const wordsIn = (element: Element): string => {
  if (WORDS.has(element.name)) return element.children.filter((node) => typeof node === 'string').join('');
  if (SPACES.has(element.name)) return ' ';
  if (element.name === 'mc:AlternateContent') {
    const chosen = childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback');
    return chosen ? wordsIn(chosen) : '';
  }
  const inside = element.children.filter(isElement).map(wordsIn).join('');
  return element.name === 'w:p' || element.name === 'w:tc' || element.name === 'a:p' ? `${inside}\n` : inside;
};
/** In one line. */
export const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** What is never taken over, by element. */
const LEAVES = new Map<string, LeftKind>([
  ['w:del', 'deletion'],
  ['w:moveFrom', 'deletion'],
  ['m:oMath', 'formula'],
  ['m:oMathPara', 'formula'],
  ['w:object', 'embedded'],
  ['w:altChunk', 'embedded'],
]);
const DRAWN = new Set(['w:drawing', 'w:pict', 'mc:AlternateContent']);

/** The words of an element that are taken over. */
export const keptWords = (element: Element): string => {
  if (LEAVES.has(element.name) || DRAWN.has(element.name)) return '';
  if (element.name === 'w:t' || SPACES.has(element.name)) return wordsIn(element);
  return element.children.filter(isElement).map(keptWords).join('');
};

const placeOf = (text: string): string => {
  const line = flat(text);
  return line.length > PLACE_LENGTH ? line.slice(0, PLACE_LENGTH).replace(/[\ud800-\udbff]$/, '') + ELLIPSIS : line;
};

/** What holds nothing but more of the text. */
const UNWRAPPED = new Set([
  'w:ins',
  'w:moveTo',
  'w:fldSimple',
  'w:dir',
  'w:bdo',
  'w:smartTag',
  'w:customXml',
  'w:ruby',
  'w:rt',
  'w:rubyBase',
]);
/** More columns than any table on paper: who says more wants to fill the memory of whoever counts them. */
const MOST_COLUMNS = 60;
const ATTRIBUTES = /^(w|r|w14|xml):|^[^:]+$/;

/** A picture, or a box with words in it, or a drawing with words or none. */
const drawn = (element: Element): LeftKind => {
  if (allIn(element, 'w:txbxContent').length > 0) return 'text-box';
  return allIn(element, 'a:blip').length + allIn(element, 'v:imagedata').length > 0 ? 'picture' : 'drawing';
};

/** What somebody wrote about a picture for those who do not see it. */
const described = (element: Element): string => {
  const texts = [
    ...allIn(element, 'wp:docPr').map(({ attributes }) => attributes['descr']),
    ...allIn(element, 'v:shape').map(({ attributes }) => attributes['alt']),
  ];
  return [...new Set(texts.filter(Boolean))].join(' ');
};

const styleOf = (element: Element, { styles }: Named) =>
  styles.get(childOf(childOf(element, 'w:pPr'), 'w:pStyle')?.attributes['w:val'] ?? '');
const isContents = (element: Element, named: Named): boolean =>
  /^(toc \d|toc heading|table of figures)$/i.test(styleOf(element, named)?.name ?? '');
const isList = (element: Element): boolean =>
  allIn(element, 'w:docPartGallery').some(({ attributes }) => /contents/i.test(attributes['w:val'] ?? ''));
const isCounted = (element: Element, named: Named): boolean => {
  const style = styleOf(element, named);
  return (
    /^heading \d$/i.test(style?.name ?? '') &&
    (style?.counts === true || childOf(childOf(element, 'w:pPr'), 'w:numPr') !== undefined)
  );
};

/**
 * The document without what cannot be kept, each thing of which is told: what it is, near which words it stood, and which
 * words it held itself.
 */
export const setApart = (top: Element, named: Named): { kept: Element; left: Left[] } => {
  const left: Left[] = [];
  let where = '';
  let before: { kind: LeftKind; parent: Element } | undefined;
  const leave = (kind: LeftKind, text: string, parent: Element): [] => {
    const last = left.at(-1);
    // One word may be struck out letter by letter: what stands together is told together.
    const goesOn =
      last &&
      before?.kind === kind &&
      (kind === 'contents' || (before.parent === parent && (kind === 'deletion' || kind === 'addition')));
    if (goesOn) last.text = kind === 'contents' ? `${last.text}\n${flat(text)}` : last.text + text;
    else left.push({ kind, where, text: kind === 'deletion' || kind === 'addition' ? text : flat(text) });
    before = { kind, parent };
    return [];
  };
  const keep = (element: Element): Element => {
    const attributes = Object.fromEntries(Object.entries(element.attributes).filter(([key]) => ATTRIBUTES.test(key)));
    return { ...element, attributes, children: element.children.flatMap((child) => sift(child, element)) };
  };
  const paragraph = (element: Element, parent: Element): Node[] => {
    if (isContents(element, named)) return leave('contents', wordsIn(element), parent);
    where = placeOf(keptWords(element)) || where;
    if (isCounted(element, named) && !left.some(({ kind }) => kind === 'numbering')) leave('numbering', '', element);
    return [keep(element)];
  };
  const sift = (node: Node, parent: Element): Node[] => {
    if (!isElement(node)) return [node];
    const { name, children } = node;
    const kind = LEAVES.get(name);
    if (kind) return children.length > 0 || name === 'w:altChunk' ? leave(kind, wordsIn(node), parent) : [keep(node)];
    if (DRAWN.has(name)) return leave(drawn(node), [described(node), wordsIn(node)].join(' '), parent);
    if (name === 'w:commentReference')
      return leave('comment', named.comments.get(node.attributes['w:id'] ?? '') ?? '', node);
    if (name === 'w:sdt' && isList(node)) return leave('contents', wordsIn(node), parent);
    if (name === 'w:tr' && childOf(childOf(node, 'w:trPr'), 'w:del')) return leave('deletion', wordsIn(node), node);
    if (name === 'w:cr') return [{ name: 'w:br', attributes: {}, children: [] }];
    if (name === 'w:ptab') return [{ name: 'w:tab', attributes: {}, children: [] }];
    if (name === 'w:p') return paragraph(node, parent);
    if (name === 'w:gridSpan' && !(Number(node.attributes['w:val']) <= MOST_COLUMNS)) return [];
    if (UNWRAPPED.has(name) && children.length > 0) {
      if (name === 'w:ins') leave('addition', wordsIn(node), parent);
      const inside = keep(node).children;
      if (name === 'w:ins') before = { kind: 'addition', parent };
      return inside;
    }
    if (name === 'w:r' && wordsIn(node) !== '') before = undefined;
    return /^w(14)?:/.test(name) ? [keep(node)] : keep(node).children.filter((child) => isElement(child));
  };
  const kept = keep(top);
  return { kept, left: left.map((one) => ({ ...one, text: one.text.trim() })) };
};
