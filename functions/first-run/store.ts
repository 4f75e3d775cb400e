import { z } from 'zod';
import { keys } from '../storage/keys.ts';
import { get, put, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';

const Link = z.object({
  /** SHA-256 of the token. Named as the state it is: a link that another one replaced is not in it any more. */
  state: z.string(),
  /** Seconds since 1970: the table deletes it then. */
  expires: z.number(),
});
export type Link = z.infer<typeof Link>;

/** Replaces the link there was: only one works. */
export const saveLink = (world: World, link: Link): Promise<boolean> =>
  put(world.storage, 'vault', { ...keys.firstRun(), ...link });

export const findLink = async (world: World): Promise<Link | undefined> => {
  const item = await get(world.storage, 'vault', keys.firstRun());
  return item && Link.parse(item);
};

/** Uses the link up. Holds for one write alone, however many come at once. */
export const useStep = ({ state }: Link): Step => ({
  table: 'vault',
  remove: keys.firstRun(),
  if: { is: 'state', states: [state] },
});
