import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below the ports that a machine hands out by itself: nobody is given one of these between our look and its use. */
const FIRST = 12_000;
const COUNT = 20_000;
/** So far apart do two programs begin to look. */
const APART = 7919;
const TAKEN = ['EADDRINUSE', 'EACCES'];

let tried = 0;

/** A port of this machine on which nobody listens, another one each time. */
export const freePort = async (): Promise<number> => {
  for (;;) {
    const port = FIRST + ((process.pid * APART + tried++) % COUNT);
    const probe = createServer().listen(port, '127.0.0.1');
    const isFree = await once(probe, 'listening').then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        // Anything else would be the same at every port.
        if (!TAKEN.includes(error.code ?? '')) throw error;
        return false;
      },
    );
    await new Promise((closed) => probe.close(closed));
    if (isFree) return port;
  }
};
