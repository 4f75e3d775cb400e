import { createApp } from '#functions/app.ts';
import { createPages } from '#functions/http/pages.ts';
import { BY_CLOCK, type CLOCK_JOBS } from '#functions/jobs/by-clock.ts';
import { inTurn } from '#functions/limits/turns.ts';
import { runJob } from '#functions/operations/running.ts';
import { loadPages } from '#functions/local/platform.ts';
import type { Mail } from '#functions/mail/mailer.ts';
import { GUARDRAILS, namedOnly } from '#functions/moderation/triage.ts';
import { connect } from '#functions/storage/connect.ts';
import type { Storage } from '#functions/storage/table.ts';
import { createWorld, type World } from '#functions/world.ts';
import type { Entry } from '#infra/entries.ts';
import { MINUTE } from '#shared/time.ts';
import { ADDRESSES } from '#test/support/addresses.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';
import { recordCalls, type Call } from './recorder.ts';
import { entryFor } from './routing.ts';

const PATTERNS = ADDRESSES.map(([pattern]) => ({
  pattern,
  expression: new RegExp(`^/[a-z]{2}${pattern.replaceAll(/:\w+/g, '[^/]+')}$`),
}));
const pageAt = (path: string): string | undefined =>
  PATTERNS.find(({ expression }) => expression.test(path.split('?')[0] ?? ''))?.pattern;

export type Cloud = {
  /** The operator's own hands: set-up that no function does. Its calls are not recorded. */
  operator: TestWorld;
  calls: Call[];
  /** Who answered which route. */
  answered: Set<string>;
  /** Patterns of the pages that were asked for. */
  visited: Set<string>;
  outbox: Mail[];
  /** The mail service answers, or does not. */
  mailWorks: (works: boolean) => void;
  request: (path: string, init?: RequestInit) => Promise<Response>;
  tick: (job: (typeof CLOCK_JOBS)[number]) => Promise<void>;
};

const noSecret = (): never => {
  throw new Error('The clock has no secret.');
};

/**
 * The app as the cloud runs it: one process for each function, with a memory of its own, on one store and one clock.
 * Requests go where the API would give them, and every call on the tables is written down.
 */
export const aCloud = async (
  given: Parameters<typeof aWorld>[0] = {},
  listen: (entry: Entry, storage: Storage) => void = () => undefined,
): Promise<Cloud> => {
  const operator = await aWorld(given);
  const { render, say } = await loadPages();
  const calls: Call[] = [];
  const outbox: Mail[] = [];
  let mailWorks = true;
  const answered = new Set<string>();
  const visited = new Set<string>();

  const worldOf = (entry: Entry): World => {
    const storage = connect({ endpoint: operator.engine.endpoint, prefix: 'equal-say' });
    recordCalls(entry, storage, calls);
    listen(entry, storage);
    return {
      ...createWorld({
        storage,
        say,
        secret: 'a secret that only tests know',
        clock: operator.clock,
        limits: operator.limits,
        log: ({ route, method }) => void (route && answered.add(`${method} ${route}`)),
        triage: {
          ...namedOnly(GUARDRAILS),
          // Only the clock may ask it.
          ...(entry === 'schedule' && { rate: () => Promise.resolve('high') }),
        },
        mail: async (mail) => {
          if (!mailWorks) throw new Error('The mail service does not answer.');
          outbox.push(mail);
        },
      }),
      ...(entry === 'schedule' && { secretFor: noSecret }),
    };
  };
  const appOf = (entry: Entry) => {
    const world = worldOf(entry);
    return createApp(world, {
      pages: (api) => api.route('/', createPages({ world, api, render })),
    });
  };
  const apps = { pages: appOf('pages'), doors: appOf('doors') };
  const schedule = worldOf('schedule');
  return {
    operator,
    calls,
    answered,
    visited,
    outbox,
    mailWorks: (works) => void (mailWorks = works),
    request: async (path, init) => {
      const page = pageAt(path);
      if (page !== undefined) visited.add(page);
      return apps[entryFor(init?.method ?? 'GET', path)].request(path, init);
    },
    tick: async (job) =>
      void (await inTurn(schedule, job, MINUTE, () => runJob(schedule, job, () => BY_CLOCK[job](schedule)))),
  };
};
