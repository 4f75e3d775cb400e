import { createSignal, type Accessor } from 'solid-js';
import type { Vote } from '#shared/ballots/schema.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { ProblemCode } from '#shared/problems.ts';
import { Refusal, answer, type Api } from '#web/api.ts';
import { add, change, countOf, read, settle, take, type Answer } from './unsent.ts';

/** How the votes of this device stand, for the reader. */
export type QueueState = {
  unsent: number;
  /** The last attempt had no answer: no network, or the server is busy. */
  stuck: boolean;
  /** She has to agree to a new text first; until then everything is kept. */
  asks: boolean;
  /** A vote that was refused for good, and why. */
  refused?: { vote: Vote; code: ProblemCode };
};

export type Queue = {
  /** Sends what waits; done when it was tried once. */
  flush(): Promise<void>;
  cast(vote: Vote): void;
  state: Accessor<QueueState>;
  /** Her vote on this item, while it is still to be acknowledged. */
  unsent(item: number): Vote | undefined;
};

const WAITS = [1000, 3000, 10_000, 30_000];
const ASKS: ProblemCode = 'consent-outdated';
const MAY_BE_TRIED_AGAIN = [408, 429, 500, 502, 503, 504];

const make = (api: Api, con: ConsultationId, firstNumber: number): Queue => {
  const started = performance.now();
  const [state, setState] = createSignal<QueueState>({ unsent: countOf(read(con)), stuck: false, asks: false });
  const tell = (more: Partial<QueueState>) =>
    setState((before) => ({ ...before, ...more, unsent: countOf(read(con)) }));

  /** Grows on this device whatever its clock does: the server's own number, and the time since it was heard. */
  const nextNumber = (last: number) => Math.max(last + 1, firstNumber + Math.floor(performance.now() - started));

  const send = async (number: number, votes: readonly Vote[]): Promise<{ said: Answer; code?: ProblemCode }> => {
    try {
      const json = { number, votes: [...votes] };
      const receipt = await answer(api.consultations[':con'].ballot.$post({ param: { con }, json }));
      return { said: receipt.outcome };
    } catch (error) {
      if (!(error instanceof Refusal) || MAY_BE_TRIED_AGAIN.includes(error.problem.status)) return { said: 'none' };
      const { code } = error.problem;
      return { said: code === ASKS ? 'none' : 'refused', code };
    }
  };

  const itemsHeld = async (): Promise<Set<number>> => {
    const { votes } = await answer(api.consultations[':con'].ballot.$get({ param: { con } }));
    return new Set(votes.map(({ item }) => item));
  };

  let failures = 0;
  const sendAll = async (): Promise<void> => {
    for (;;) {
      const { sending } = change(con, (unsent) => take(unsent, nextNumber(unsent.last)));
      if (!sending) return;
      const { said, code } = await send(sending.number, sending.votes);
      const held = said === 'already-stored' ? await itemsHeld() : undefined;
      change(con, (unsent) => settle(unsent, said, held));
      const asks = code === ASKS;
      failures = said === 'none' && !asks ? failures + 1 : 0;
      const [vote] = sending.votes;
      const refused = said === 'refused' && code && vote && sending.votes.length === 1;
      tell({ stuck: failures > 0, asks, ...(refused ? { refused: { vote, code } } : {}) });
      if (said === 'none') return;
    }
  };

  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  /** One sender at a time, in all tabs of this browser: numbers must arrive in order. */
  const run = async (): Promise<void> => {
    await ('locks' in navigator ? navigator.locks.request(`votes ${con}`, sendAll) : sendAll());
    running = undefined;
    if (failures > 0) timer = setTimeout(() => void flush(), WAITS[Math.min(failures, WAITS.length) - 1]);
    else if (countOf(read(con)) > 0 && !state().asks) void flush();
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    return (running ??= run());
  };

  addEventListener('online', () => void flush());
  if (state().unsent > 0) void flush();
  return {
    flush,
    state,
    unsent: (item) => {
      const { waiting, sending } = read(con);
      return [...waiting, ...(sending?.votes ?? [])].find((vote) => vote.item === item);
    },
    cast(vote) {
      change(con, (unsent) => add(unsent, vote));
      tell({});
      void flush();
    },
  };
};

const queues = new Map<string, Queue>();

/** The one queue of a consultation on this device; it outlives the pages that fill it. */
export const queueFor = (api: Api, con: ConsultationId, firstNumber: number): Queue => {
  const known = queues.get(con);
  // She may have agreed to a new text meanwhile.
  void known?.flush();
  const queue = known ?? make(api, con, firstNumber);
  queues.set(con, queue);
  return queue;
};
