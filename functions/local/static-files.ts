import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { relative } from 'node:path';
import type { Env } from '../http/env.ts';

const folder = fileURLToPath(new URL('../../dist/client', import.meta.url));

/** Built files. What carries a hash in its name never changes and may be kept for a year. */
export const staticFiles = () =>
  serveStatic<Env>({
    root: relative(process.cwd(), folder) || '.',
    precompressed: true,
    onFound: (path, c) => {
      const isHashed = path.includes('/assets/');
      c.header('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600');
    },
  });
