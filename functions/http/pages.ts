import { Hono, type Context } from 'hono';
import { isLocale, preferredLocale, type Locale } from '#shared/locales.ts';
import type { ProblemCode } from '#shared/problems.ts';
import { instant, type Instant } from '#shared/time.ts';
import { whoIs } from '../participants/sessions.ts';
import type { Say, World } from '../world.ts';
import { limitedBody } from './body-limit.ts';
import type { Env } from './env.ts';
import { isCrossSite } from './guards.ts';
import { kindOf } from './problem.ts';
import { sessionToken } from './session-cookie.ts';

/** One request for a page. `fetch` reaches the API in the same process, as the person whose request this is. */
export type PageRequest = {
  url: URL;
  locale: Locale;
  now: Instant;
  fetch: typeof globalThis.fetch;
  /** She is in office somewhere, and the header shows the way to her desk. */
  inOffice: boolean;
  /** What a form sent to the page's own address. */
  form?: FormData;
  /** Nothing is looked at or done: the page that explains this refusal is the answer. */
  refused?: { code: ProblemCode; status: number };
};

export type PageAnswer =
  | { status: number; html: string; /** The same for everybody without a session. */ cacheable: boolean }
  | { location: string };

/** Renders pages; made by `web` and handed in by the entries. */
type Renderer = (request: PageRequest) => Promise<PageAnswer>;

/** What the built server side of `web` exports. */
export type PagesBundle = {
  render: Renderer;
  say: Say;
  /** Where the looks of every page lie. */
  stylesheet: string;
};

/** The app whose API page requests call in process, and what renders its pages. */
type Given = { world: World; api: Hono<Env>; render: Renderer };

/** What the API has to know about who asks and from where. */
const PASSED_ON = [
  'cookie',
  'origin',
  'sec-fetch-site',
  'x-forwarded-for',
  'x-forwarded-proto',
  'forwarded',
  'user-agent',
];

/**
 * The API as this person, in process. Cookies that it sets count for the calls that follow in the same request (a first
 * vote joins and then casts) and go out with the page.
 */
const apiFor = (c: Context, locale: Locale, api: Given['api']) => {
  const set: string[] = [];
  const jar = new Map<string, string>();
  for (const pair of (c.req.header('cookie') ?? '').split(/;\s*/)) {
    const at = pair.indexOf('=');
    if (at > 0) jar.set(pair.slice(0, at), pair.slice(at + 1));
  }
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    for (const name of PASSED_ON) {
      const value = c.req.header(name);
      if (value !== undefined) request.headers.set(name, value);
    }
    request.headers.set('accept-language', locale);
    request.headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await api.fetch(request, c.env);
    for (const cookie of response.headers.getSetCookie()) {
      set.push(cookie);
      const [, name = '', value = ''] = /^([^=;]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '' || /;\s*max-age=0(;|$)/i.test(cookie)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
  return { fetch, set };
};

const localeOf = (c: Context): Locale => {
  const [, first = ''] = c.req.path.split('/');
  return isLocale(first) ? first : preferredLocale(c.req.header('accept-language'));
};

const answerPage = async (c: Context, given: Given, more: Pick<PageRequest, 'form' | 'refused'>): Promise<Response> => {
  const locale = localeOf(c);
  const { fetch, set } = apiFor(c, locale, given.api);
  const actor = await whoIs(given.world, sessionToken(c));
  const inOffice = (actor?.roles.size ?? 0) > 0;
  const request = { url: new URL(c.req.url), locale, now: instant(given.world.clock()), inOffice, fetch };
  const answer = await given.render({ ...request, ...more }).catch((error: unknown) => {
    given.world.log({ level: 'error', message: 'page broke', error: kindOf(error) });
    return given.render({ ...request, refused: { code: 'internal-error', status: 500 } });
  });
  for (const cookie of set) c.header('set-cookie', cookie, { append: true });
  const shared =
    'html' in answer && answer.cacheable && set.length === 0 && !sessionToken(c) && c.req.method !== 'POST';
  c.header('cache-control', shared ? 'public, s-maxage=30' : 'private, no-store');
  c.header('vary', 'Cookie');
  if ('location' in answer) return c.redirect(answer.location, 303);
  c.header('content-language', locale);
  return c.html(answer.html, answer.status as 200);
};

/** The way in for whoever has not chosen a language yet. A card's digits stay in the fragment, which no server sees. */
const byLanguage = (path: string) => (c: Context) => {
  c.header('vary', 'Accept-Language');
  c.header('cache-control', 'public, s-maxage=300');
  return c.redirect(`/${preferredLocale(c.req.header('accept-language'))}${path}`, 302);
};

/**
 * A page's address without its language, as posters and messages have it: the reader's language goes before it. Kept
 * nowhere, because her language is no part of what such answers are kept by.
 */
const inHerLanguage = (c: Context) => {
  const { pathname, search } = new URL(c.req.url);
  c.header('cache-control', 'private, no-store');
  return c.redirect(`/${preferredLocale(c.req.header('accept-language'))}${pathname}${search}`, 302);
};

const refuse = (c: Context, given: Given, code: ProblemCode, status: number) =>
  answerPage(c, given, { refused: { code, status } });

const answerForm = async (c: Context, given: Given): Promise<Response> => {
  if (isCrossSite(c)) return refuse(c, given, 'cross-site-request', 403);
  const form = await c.req.formData().catch(() => undefined);
  return form ? answerPage(c, given, { form }) : refuse(c, given, 'invalid-request', 400);
};

/** Pages for every address that the API and the files leave over: mount it last. */
export const createPages = (given: Given) =>
  new Hono()
    .get('/', byLanguage(''))
    .get('/join', byLanguage('/return'))
    .on('GET', ['/p/*', '/c/*', '/me'], inHerLanguage)
    .get('*', (c) => answerPage(c, given, {}))
    .post(
      '*',
      limitedBody((c) => refuse(c, given, 'too-large', 413)),
      (c) => answerForm(c, given),
    )
    .all('*', (c) => refuse(c, given, 'method-not-allowed', 405));
