import { DOOR_ROUTES, PAGE_ROUTES, type Route } from '#infra/entries.ts';

const matches = (routes: readonly Route[], method: string, pathname: string): boolean =>
  routes.some(([of, path]) => of === method && new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(pathname));

/** Which function the API gives a request to: the one with the most particular route for it, else `pages`. */
export const entryFor = (method: string, path: string): 'pages' | 'doors' => {
  const [pathname = ''] = path.split('?');
  const isExactly = ([of, one]: Route): boolean => of === method && one === pathname;
  if (PAGE_ROUTES.some(isExactly)) return 'pages';
  return matches(DOOR_ROUTES, method, pathname) ? 'doors' : 'pages';
};
