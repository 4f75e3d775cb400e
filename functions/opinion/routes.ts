import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { z } from 'zod';
import { AuditView, HandAuditorsFile, HandingView } from '#shared/opinion/handing.ts';
import { preferredLocale } from '#shared/locales.ts';
import { Problem } from '#shared/problems.ts';
import { answers } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { auditLink, consultation, handing } from '../http/params.ts';
import { valid } from '../http/valid.ts';
import type { World } from '../world.ts';
import { fetchAuditorsFile, handAuditorsFile, viewHanding, viewHandings, withdrawHanding } from './auditing.ts';

const Link = z.object({ link: z.string() });

/** The browser sends this form itself, so that it keeps the file: a refusal leads to the page that explains it. */
const explained = createMiddleware<Env>(async (c, next) => {
  await next();
  if (!(c.error instanceof Problem) || !c.req.header('accept')?.includes('text/html')) return;
  const locale = preferredLocale(c.req.header('accept-language'));
  c.res = c.redirect(`/${locale}/problems/${c.error.code}`, 303);
});

/** The ballots without names: handed to somebody named, fetched once. */
export const auditing = (world: World) =>
  new Hono<Env>()
    .get(
      '/:con/handings',
      answers("Who was handed the auditor's file (coordinator)", z.array(HandingView)),
      consultation,
      async (c) => c.json(await viewHandings(world, c.var.actor, c.req.valid('param').con), 200),
    )
    .post(
      '/:con/handings',
      answers("Hands the auditor's file of the published result to somebody named (coordinator)", Link, 201),
      consultation,
      valid('json', HandAuditorsFile),
      async (c) =>
        c.json(await handAuditorsFile(world, c.var.actor, c.req.valid('param').con, c.req.valid('json')), 201),
    )
    .delete(
      '/:con/handings/:handing',
      answers('Takes back a link that nobody used (coordinator)'),
      handing,
      async (c) => {
        const { con, handing: which } = c.req.valid('param');
        await withdrawHanding(world, c.var.actor, con, which);
        return c.body(null, 204);
      },
    )
    .get('/:con/auditors-file/:token', answers('What the link gives, and why', AuditView), auditLink, async (c) => {
      const { con, token } = c.req.valid('param');
      return c.json(await viewHanding(world, c.var.actor, con, token), 200, { 'Cache-Control': 'private, no-store' });
    })
    .post(
      '/:con/auditors-file/:token',
      answers("The auditor's file, once, to whoever holds the link", z.unknown()),
      explained,
      auditLink,
      async (c) => {
        const { con, token } = c.req.valid('param');
        // The cloud answers at most 6 MB: whoever can unpack gets it packed, and keeps the same bytes.
        const packed = c.req.header('accept-encoding')?.includes('gzip') === true;
        const file = await fetchAuditorsFile(world, c.var.actor, con, token, { packed });
        return c.body(Uint8Array.from(file.bytes), 200, {
          ...(packed && { 'Content-Encoding': 'gzip' }),
          Vary: 'Accept-Encoding',
          'Content-Type': 'application/octet-stream',
          'Content-Disposition': `attachment; filename="${file.snapshot.id}.audit"`,
          'X-Snapshot-Hash': file.snapshot.hash,
          'X-Is-Published-Input': String(file.isInput),
        });
      },
    );
