import { writeZip } from '#functions/documents/source/zip.ts';

/** A file as a word processor writes it: OOXML by hand (ECMA-376), in an archive. */
const SPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:v="urn:schemas-microsoft-com:vml"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
/** `style` by its id; `inside` is runs. */
export const p = (inside: string, style = '', more = ''): string =>
  `<w:p><w:pPr>${style && `<w:pStyle w:val="${style}"/>`}${more}</w:pPr>${inside}</w:p>`;
export const heading = (text: string, rank = 1): string => p(run(text), `Titolo${rank}`);
export const bullet = (text: string, level = 0, list = 1): string =>
  p(run(text), '', `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
export const table = (...rows: string[][]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${p(run(cell))}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
export const note = (id: number, kind = 'footnote'): string => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
export const struckOut = (text: string): string =>
  `<w:del w:id="1" w:author="A"><w:r><w:delText xml:space="preserve">${escaped(text)}</w:delText></w:r></w:del>`;
export const added = (text: string): string => `<w:ins w:id="2" w:author="A">${run(text)}</w:ins>`;
export const comment = (id: number): string => `<w:r><w:commentReference w:id="${id}"/></w:r>`;
export const picture = (alt: string): string =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="${alt}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
/** As Word writes one: twice, the second time for programs that do not know the first way. */
export const textBox = (text: string): string =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>${p(run(text))}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p(run(text))}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

const STYLES = `${HEAD}<w:styles ${SPACES}><w:style w:type="paragraph" w:styleId="Titolo"><w:name w:val="Title"/></w:style>${[
  1, 2, 3,
]
  .map((rank) => `<w:style w:type="paragraph" w:styleId="Titolo${rank}"><w:name w:val="heading ${rank}"/></w:style>`)
  .join('')}<w:style w:type="paragraph" w:styleId="Sommario1"><w:name w:val="toc 1"/></w:style></w:styles>`;
const level = (i: number, format: string): string => `<w:lvl w:ilvl="${i}"><w:numFmt w:val="${format}"/></w:lvl>`;
const NUMBERING = `${HEAD}<w:numbering ${SPACES}>${['bullet', 'decimal']
  .map(
    (format, i) =>
      `<w:abstractNum w:abstractNumId="${i}">${[0, 1, 2].map((at) => level(at, format)).join('')}</w:abstractNum>`,
  )
  .join(
    '',
  )}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;

type Given = {
  footnotes?: Record<number, string>;
  endnotes?: Record<number, string>;
  comments?: Record<number, string>;
  header?: string;
  footer?: string;
  /** Instead of our own main part. */
  document?: string;
  more?: Record<string, string>;
};

const notes = (kind: 'footnote' | 'endnote' | 'comment', given: Record<number, string>): string =>
  `${HEAD}<w:${kind}s ${SPACES}>${Object.entries(given)
    .map(([id, text]) => `<w:${kind} w:id="${id}">${p(run(text))}</w:${kind}>`)
    .join('')}</w:${kind}s>`;

/** The parts of a file whose body is these paragraphs and tables. */
export const docxParts = (body: string, given: Given = {}): Map<string, Uint8Array> => {
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId5" Type="${OFFICE}/hyperlink" Target="https://example.org/plan" TargetMode="External"/>${[
      'styles',
      'numbering',
      'footnotes',
      'endnotes',
      'comments',
    ]
      .map((name, i) => `<Relationship Id="rId1${i}" Type="${OFFICE}/${name}" Target="${name}.xml"/>`)
      .join('')}</Relationships>`,
    'word/document.xml': given.document ?? `${HEAD}<w:document ${SPACES}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': STYLES,
    'word/numbering.xml': NUMBERING,
    'word/footnotes.xml': notes('footnote', given.footnotes ?? {}),
    'word/endnotes.xml': notes('endnote', given.endnotes ?? {}),
    'word/comments.xml': notes('comment', given.comments ?? {}),
    ...(given.header && { 'word/header1.xml': `${HEAD}<w:hdr ${SPACES}>${p(run(given.header))}</w:hdr>` }),
    ...(given.footer && { 'word/footer1.xml': `${HEAD}<w:ftr ${SPACES}>${p(run(given.footer))}</w:ftr>` }),
    ...given.more,
  };
  return new Map(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)]));
};

export const aDocx = (body: string, given: Given = {}): Buffer => writeZip(docxParts(body, given));
