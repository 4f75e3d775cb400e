import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { World } from '../world.ts';

/**
 * The network address of whoever asks, used only as the key of a limit. Behind `proxies` proxies it is the entry that
 * the outermost of ours wrote; further left may stand whatever the asker likes.
 */
export const addressOf = (world: World, c: Context): string => {
  if (world.proxies > 0) {
    const hops = (c.req.header('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
    return hops.at(-world.proxies) ?? 'unknown';
  }
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    return 'in-process';
  }
};
