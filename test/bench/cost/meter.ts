import type { Entry } from '#infra/entries.ts';
import type { Storage } from '#functions/storage/table.ts';

export type Used = { writes: number; reads: number; milliseconds: number; bytes: number; logBytes: number };

const WRITING = /^(Put|Update|Delete|TransactWrite)/;

type Consumed = { CapacityUnits?: number };

/** Adds up the capacity that each call says it consumed, by function. */
export const createMeter = (before: () => void) => {
  const units = new Map<Entry, { writes: number; reads: number }>();
  const listen = (entry: Entry, storage: Storage): void =>
    storage.client.middlewareStack.add(
      (next, context) => async (args) => {
        Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
        const result = await next(args);
        const { ConsumedCapacity } = result.output as { ConsumedCapacity?: Consumed | Consumed[] };
        const consumed = [ConsumedCapacity ?? []].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
        const own = units.get(entry) ?? { writes: 0, reads: 0 };
        own[WRITING.test(context.commandName ?? '') ? 'writes' : 'reads'] += consumed;
        units.set(entry, own);
        return result;
      },
      { step: 'initialize', name: `meter ${entry}`, priority: 'high' },
    );
  const total = (): { writes: number; reads: number } =>
    [...units.values()].reduce((sum, own) => ({ writes: sum.writes + own.writes, reads: sum.reads + own.reads }), {
      writes: 0,
      reads: 0,
    });

  /** The mean of what `act` uses, over as many times as there are things to do it with. */
  const mean = async <Thing>(
    things: readonly Thing[],
    act: (thing: Thing) => Promise<number | void>,
  ): Promise<Used> => {
    const begunWith = total();
    let milliseconds = 0;
    let bytes = 0;
    for (const thing of things) {
      before();
      const begun = performance.now();
      bytes += (await act(thing)) ?? 0;
      milliseconds += performance.now() - begun;
    }
    const after = total();
    const n = things.length;
    return {
      writes: (after.writes - begunWith.writes) / n,
      reads: (after.reads - begunWith.reads) / n,
      milliseconds: milliseconds / n,
      bytes: bytes / n,
      logBytes: LOG_LINE,
    };
  };
  return { listen, mean };
};

/** A request in logs: our line, the API's line, and the three lines that Lambda writes itself. */
const LOG_LINE = 220 + 190 + 420;
