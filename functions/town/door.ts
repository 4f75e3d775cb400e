import { Hono } from 'hono';
import { html } from 'hono/html';
import { directionOf, preferredLocale, type Locale } from '#shared/locales.ts';
import type { Role } from '#shared/places/rules.ts';
import { Problem } from '#shared/problems.ts';
import type { Env } from '../http/env.ts';
import { setSession } from '../http/session-cookie.ts';
import { openSession } from '../participants/service.ts';
import type { World } from '../world.ts';
import type { SeededTown } from './seed.ts';

const WORDS: Record<Locale, { title: string; what: string; roles: Record<Role, string> }> = {
  en: {
    title: 'Work in the demo town',
    what: 'These people are invented. Choose whose work you want to see.',
    roles: {
      coordinator: 'coordinator',
      drafter: 'drafter',
      moderator: 'moderator',
      analyst: 'analyst',
      mediator: 'mediator',
    },
  },
  it: {
    title: 'Lavora nella città di prova',
    what: 'Queste persone sono inventate. Scegli di chi vuoi vedere il lavoro.',
    roles: {
      coordinator: 'coordinamento',
      drafter: 'redazione',
      moderator: 'moderazione',
      analyst: 'analisi',
      mediator: 'mediazione',
    },
  },
  ar: {
    title: 'اعمل في المدينة التجريبية',
    what: 'هؤلاء الأشخاص متخيَّلون. اختر من تريد أن ترى عمله.',
    roles: { coordinator: 'تنسيق', drafter: 'صياغة', moderator: 'إشراف', analyst: 'تحليل', mediator: 'وساطة' },
  },
};

/**
 * The demo's door: signs a visitor in as one of the invented staff, without any proof. Only the demo entry imports this
 * file; production and the cloud's functions cannot reach it.
 */
export const demoDoor = (world: World, { place, staff }: SeededTown): Hono<Env> =>
  new Hono<Env>()
    .get('/demo', (c) => {
      const locale = preferredLocale(c.req.header('accept-language'));
      const { title, what, roles } = WORDS[locale];
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
                <p>${what}</p>
                <form method="post" action="/demo/sign-in">
                  <ul>
                    ${staff.map(
                      ({ role, name }) =>
                        html`<li><button name="role" value="${role}">${name}: ${roles[role]}</button></li>`,
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
      return c.redirect(`/${preferredLocale(c.req.header('accept-language'))}/p/${place.slug}`, 303);
    });
