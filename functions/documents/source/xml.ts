import { UnreadableSource } from './zip.ts';

/** XML as far as files of word processors need it: elements by their usual prefixes, attributes as they stand, text. */
export type Element = { name: string; attributes: Record<string, string>; children: Node[] };
export type Node = Element | string;

/** Whatever prefixes a program chose: here they have the names that everybody uses. */
const PREFIXES = new Map<string, string>(
  Object.entries({
    'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
    'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
    'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
    'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
    'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
    'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
    'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
    'http://purl.oclc.org/ooxml/drawingml/main': 'a',
    'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
    'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
    'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
    'http://purl.oclc.org/ooxml/drawingml/picture': 'pic',
    'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
    'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
    'urn:schemas-microsoft-com:vml': 'v',
    'urn:schemas-microsoft-com:office:office': 'o',
  }),
);

/** Deeper than any text of a person. */
const DEEPEST = 200;

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const ENTITY = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi;
const decoded = (text: string): string =>
  text.replaceAll(ENTITY, (_, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    if (name) return NAMED[name.toLowerCase()] ?? '';
    const code = Number.parseInt(hex ?? decimal ?? '', hex ? 16 : 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
const encoded = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const ATTRIBUTE = /([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Where the tag that begins at `at` ends: behind the bracket that stands in no attribute. */
const endOfTag = (xml: string, at: number): number => {
  let quote = '';
  for (let i = at + 1; i < xml.length; i++) {
    const sign = xml.charAt(i);
    if (quote) quote = sign === quote ? '' : quote;
    else if (sign === '>') return i + 1;
    else if (sign === '"' || sign === "'") quote = sign;
  }
  throw new UnreadableSource('a tag without an end');
};

const endOf = (xml: string, mark: string, at: number): number => {
  const end = xml.indexOf(mark, at);
  if (end < 0) throw new UnreadableSource('something without an end');
  return end + mark.length;
};

/** @throws UnreadableSource */
export const parseXml = (xml: string): Element => {
  const root: Element = { name: '', attributes: {}, children: [] };
  const open: Element[] = [root];
  const prefixes = new Map<string, string>();
  const usual = (name: string, isAttribute: boolean): string => {
    const [prefix = '', local] = name.includes(':') ? name.split(':') : ['', name];
    if (prefix === '' && isAttribute) return name;
    const known = prefixes.get(prefix) ?? prefix;
    return known ? `${known}:${local ?? ''}` : (local ?? '');
  };
  const begin = (tag: string, isEmpty: boolean): void => {
    const [name = ''] = /^[^\s/>]+/.exec(tag) ?? [];
    const pairs = [...tag.slice(name.length).matchAll(ATTRIBUTE)].map(
      ([, key = '', double, single]) => [key, decoded(double ?? single ?? '')] as const,
    );
    for (const [key, value] of pairs) {
      const named = PREFIXES.get(value);
      if (named && /^xmlns(:|$)/.test(key)) prefixes.set(key.slice('xmlns:'.length), named);
    }
    const own = pairs.filter(([key]) => !key.startsWith('xmlns'));
    const element = {
      name: usual(name, false),
      attributes: Object.fromEntries(own.map(([key, value]) => [usual(key, true), value])),
      children: [],
    };
    open.at(-1)?.children.push(element);
    if (isEmpty) return;
    open.push(element);
    if (open.length > DEEPEST) throw new UnreadableSource('too deep');
  };
  let at = 0;
  while (at < xml.length) {
    if (xml.charAt(at) !== '<') {
      const next = xml.indexOf('<', at);
      const end = next < 0 ? xml.length : next;
      open.at(-1)?.children.push(decoded(xml.slice(at, end)));
      at = end;
    } else if (xml.startsWith('<!--', at)) at = endOf(xml, '-->', at);
    else if (xml.startsWith('<![CDATA[', at)) {
      const end = endOf(xml, ']]>', at);
      open.at(-1)?.children.push(xml.slice(at + 9, end - 3));
      at = end;
    } else if (xml.startsWith('<?', at)) at = endOf(xml, '?>', at);
    // No file of a word processor declares entities; those who do want to blow up whoever reads them.
    else if (xml.startsWith('<!', at)) throw new UnreadableSource('a declaration');
    else {
      const end = endOfTag(xml, at);
      const tag = xml.slice(at + 1, end - 1);
      if (tag.startsWith('/')) {
        if (open.length < 2) throw new UnreadableSource('an end without a beginning');
        open.pop();
      } else begin(tag.replace(/\/$/, ''), tag.endsWith('/'));
      at = end;
    }
  }
  const [top] = root.children.filter((node) => typeof node !== 'string');
  if (!top || open.length > 1) throw new UnreadableSource('no whole document');
  return top;
};

const written = (node: Node, out: string[]): void => {
  if (typeof node === 'string') return void out.push(encoded(node));
  out.push('<', node.name);
  for (const [key, value] of Object.entries(node.attributes)) out.push(' ', key, '="', encoded(value), '"');
  out.push('>');
  for (const child of node.children) written(child, out);
  out.push('</', node.name, '>');
};

/** The same as text, its prefixes declared. */
export const writeXml = (top: Element): string => {
  const declared: Record<string, string> = {};
  for (const [uri, prefix] of PREFIXES) declared[`xmlns:${prefix}`] ??= uri;
  const out: string[] = [];
  written({ ...top, attributes: { ...declared, ...top.attributes } }, out);
  return out.join('');
};

export const isElement = (node: Node): node is Element => typeof node !== 'string';
export const childOf = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((node): node is Element => isElement(node) && node.name === name);

/** Every element of this name below, in reading order. */
export const allIn = (element: Element, name: string, found: Element[] = []): Element[] => {
  for (const child of element.children) {
    if (!isElement(child)) continue;
    if (child.name === name) found.push(child);
    allIn(child, name, found);
  }
  return found;
};
