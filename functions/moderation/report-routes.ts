import { Hono } from 'hono';
import { z } from 'zod';
import { HalfYear, TransparencyReport } from '#shared/moderation/report-schema.ts';
import { Statement } from '#shared/moderation/transparency.ts';
import { DAY, later } from '#shared/time.ts';
import { asCsv, csvHeaders } from '../http/csv.ts';
import { answers } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { place } from '../http/params.ts';
import { valid } from '../http/valid.ts';
import type { World } from '../world.ts';
import { reportRows, statementBatch, transparencyReport } from './reporting.ts';

const ReportQuery = z.object({ period: HalfYear.optional() });
const StatementsQuery = z.object({
  /** Days in UTC, both of them included. */
  from: z.iso.date(),
  until: z.iso.date(),
  batch: z.coerce.number().int().min(1).max(100_000).default(1),
});

/** What a place says in public about its moderation, and what it hands to the EU. */
export const reports = (world: World) =>
  new Hono<Env>()
    .get(
      '/:slug/transparency',
      answers('The transparency report of a half-year, small numbers hidden', TransparencyReport),
      place,
      valid('query', ReportQuery),
      async (c) => c.json(await transparencyReport(world, c.req.valid('param').slug, c.req.valid('query').period), 200),
    )
    .get(
      '/:slug/transparency.csv',
      answers('The same as a table (RFC 4180)', z.unknown()),
      place,
      valid('query', ReportQuery),
      async (c) => {
        const { slug } = c.req.valid('param');
        const report = await transparencyReport(world, slug, c.req.valid('query').period);
        return c.body(await asCsv(reportRows(report)), 200, csvHeaders(`transparency-${slug}-${report.period}`));
      },
    )
    .get(
      '/:slug/statements',
      answers(
        "Statements of reasons as the EU's Transparency Database takes them, by batches of 100 (moderator, coordinator)",
        z.object({ statements: z.array(Statement) }),
      ),
      place,
      valid('query', StatementsQuery),
      async (c) => {
        const { slug } = c.req.valid('param');
        const { from, until, batch } = c.req.valid('query');
        const span = { from: `${from}T00:00:00.000Z`, until: later(`${until}T00:00:00.000Z`, DAY), batch };
        const { statements, batches } = await statementBatch(world, c.var.actor, slug, span);
        return c.json({ statements }, 200, {
          'Content-Disposition': `attachment; filename="statements-${slug}-${from}-${until}-${batch}.json"`,
          'X-Batches': String(batches),
        });
      },
    );
