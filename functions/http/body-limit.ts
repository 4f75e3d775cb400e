import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';

const KILOBYTE = 1024;
/** Residents send words and votes. */
const WORDS = 64 * KILOBYTE;
/** Offices send long texts in seven languages, and pictures: as form data, three bytes may stand for each of Arabic. */
const OFFICE = 1024 * KILOBYTE;

/** Where offices send something: forms of desks, and what those forms call. */
const OF_OFFICES = [/^\/\w+\/[pc]\/[^/]+\/desk\//, /^\/api\/places\/[^/]+\/(set-up|logo|places)$/];

/** Refuses what is longer than anybody has to send there, before it is read. */
export const limitedBody = (refuse: (c: Context) => Response | Promise<Response>): MiddlewareHandler => {
  const onError = (c: Context): Promise<Response> => Promise.resolve(refuse(c));
  const words = bodyLimit({ maxSize: WORDS, onError });
  const office = bodyLimit({ maxSize: OFFICE, onError });
  return (c, next) => (OF_OFFICES.some((path) => path.test(c.req.path)) ? office : words)(c, next);
};
