import { DOOR_ROUTES } from '#infra/entries.ts';

const TABLE = DOOR_ROUTES.map(([method, path]) => ({
  method,
  expression: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
}));

/** Which function the API gives a request to: the one with a route of its own for it, else `pages`. */
export const entryFor = (method: string, path: string): 'pages' | 'doors' => {
  const [pathname = ''] = path.split('?');
  return TABLE.some((route) => route.method === method && route.expression.test(pathname)) ? 'doors' : 'pages';
};
