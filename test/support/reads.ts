import type { Storage } from '#functions/storage/table.ts';

const READING = /^(Get|Query|BatchGet)/;

/** How many times an act asks the store for something. Nothing else may go on meanwhile. */
export const readsOf = async (storage: Storage, act: () => Promise<unknown>): Promise<number> => {
  let reads = 0;
  const name = 'count reads';
  storage.client.middlewareStack.add(
    (next, { commandName = '' }) =>
      (args) => {
        if (READING.test(commandName)) reads++;
        return next(args);
      },
    { step: 'initialize', name },
  );
  try {
    await act();
  } finally {
    storage.client.middlewareStack.remove(name);
  }
  return reads;
};
