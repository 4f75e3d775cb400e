import { accentHref } from './accent.ts';
import type { Current } from './page.ts';
import { chunksFor } from './router.ts';
import type { Locale } from '#shared/locales.ts';
import { messageFiles, type I18n } from './messages/i18n.ts';

type Manifest = Record<string, { file: string; imports?: string[]; css?: string[] }>;

/** Known once the browser's side is built; empty while developing, where the source is served as it is. */
const manifest: Manifest =
  Object.values(import.meta.glob<{ default: Manifest }>('../dist/client/manifest.json', { eager: true }))[0]?.default ??
  {};

const fileOf = (source: string): string => `/${manifest[source]?.file ?? source}`;

const ENTRY = 'web/entry-client.tsx';
/** Where the looks of every page lie. */
export const stylesheet = fileOf('web/styles/main.css');

const withImports = (source: string, found = new Set<string>()): Set<string> => {
  const entry = manifest[source];
  if (!entry || found.has(source)) return found;
  found.add(source);
  for (const one of entry.imports ?? []) withImports(one, found);
  return found;
};

/** What the page needs at once, so that the browser does not find it out one file after the other. */
const preloads = (page: string, locale: Locale, chunks: readonly string[]): string[] => {
  const needed = [
    ENTRY,
    `web/${page.replace('./', '')}`,
    ...messageFiles(locale, chunks).map((file) => file.replace('./', 'web/messages/')),
  ];
  const sources = new Set(needed.flatMap((source) => [...withImports(source)]));
  sources.delete(ENTRY);
  return [...sources].map((source) => `<link rel="modulepreload" href="${fileOf(source)}">`);
};

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (character) => ESCAPES[character] ?? '');

/** The page's data for the browser. It is no script: nothing in it can close the element or run. */
const stateOf = ({ at, page: _, ...rest }: Current, chunks: readonly string[]): string =>
  JSON.stringify({ locale: at.locale, params: at.params, ...rest, chunks }).replaceAll('<', String.raw`\u003c`);

export const documentOf = (current: Current, i18n: I18n, body: string): string => {
  const { page, data, at } = current;
  const chunks = chunksFor(current);
  const { title, description } = page.head(data, i18n);
  const accent = accentHref(page.place?.(data));
  const address = `${at.url.origin}${at.url.pathname}`;
  const shared = [
    `<meta property="og:title" content="${escaped(title)}">`,
    `<meta property="og:type" content="website">`,
    `<meta property="og:site_name" content="${escaped(i18n.t('ui.name'))}">`,
    `<meta property="og:url" content="${escaped(address)}">`,
    `<meta property="og:locale" content="${i18n.locale}">`,
    ...(description
      ? [
          `<meta name="description" content="${escaped(description)}">`,
          `<meta property="og:description" content="${escaped(description)}">`,
        ]
      : []),
  ];
  return `<!doctype html>
<html lang="${i18n.locale}" dir="${i18n.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · ${escaped(i18n.t('ui.name'))}</title>
${shared.join('\n')}
<meta name="theme-color" content="#0a5a5b">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="manifest" href="/manifest.webmanifest">
<link rel="stylesheet" href="${stylesheet}">${accent ? `\n<link rel="stylesheet" id="accent" href="${accent}">` : ''}
${preloads(current.file, at.locale, chunks).join('\n')}
<script type="module" src="${fileOf(ENTRY)}"></script>
</head>
<body><div id="app">${body}</div>
<p id="said" class="visually-hidden" role="status"></p>
<script type="application/json" id="state">${stateOf(current, chunks)}</script>
</body>
</html>`;
};
