import { answer, type Api } from '#web/api.ts';
import { idIn } from '#web/ids.ts';
import { queueFor } from './queue.ts';
import { PREFIX, countOf, read } from './unsent.ts';

const consultationsUnsent = (): string[] => {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => key.slice(PREFIX.length))
      .filter((con) => countOf(read(con)) > 0);
  } catch {
    // The browser keeps nothing.
    return [];
  }
};

/**
 * Sends what a closed tab left behind, in every consultation; a queue that runs already is only woken. Whether all of it
 * went out.
 */
export const sendUnsent = async (api: Api): Promise<boolean> => {
  const left = consultationsUnsent();
  await Promise.all(
    left.map(async (unsent) => {
      const con = idIn('consultation', { con: unsent });
      const { nextNumber } = await answer(api.consultations[':con'].ballot.$get({ param: { con } }));
      await queueFor(api, con, nextNumber).flush();
    }),
  ).catch(() => undefined);
  return left.length > 0 && consultationsUnsent().length === 0;
};
