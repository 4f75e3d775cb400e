import type { Root as HtmlTree, Element as HtmlElement } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toMdast, type Handle } from 'hast-util-to-mdast';
import mammoth from 'mammoth';
import type { FootnoteDefinition, FootnoteReference, Root, RootContent } from 'mdast';
import type { Left } from '#shared/documents/requests.ts';
import { blocksOf, placeIn, type ReadSource } from './blocks.ts';
import { flat, keptWords, setApart, wordsIn, type Named } from './docx-rest.ts';
import { allIn, childOf, parseXml, writeXml, type Element } from './xml.ts';
import { UnreadableSource, readZip, writeZip } from './zip.ts';

/** What is read of a file: the text, what it is made with, and what stands beside it. Pictures are never unpacked. */
const WANTED =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|word\/(document|styles|numbering|footnotes|endnotes|comments|header|footer)\d*\.xml|word\/_rels\/(document|footnotes|endnotes)\d*\.xml\.rels|word\/(diagrams\/data|charts\/chart)\d*\.xml)$/;
const TEXT = /^word\/(document|footnotes|endnotes)\d*\.xml$/;
const HANDED_ON = /^(\[Content_Types\]\.xml|_rels\/|word\/_rels\/|word\/(styles|numbering)\d*\.xml)/;

