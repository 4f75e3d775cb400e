import type { CDPSession, Page } from 'playwright-core';

/**
 * What the main thread does in a page, in milliseconds: all of it, and the longest while in which nobody is heard. On a
 * machine that others work on too, a while holds their work as well: so the longest is also told in time of the
 * processor, the slowness of the phone included.
 */
export type Busy = { total: number; longest: number; worked: number };
type TraceEvent = {
  name: string;
  ph: string;
  dur?: number;
  tdur?: number;
  pid: number;
  tid: number;
  args?: { name?: string };
};

/** A cheap phone is about so many times slower than this machine. */
const SLOWER = 4;

export const slowPhone = async (page: Page): Promise<CDPSession> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return session;
};

const ended = (session: CDPSession): Promise<void> =>
  new Promise((done) => session.once('Tracing.tracingComplete', () => done()));

/** Traces an act, and what it sets going. */
export const busyWhile = async (session: CDPSession, act: () => Promise<void>): Promise<Busy> => {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }): void => void events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', collect as never);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', '__metadata'] },
  });
  await act();
  const complete = ended(session);
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect as never);
  const main = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = events
    .filter(({ name, ph, pid, tid }) => ph === 'X' && name.endsWith('RunTask') && main.has(`${pid} ${tid}`))
    .map(({ dur = 0, tdur = dur }) => ({ took: dur / 1000, worked: tdur / 1000 }));
  if (tasks.length === 0) throw new Error('The trace holds no work of the main thread.');
  return {
    total: tasks.reduce((sum, { took }) => sum + took, 0),
    longest: Math.max(...tasks.map(({ took }) => took)),
    worked: Math.max(...tasks.map(({ worked }) => worked)),
  };
};
