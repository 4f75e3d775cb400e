import { z } from 'zod';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { Turnout as Counted } from '../ballots/turnout.ts';
import { keys } from '../storage/keys.ts';
import { get, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';

const Counts = z.record(z.string(), z.int());
/** Who took part, as the last count that was kept saw it. Small numbers are in it: nobody shows it as it is. */
const Turnout = z.object({
  at: z.string(),
  joined: Counts,
  doors: Counts,
  languages: Counts,
  batches: Counts,
  helped: z.int(),
  votes: Counts,
});
export type Turnout = z.infer<typeof Turnout>;

const countsOf = (counts: ReadonlyMap<string | number, number>): Record<string, number> =>
  Object.fromEntries([...counts].map(([key, count]) => [String(key), count]));

/** Kept with the snapshot that was made from the same reading of all ballots, and with no other. */
export const turnoutStep = (consultation: ConsultationId, at: string, counted: Counted): Step => {
  const { helped, joined, doors, languages, batches, votes } = counted;
  const turnout: Turnout = {
    at,
    helped,
    joined: countsOf(joined),
    doors: countsOf(doors),
    languages: countsOf(languages),
    batches: countsOf(batches),
    votes: countsOf(votes),
  };
  return { table: 'records', put: { ...keys.turnout(consultation), ...turnout } };
};

export const turnoutOf = async (world: World, consultation: ConsultationId): Promise<Turnout | undefined> => {
  const item = await get(world.storage, 'records', keys.turnout(consultation));
  return item && Turnout.parse(item);
};
