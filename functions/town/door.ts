import { Hono, type Context } from 'hono';
import { html } from 'hono/html';
import { directionOf, isLocale, LANGUAGES, LOCALES, preferredLocale, type Locale } from '#shared/locales.ts';
import { Problem } from '#shared/problems.ts';
import type { Env } from '../http/env.ts';
import { setSession } from '../http/session-cookie.ts';
import { readingOf } from '#shared/reading.ts';
import { openSession } from '../participants/service.ts';
import { placeAt } from '../places/service.ts';
import type { World } from '../world.ts';
import type { SeededTown } from './seed.ts';

const localeOf = (c: Context<Env>): Locale => {
  const chosen = c.req.query('lang') ?? '';
  return isLocale(chosen) ? chosen : preferredLocale(c.req.header('accept-language'));
};

/**
 * The demo's door: signs a visitor in as one of the invented staff, without any proof. Only the demo entry imports this
 * file; production and the cloud's functions cannot reach it.
 */
export const demoDoor = (world: World, { place, staff }: SeededTown, stylesheet: string): Hono<Env> =>
  new Hono<Env>()
    .get('/demo', async (c) => {
      const locale = localeOf(c);
      const title = await world.say(locale, 'demo.title');
      const people = await Promise.all(
        staff.map(async ({ role, name, at = place.slug }, which) => ({
          which,
          name,
          where: readingOf((await placeAt(world, at)).name, [locale])?.text ?? at,
          work: await world.say(locale, `demo.role.${role}`),
        })),
      );
      c.header('Cache-Control', 'no-store');
      return c.html(
        html`<!doctype html>
          <html lang="${locale}" dir="${directionOf(locale)}">
            <head>
              <meta charset="utf-8" />
              <meta name="viewport" content="width=device-width, initial-scale=1" />
              <link rel="icon" href="/favicon.svg" />
              <link rel="stylesheet" href="${stylesheet}" />
              <title>${title}</title>
            </head>
            <body class="page">
              <main class="page-main stack stack-loose">
                <h1>${title}</h1>
                <p class="lead">${await world.say(locale, 'demo.what')}</p>
                <form method="post" action="/demo/sign-in?lang=${locale}">
                  <ul class="two-columns" role="list">
                    ${people.map(
                      ({ which, name, work, where }) =>
                        html`<li class="card stack stack-tight">
                          <h2><bdi>${name}</bdi></h2>
                          <p class="hint"><bdi>${where}</bdi></p>
                          <button class="button button-main" name="who" value="${which}">${work}</button>
                        </li>`,
                    )}
                  </ul>
                </form>
                <p>
                  <a href="/${locale}/p/${place.slug}">${await world.say(locale, 'demo.as-resident')}</a>
                </p>
                <p class="row">
                  ${LOCALES.filter((other) => other !== locale).map(
                    (other) =>
                      html`<a href="/demo?lang=${other}" lang="${other}" hreflang="${other}">${LANGUAGES[other]}</a>`,
                  )}
                </p>
              </main>
            </body>
          </html>`,
      );
    })
    .post('/demo/sign-in', async (c) => {
      const { who } = await c.req.parseBody();
      const person = staff[Number(who)];
      if (!person) throw new Problem('not-found');
      setSession(c, await openSession(world, person.participant));
      c.header('Cache-Control', 'no-store');
      return c.redirect(`/${localeOf(c)}/p/${person.at ?? place.slug}/desk`, 303);
    });
