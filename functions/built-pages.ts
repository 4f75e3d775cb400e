import type { PagesBundle } from './http/pages.ts';

/** The built server side of `web`, which `infra/bundle.ts` lays beside each bundle that needs it. */
export const builtPages = async (): Promise<PagesBundle> =>
  (await import(new URL('./entry-server.js', import.meta.url).href)) as PagesBundle;
