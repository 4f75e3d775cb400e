import { TABLE_NAMES } from '#functions/storage/tables.ts';
import { CLOCK_JOBS } from './entries.ts';
import type { Line } from './prices.ts';
import type { Stage } from './stages.ts';

const MINUTES_IN_MONTH = 43_800;
/** Alarms, as `constructs/alarms.ts` sets them: fixed ones, and one for each table. */
const ALARMS = 20;
const RULES = 2;

/** What the jobs of one minute take when nothing is going on. Measured by `npm run bench -- cost`. */
type Tick = { writes: number; reads: number; milliseconds: number };

/** As measured on 2026-11-28; the bench prints today's beside it. */
const TICK: Tick = { writes: 17, reads: 23, milliseconds: 55 };

/** How often the clock starts a job, each minute on average. */
const INVOCATIONS = Object.values(CLOCK_JOBS).reduce((sum, minutes) => sum + 1 / minutes, 0);
/** The lines that the cloud itself writes about each. */
const LOG_BYTES = 350;

const CLOCK_GB = 1769 / 1024;

/** What a month costs in which nobody comes. */
export const idleMonth = ({ firewall }: Pick<Stage, 'firewall'>, tick: Tick = TICK): Line[] => [
  { what: 'clock: writes (turns)', amount: MINUTES_IN_MONTH * tick.writes, price: 'writeUnit' },
  { what: 'clock: reads', amount: MINUTES_IN_MONTH * tick.reads, price: 'readUnit' },
  { what: 'clock: invocations', amount: MINUTES_IN_MONTH * INVOCATIONS, price: 'invocation' },
  {
    what: 'clock: processor time',
    amount: (MINUTES_IN_MONTH * tick.milliseconds * CLOCK_GB) / 1000,
    price: 'gbSecond',
  },
  { what: 'clock: ticks', amount: MINUTES_IN_MONTH * INVOCATIONS, price: 'tick' },
  { what: 'clock: log', amount: (MINUTES_IN_MONTH * INVOCATIONS * LOG_BYTES) / 1e9, price: 'logGb' },
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
