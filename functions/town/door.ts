import { Hono } from 'hono';
import { html } from 'hono/html';
import { directionOf, preferredLocale } from '#shared/locales.ts';
import { Problem } from '#shared/problems.ts';
import type { Env } from '../http/env.ts';
import { setSession } from '../http/session-cookie.ts';
import { openSession } from '../participants/service.ts';
import type { World } from '../world.ts';
import type { SeededTown } from './seed.ts';

/**
 * The demo's door: signs a visitor in as one of the invented staff, without any proof. Only the demo entry imports this
 * file; production and the cloud's functions cannot reach it.
 */
export const demoDoor = (world: World, { place, staff }: SeededTown): Hono<Env> =>
  new Hono<Env>()
    .get('/demo', async (c) => {
      const locale = preferredLocale(c.req.header('accept-language'));
      const title = await world.say(locale, 'demo.title');
      const people = await Promise.all(
        staff.map(async ({ role, name }) => ({ role, name, work: await world.say(locale, `demo.role.${role}`) })),
      );
      c.header('Cache-Control', 'no-store');
      return c.html(
        html`<!doctype html>
          <html lang="${locale}" dir="${directionOf(locale)}">
            <head>
              <meta charset="utf-8" />
              <meta name="viewport" content="width=device-width, initial-scale=1" />
              <title>${title}</title>
            </head>
            <body>
              <main>
                <h1>${title}</h1>
                <p>${await world.say(locale, 'demo.what')}</p>
                <form method="post" action="/demo/sign-in">
                  <ul>
                    ${people.map(
                      ({ role, name, work }) =>
                        html`<li><button name="role" value="${role}">${name}: ${work}</button></li>`,
                    )}
                  </ul>
                </form>
              </main>
            </body>
          </html>`,
      );
    })
    .post('/demo/sign-in', async (c) => {
      const { role } = await c.req.parseBody();
      const person = staff.find((candidate) => candidate.role === role);
      if (!person) throw new Problem('not-found');
      setSession(c, await openSession(world, person.participant));
      c.header('Cache-Control', 'no-store');
      return c.redirect(`/${preferredLocale(c.req.header('accept-language'))}/p/${place.slug}/desk`, 303);
    });