/** Ranks as they are written: a title stands above the headings. Names of styles that are built in are English in every Word. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((rank) => `p[style-name='heading ${rank}'] => h${Math.min(6, rank + 1)}:fresh`),
  ...[1, 2, 3, 4, 5, 6].map((rank) => `p[style-name='Heading ${rank}'] => h${Math.min(6, rank + 1)}:fresh`),
  ...[1, 2, 3, 4, 5, 6].map((rank) => `p.Heading${rank} => h${Math.min(6, rank + 1)}:fresh`),
];

const valueOf = (element: Element | undefined, name: string): string =>
  childOf(element, name)?.attributes['w:val'] ?? '';

const namedIn = (xml: (name: RegExp) => Element[]): Named => ({
  styles: new Map(
    xml(/^word\/styles/)
      .flatMap((top) => allIn(top, 'w:style'))
      .map((style) => [
        style.attributes['w:styleId'] ?? '',
        { name: valueOf(style, 'w:name'), counts: childOf(childOf(style, 'w:pPr'), 'w:numPr') !== undefined },
      ]),
  ),
  comments: new Map(
    xml(/^word\/comments/)
      .flatMap((top) => allIn(top, 'w:comment'))
      .map((comment) => [comment.attributes['w:id'] ?? '', flat(wordsIn(comment))]),
  ),
});

/** What stands beside the text: on top and at the foot of each page, and in drawings that are parts of their own. */
const besideIn = (xml: (name: RegExp) => Element[]): Left[] => {
  const from = (kind: Left['kind'], name: RegExp): Left[] =>
    [...new Set(xml(name).map((top) => flat(wordsIn(top))))].filter(Boolean).map((text) => ({ kind, where: '', text }));
  return [
    ...from('header', /^word\/header/),
    ...from('footer', /^word\/footer/),
    ...from('drawing', /^word\/(diagrams|charts)\//),
  ];
};

const NOTE = /^((?:foot|end)note)-(?!ref-)(.+)$/;
const isNote = (node: unknown): node is HtmlElement => {
  const { tagName, properties } = node as Partial<HtmlElement>;
  return tagName === 'li' && NOTE.test(String(properties?.['id']));
};

/** Notes and what cites them, as Markdown knows them; the way back from a note is not needed. */
const handleLink: Handle = (state, node: HtmlElement) => {
  const href = String(node.properties['href']);
  if (/^#(foot|end)note-ref-/.test(href)) return undefined;
  if (NOTE.test(href.slice(1)))
    return { type: 'footnoteReference', identifier: href.slice(1) } satisfies FootnoteReference;
  return { type: 'link', url: href, children: state.all(node) as never };
};
const handlers = { a: handleLink, sup: ((state, node: HtmlElement) => state.all(node)) as Handle };

const markdownOf = (tree: HtmlTree): Root => {
  const notes: FootnoteDefinition[] = [];
  const text = tree.children.filter((node) => {
    const list = 'children' in node && node.children.length > 0 && node.children.every(isNote) ? node.children : [];
    for (const note of list) {
      const body = toMdast({ type: 'root', children: note.children }, { handlers }) as Root;
      notes.push({
        type: 'footnoteDefinition',
        identifier: String(note.properties['id']),
        children: body.children as FootnoteDefinition['children'],
      });
    }
    return list.length === 0;
  });
  const root = toMdast({ type: 'root', children: text }, { handlers }) as Root;
  return { type: 'root', children: [...root.children, ...(notes as RootContent[])] };
};

/** Words, without the marks that are ours: of items, cells and notes. */
const wordList = (text: string): string[] =>
  text
    .normalize('NFC')
    .replaceAll(/\[\d+\]/g, '')
    .split(/[\s|•☐☑]+/)
    .filter(Boolean);

/** Words of the file that came through nowhere: whatever the library did not know. Each paragraph is looked at. */
const lostIn = (tops: readonly Element[], { blocks, notes }: ReadSource): Left[] => {
  const counts = new Map<string, number>();
  for (const word of [...blocks.map(({ text }) => text), ...notes.values()].flatMap(wordList))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return tops
    .flatMap((top) => allIn(top, 'w:p'))
    .flatMap((paragraph): Left[] => {
      const words = wordList(keptWords(paragraph));
      const lost = words.filter((word) => {
        const count = counts.get(word) ?? 0;
        counts.set(word, count - 1);
        return count < 1;
      });
      return lost.length > 0 ? [{ kind: 'other', where: placeIn(words.join(' ')), text: lost.join(' ') }] : [];
    });
};

/** @throws UnreadableSource */
export const readDocx = async (bytes: Buffer): Promise<ReadSource> => {
  const parts = readZip(bytes, (name) => WANTED.test(name));
  const trees = new Map(
    [...parts]
      .filter(([name]) => name.startsWith('word/') && !name.endsWith('.rels'))
      .map(([name, part]) => [name, parseXml(part.toString('utf8'))]),
  );
  if (![...trees.keys()].some((name) => name.startsWith('word/document'))) throw new UnreadableSource('no text');
  const xml = (name: RegExp): Element[] => [...trees].filter(([path]) => name.test(path)).map(([, tree]) => tree);
  const named = namedIn(xml);
  const clean = new Map<string, Uint8Array>();
  for (const [name, part] of parts) if (HANDED_ON.test(name)) clean.set(name, part);
  const left: Left[] = [];
  const kept: Element[] = [];
  // The text itself first, then its notes.
  for (const [name, tree] of [...trees].filter(([path]) => TEXT.test(path)).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const apart = setApart(tree, named);
    left.push(...apart.left);
    kept.push(apart.kept);
    clean.set(name, Buffer.from(writeXml(apart.kept)));
  }
  const { value } = await mammoth.convertToHtml(
    { buffer: writeZip(clean) },
    { styleMap: STYLES, includeEmbeddedStyleMap: false },
  );
  const source = blocksOf(markdownOf(fromHtml(value, { fragment: true })));
  const told = new Set(left.filter(({ kind }) => kind === 'comment').map(({ text }) => text));
  const loose = [...named.comments.values()].filter((text) => text && !told.has(text));
  return {
    ...source,
    left: [
      ...left.filter(
        ({ kind, text }) => text !== '' || !['deletion', 'addition', 'comment', 'contents'].includes(kind),
      ),
      ...loose.map((text): Left => ({ kind: 'comment', where: '', text })),
      ...besideIn(xml),
      ...source.left,
      ...lostIn(kept, source),
    ],
  };
};
