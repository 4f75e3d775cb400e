import { TABLE_NAMES } from '#functions/storage/tables.ts';
import type { Line } from './prices.ts';
import type { Stage } from './stages.ts';

const MINUTES_IN_MONTH = 43_800;
/** Alarms, as `constructs/alarms.ts` sets them: fixed ones, and one for each table. */
const ALARMS = 20;
const RULES = 2;

/** What one pass of the clock over its jobs takes when nothing is going on. Measured by `npm run bench -- cost`. */
export type Tick = { writes: number; reads: number; milliseconds: number; logBytes: number; invocations: number };

/** As measured on 2026-11-21; the bench prints today's beside it. */
export const TICK: Tick = { writes: 4, reads: 4, milliseconds: 11, logBytes: 700, invocations: 2 };

const CLOCK_GB = 1769 / 1024;

/** What a month costs in which nobody comes. */
export const idleMonth = ({ firewall }: Pick<Stage, 'firewall'>, tick: Tick = TICK): Line[] => [
  { what: 'clock: writes (turns)', amount: MINUTES_IN_MONTH * tick.writes, price: 'writeUnit' },
  { what: 'clock: reads', amount: MINUTES_IN_MONTH * tick.reads, price: 'readUnit' },
  { what: 'clock: invocations', amount: MINUTES_IN_MONTH * tick.invocations, price: 'invocation' },
  {
    what: 'clock: processor time',
    amount: (MINUTES_IN_MONTH * tick.milliseconds * CLOCK_GB) / 1000,
    price: 'gbSecond',
  },
  { what: 'clock: ticks', amount: MINUTES_IN_MONTH * tick.invocations, price: 'tick' },
  { what: 'clock: log', amount: (MINUTES_IN_MONTH * tick.logBytes) / 1e9, price: 'logGb' },
  { what: 'vault key', amount: 1, price: 'keyMonth' },
  { what: 'secrets', amount: 2, price: 'secretMonth' },
  { what: 'alarms', amount: ALARMS + TABLE_NAMES.length, price: 'alarmMonth' },
  { what: 'log metrics', amount: 4, price: 'metricMonth' },
  { what: 'dashboard', amount: 1, price: 'dashboardMonth' },
  ...(firewall
    ? ([
        { what: 'firewall', amount: 1, price: 'firewallMonth' },
        { what: 'firewall rules', amount: RULES, price: 'firewallRuleMonth' },
      ] as const)
    : []),
];
