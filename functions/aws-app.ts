import { handle } from 'hono/aws-lambda';
import { instant } from '#shared/time.ts';
import { createApp } from './app.ts';
import { answeringWorld } from './aws-world.ts';
import { builtPages } from './built-pages.ts';
import { createPages } from './http/pages.ts';
import { throughWayIn } from './http/way-in.ts';

/** The whole app as a Lambda handler. What one of the two functions may not do is a matter of its role, not its code. */
export const answeringApp = async () => {
  const [{ world, wayIn }, { render }] = await Promise.all([answeringWorld(), builtPages()]);
  const app = createApp(world, {
    pages: (api) => api.route('/', createPages({ world, api, render })),
  });
  await warmUp(render, world.origin, world.clock());
  return throughWayIn(wayIn, world.origin, handle(app) as unknown as Parameters<typeof throughWayIn>[2]);
};

/** The first page costs a hundred milliseconds, most of it Node loading `Request` and `Intl`: better now than then. */
const warmUp = async (render: Awaited<ReturnType<typeof builtPages>>['render'], origin: string, now: number) => {
  const { url } = new Request(`${origin}/en/problems/not-found`);
  await render({
    url: new URL(url),
    locale: 'en',
    now: instant(now),
    inOffice: false,
    fetch: () => Promise.reject(new Error('not now')),
  });
};
