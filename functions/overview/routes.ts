import { Hono } from 'hono';
import { z } from 'zod';
import { AllTables, OverviewView, ReportView } from '#shared/overview/schema.ts';
import { asCsv } from '../http/csv.ts';
import { answers } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { consultation, overviewTable, ReadInQuery } from '../http/params.ts';
import { valid } from '../http/valid.ts';
import type { World } from '../world.ts';
import { overviewOf, reportOf } from './service.ts';
import { tablesOf } from './tables.ts';

export const overview = (world: World) =>
  new Hono<Env>()
    .get(
      '/:con/overview',
      answers('A consultation at a glance, as its last count sees it (coordinator, drafter, analyst)', OverviewView),
      consultation,
      valid('query', ReadInQuery),
      async (c) =>
        c.json(await overviewOf(world, c.var.actor, c.req.valid('param').con, c.req.valid('query').readIn), 200),
    )
    .get(
      '/:con/overview/report',
      answers('The same as it is printed, with coverage (coordinator, drafter, analyst)', ReportView),
      consultation,
      valid('query', ReadInQuery),
      async (c) =>
        c.json(await reportOf(world, c.var.actor, c.req.valid('param').con, c.req.valid('query').readIn), 200),
    )
    .get(
      '/:con/overview/tables',
      answers('Every table of the overview as data (coordinator, drafter, analyst)', AllTables),
      consultation,
      async (c) => c.json(await tablesOf(world, c.var.actor, c.req.valid('param').con), 200),
    )
    .get(
      '/:con/overview/tables/:table',
      answers('One table of the overview as CSV (coordinator, drafter, analyst)', z.unknown()),
      overviewTable,
      async (c) => {
        const { con, table } = c.req.valid('param');
        const rows = (await tablesOf(world, c.var.actor, con))[table];
        return c.body(await asCsv(rows), 200, {
          'Content-Type': 'text/csv; charset=utf-8',
          'Content-Disposition': `attachment; filename="${con}-${table}.csv"`,
        });
      },
    );
