import { renderToString } from 'solid-js/web';
import type { PageAnswer, PageRequest, PagesBundle } from '#functions/http/pages.ts';
import { createApi } from './api.ts';
import { App } from './app.tsx';
import { documentOf } from './document.ts';
import { loadI18n } from './messages/i18n.ts';
import { Elsewhere, type Current } from './page.ts';
import { chunksFor, knowEveryPage, problemPage, resolve, runPost, wordsOf } from './router.ts';

const onlyInBrowsers = (): never => {
  throw new Error('there is nobody to do this on the server');
};

await knowEveryPage();

const pageFor = async (asked: PageRequest): Promise<Current | string> => {
  const { url, locale, now, inOffice, fetch, form, refused } = asked;
  const request = { url, locale, now, inOffice, api: createApi(url.origin, fetch) };
  if (refused) return problemPage(request, refused.code, refused.status);
  if (!form) return resolve(request);
  const answer = await runPost(request, form);
  if ('redirect' in answer) return answer.redirect;
  const current = await resolve(request);
  if (!('problem' in answer)) return { ...current, data: answer.data };
  if (current.status !== 200) return current;
  const { status, problem, data = current.data } = answer;
  return { ...current, status, problem, words: wordsOf(form), data };
};

export const render: PagesBundle['render'] = async (asked): Promise<PageAnswer> => {
  try {
    const current = await pageFor(asked);
    if (typeof current === 'string') return { location: current };
    const i18n = await loadI18n(asked.locale, chunksFor(current));
    const api = createApi(asked.url.origin, asked.fetch);
    const acts = { api, submit: onlyInBrowsers, go: onlyInBrowsers, say: onlyInBrowsers };
    const body = renderToString(() => <App i18n={i18n} current={() => current} acts={acts} />);
    const cacheable = current.page.cache === 'public' && current.status === 200;
    return { status: current.status, html: documentOf(current, i18n, body), cacheable };
  } catch (error) {
    if (error instanceof Elsewhere) return { location: error.href };
    throw error;
  }
};

export { say } from './messages/say.ts';
export { stylesheet } from './document.ts';
