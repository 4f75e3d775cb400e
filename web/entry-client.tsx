import { createSignal } from 'solid-js';
import { hydrate } from 'solid-js/web';
import type { ProblemCode } from '#shared/problems.ts';
import { accentHref, dress } from './accent.ts';
import { createApi } from './api.ts';
import { App } from './app.tsx';
import { clockFrom } from './clock.ts';
import { doneIn, isAnotherPerson, saidDone } from './done.ts';
import { forgetUnsentAfter } from './forget-unsent.ts';
import { loadI18n } from './messages/i18n.ts';
import { Elsewhere, type Current, type Refused } from './page.ts';
import { chunksFor, knowEveryPage, loadPage, match, resolve, runPost, wordsOf } from './router.ts';

// Solid's hydration preamble: as a script in the page it would need a hole in the content security policy.
Object.assign(globalThis, { _$HY: { events: [], completed: new WeakSet(), r: {}, fe() {} } });

type State = Omit<Current, 'at' | 'page'> & Omit<Current['at'], 'url'> & { chunks: string[] };
const state = JSON.parse(document.getElementById('state')?.textContent ?? '') as State;
const api = createApi(location.origin, (input, init) => fetch(input, init));
const [i18n, firstPage] = await Promise.all([loadI18n(state.locale, state.chunks), loadPage(state.file)]);

const { locale, params, chunks: _, ...rest } = state;
const [current, setCurrent] = createSignal<Current>({
  ...rest,
  page: firstPage,
  at: { url: new URL(location.href), locale, params },
});

// She begins where the residents' table does not lead: at a desk.
if (!match(current().at.url)) await knowEveryPage();

const now = clockFrom(state.now);
const asked = (url: URL) => ({ url, locale, api, now: now(), inOffice: state.inOffice });

/** With a way to go from there it is seen too, at the foot of the page that she is on, which stays as it is. */
const say = (text: string, href?: string): void => {
  const region = document.getElementById('said');
  if (!region) return;
  region.textContent = '';
  region.className = href ? 'told' : 'visually-hidden';
  const words = Object.assign(document.createElement(href ? 'a' : 'span'), { href, textContent: text });
  // The same words twice are only read twice when the region was empty in between.
  setTimeout(() => region.replaceChildren(words), 50);
};

const focusOn = (url: URL): void => {
  const target = url.hash.length > 1 ? document.getElementById(url.hash.slice(1)) : null;
  const [first] = ['main [autofocus]', 'main h1', 'main']
    .map((one) => document.querySelector<HTMLElement>(one))
    .filter((one) => one);
  const place = target ?? first;
  if (!place) return;
  if (place.tabIndex < 0) place.tabIndex = -1;
  place.focus({ preventScroll: !target });
  if (target) target.scrollIntoView({ behavior: 'instant' });
  else scrollTo(0, 0);
};

/** What she asked for last: an answer that comes after the next one hides nothing any more. */
let turn = 0;

const show = async (next: Current, mine = ++turn): Promise<void> => {
  await loadI18n(locale, chunksFor(next));
  if (mine !== turn) return;
  dress(accentHref(next.page.place?.(next.data)));
  setCurrent(next);
  document.title = `${next.page.head(next.data, i18n).title} · ${i18n.t('ui.name')}`;
};

/** Refused when she had gone on already: it waits for her where she sent it, with her words. */
let missed: [path: string, refused: Pick<Current, 'problem' | 'words'>] | undefined;

let leaves = false;

/**
 * Shows the page of an address, unless she has gone on meanwhile. Where that fails (an old chunk) the browser loads it
 * itself; without a network she stays where she is, and nothing that she has typed is gone.
 */
const visitPage = async (url: URL): Promise<void> => {
  const mine = ++turn;
  say('');
  try {
    const next = await resolve(asked(url), current());
    const isMissed = missed?.[0] === url.pathname;
    await show({ ...next, ...(isMissed && missed?.[1]) }, mine);
    if (mine !== turn) return;
    if (isMissed) missed = undefined;
    else focusOn(url);
    const done = saidDone(url, i18n.t);
    if (done) say(done);
  } catch (error) {
    if (mine !== turn) return;
    if (error instanceof Elsewhere) go(error.href);
    else if (navigator.onLine) loadAnew(url.href);
    else {
      leaves = true;
      history.replaceState(null, '', current().at.url);
      leaves = false;
      say(i18n.t('site.no-answer'), url.href);
    }
  }
};

