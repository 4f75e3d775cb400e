import { isLocale } from '#shared/locales.ts';

/** Where `then` leads, as long as that is a page of ours: nobody is sent to another site by a link to this one. */
export const wayBack = (url: URL, otherwise: string): string => {
  try {
    const then = new URL(url.searchParams.get('then') ?? 'none:', url);
    const isOurs = then.origin === url.origin && isLocale(then.pathname.split('/')[1] ?? '');
    return isOurs ? then.pathname + then.search : otherwise;
  } catch {
    return otherwise;
  }
};

export const signInAt = (locale: string, then: string): string => `/${locale}/sign-in?then=${encodeURIComponent(then)}`;
