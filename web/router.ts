import { isLocale, type Locale } from '#shared/locales.ts';
import type { Instant } from '#shared/time.ts';
import { Refusal, type Api } from './api.ts';
import { doneIn } from './done.ts';
import { chunksOf } from './messages/i18n.ts';
import type { AnyPage, Current, PostAnswer, Posting, Words } from './page.ts';
import { PROBLEM_PAGE, ROUTES } from './routes.ts';

/** Known once every page is: what offices say weighs on no resident's phone. */
let officeChunks: Record<string, readonly string[]> = {};

/** The chunks of messages that a page needs as it stands. */
export const chunksFor = ({ at, file, page, data, problem }: Current): string[] => [
  ...(officeChunks[file] ?? chunksOf(file)),
  ...(page.says?.(data) ?? []),
  ...(problem ? ['problem', 'problems', 'field'] : []),
  ...(doneIn(at.url) ? ['done'] : []),
];

/** Pages that residents come to. The way to every other page is a file of its own, which cheap phones need not load. */
const files = import.meta.glob<{ default: AnyPage }>([
  './{ballots,belonging,contributions,info,participants,problems}/*.page.tsx',
  './places/{home,list}.page.tsx',
  './consultations/{consultation,join}.page.tsx',
  './documents/passage.page.tsx',
  './opinion/results.page.tsx',
]);

const tableOf = (routes: typeof ROUTES) =>
  routes.map(([pattern, file]) => ({
    file,
    expression: new RegExp(`^/(?<locale>[^/]+)${pattern.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')}/?$`),
  }));
let table = tableOf(ROUTES);

let everyPage: typeof files | undefined;
/** Knows every page from now on. Who comes from a resident's page to a desk loads it as a page of its own. */
export const knowEveryPage = async (): Promise<typeof files> => {
  if (everyPage) return everyPage;
  const more = await import('./more-pages.ts');
  table = tableOf([...ROUTES, ...more.OFFICE_ROUTES]);
  officeChunks = more.CHUNKS_OF_OFFICE;
  return (everyPage = more.files);
};

export const loadPage = async (file: string): Promise<AnyPage> => {
  const load = files[file] ?? (await knowEveryPage())[file];
  const module = await load?.();
  if (!module) throw new Error(`no page ${file}`);
  return module.default;
};

export const match = (url: URL): { file: string; locale: Locale; params: Record<string, string> } | undefined => {
  for (const { file, expression } of table) {
    const { locale, ...params } = expression.exec(url.pathname)?.groups ?? {};
    if (locale && isLocale(locale)) return { file, locale, params };
  }
  return undefined;
};

type Asked = { url: URL; locale: Locale; api: Api; now: Instant; inOffice: boolean };

/** The page that tells what went wrong, in place of the one that was asked for. */
export const problemPage = async (
  { url, locale, api, now, inOffice }: Asked,
  code: string,
  status: number,
): Promise<Current> => {
  const page = await loadPage(PROBLEM_PAGE);
  const at = { url, locale, params: { code } };
  return { at, file: PROBLEM_PAGE, page, data: await page.load({ ...at, api, now }), status, now, inOffice };
};

/** The page of an address; `was`: the one that is shown. */
export const resolve = async (asked: Asked, was?: Current): Promise<Current> => {
  const found = match(asked.url);
  if (!found) return problemPage(asked, 'not-found', 404);
  const page = was?.file === found.file ? was.page : await loadPage(found.file);
  const at = { url: asked.url, locale: asked.locale, params: found.params };
  const stays = was && page.stays?.(was, { at });
  try {
    const data = await page.load({ ...at, api: asked.api, now: asked.now, ...(stays && { standing: was.data }) });
    if (data === null) return await problemPage(asked, 'not-found', 404);
    return { at, file: found.file, page, data, status: 200, now: asked.now, inOffice: asked.inOffice };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (stays) return resolve(asked);
    return problemPage(asked, error.problem.code, error.problem.status);
  }
};

/** Does what a form asks. Whatever the API refuses is shown with the form, its words kept. */
export const runPost = async (
  asked: Asked & Pick<Posting, 'prove'>,
  form: FormData,
): Promise<PostAnswer & { status: number }> => {
  const found = match(asked.url);
  const page = found && (await loadPage(found.file));
  if (!found || !page?.post) return { problem: { code: 'method-not-allowed', errors: [] }, status: 405 };
  try {
    const answer = await page.post({ ...asked, params: found.params, form });
    return { ...answer, status: 'redirect' in answer ? 303 : 'problem' in answer ? 422 : 200 };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, status, errors = [], retryAfter } = error.problem;
    return { problem: { code, errors, ...(retryAfter === undefined ? {} : { retryAfter }) }, status };
  }
};

export const wordsOf = (form: FormData): Words => {
  const words: Words = {};
  for (const [name, value] of form) if (typeof value === 'string') (words[name] ??= []).push(value);
  return words;
};