const { navigation, speechSynthesis } = globalThis as { navigation?: Navigation; speechSynthesis?: SpeechSynthesis };

/** The browser loads it itself: what this page knows of whoever is signed in holds no more. */
const loadAnew = (href: string): void => {
  leaves = true;
  location.assign(href);
};

const go = (href: string): void => {
  const url = new URL(href, location.href);
  const samePage = url.pathname + url.search === location.pathname + location.search;
  if (samePage) void visitPage(url);
  else if (!navigation) location.assign(url);
  else navigation.navigate(url.href, { history: url.pathname === location.pathname ? 'replace' : 'push' });
};

/** Refused because something is not as the page shows it: the form comes back on the page as it is now. */
const CHANGED: readonly ProblemCode[] = ['changed-meanwhile', 'consent-outdated'];

const submit = async (form: FormData): Promise<void> => {
  const { problem: _refused, words: _sent, ...was } = current();
  const { url } = was.at;
  const hasGone = () => location.pathname !== url.pathname;
  const miss = (problem: Refused): void => {
    missed = [url.pathname, { problem, words: wordsOf(form) }];
    say(problem.title ?? i18n.t(`problem.${problem.code}`), url.href);
  };
  try {
    const prove = async () => (await import('./proof.ts')).prove(api);
    const answer = await runPost({ ...asked(url), prove }, form);
    if ('redirect' in answer) {
      const done = doneIn(new URL(answer.redirect, location.href));
      forgetUnsentAfter(done);
      if (isAnotherPerson(done)) loadAnew(answer.redirect);
      // Whoever has gone on to another page meanwhile is not fetched back.
      else if (!hasGone()) go(answer.redirect);
    } else if (!('problem' in answer)) await show({ ...was, ...answer });
    else if (hasGone()) {
      await i18n.learn('problem');
      miss(answer.problem);
    } else {
      const isStale = CHANGED.includes(answer.problem.code) && !('data' in answer);
      const fresh = isStale ? await resolve(asked(url)) : current();
      const page = fresh.status === 200 ? fresh : current();
      await show({ ...page, ...answer, words: wordsOf(form) });
    }
  } catch (error) {
    if (error instanceof Elsewhere) return go(error.href);
    const problem: Refused = { code: 'storage-busy', errors: [], title: i18n.t('site.no-answer') };
    if (hasGone()) return miss(problem);
    say(i18n.t('site.no-answer'));
    setCurrent({ ...current(), problem, words: wordsOf(form) });
  }
};

const ours = (event: NavigateEvent): boolean => {
  const url = new URL(event.destination.url);
  return (
    event.canIntercept &&
    !leaves &&
    !event.hashChange &&
    event.downloadRequest === null &&
    !event.formData &&
    event.navigationType !== 'reload' &&
    url.origin === location.origin &&
    match(url)?.locale === locale
  );
};

const root = document.getElementById('app') as HTMLElement;
hydrate(() => <App i18n={i18n} current={current} acts={{ api, submit, go, say }} />, root);

navigation?.addEventListener('navigate', (event) => {
  if (!ours(event)) return;
  const url = new URL(event.destination.url);
  event.intercept({
    focusReset: 'manual',
    // Where one goes on, the page itself says where to read; on the way back the browser knows where one was.
    scroll: event.navigationType === 'traverse' ? 'after-transition' : 'manual',
    handler: () => visitPage(url),
  });
});

const readAloud = (): unknown => speechSynthesis?.getVoices().length && import('./aloud/aloud.ts');
readAloud();
// Browsers come to know the voices of a device late; an old Safari knows them at once, and tells nobody.
speechSynthesis?.addEventListener?.('voiceschanged', readAloud);
