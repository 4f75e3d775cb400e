import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';

const KILOBYTE = 1024;
/** Residents send words and votes. */
const WORDS = 64 * KILOBYTE;
/** Offices send long texts in seven languages, and pictures: as form data, three bytes may stand for each of Arabic. */
const OFFICE = 1024 * KILOBYTE;

/** A text as a file, which in JSON is a third longer. A function in the cloud is handed no more than 6 MB. */
const FILE = 5.75 * 1024 * KILOBYTE;

/** Who sends more than residents do: forms of desks, and what those forms call. */
const LARGER: readonly [path: RegExp, maxSize: number][] = [
  [/^\/\w+\/c\/[^/]+\/desk\/text$/, FILE],
  [/^\/api\/consultations\/[^/]+\/text$/, FILE],
  [/^\/\w+\/[pc]\/[^/]+\/desk\//, OFFICE],
  [/^\/api\/places\/[^/]+\/(set-up|logo|places)$/, OFFICE],
  [/^\/api\/consultations\/[^/]+\/(passages\/[^/]+|translations)$/, OFFICE],
];

/** How many bytes may be sent to an address. */
export const mostBytes = (address: string): number => LARGER.find(([path]) => path.test(address))?.[1] ?? WORDS;

/** Refuses what is longer than anybody has to send there, before it is read. */
export const limitedBody = (refuse: (c: Context) => Response | Promise<Response>): MiddlewareHandler => {
  const onError = (c: Context): Promise<Response> => Promise.resolve(refuse(c));
  const words = bodyLimit({ maxSize: WORDS, onError });
  const larger = LARGER.map(([path, maxSize]) => ({ path, limit: bodyLimit({ maxSize, onError }) }));
  return (c, next) => (larger.find(({ path }) => path.test(c.req.path))?.limit ?? words)(c, next);
};
