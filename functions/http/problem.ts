import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { isLocale, preferredLocale } from '#shared/locales.ts';
import { Problem, type ProblemCode, type ProblemDetails } from '#shared/problems.ts';
import type { World } from '../world.ts';
import type { Env } from './env.ts';

/** A cancelled transaction that comes this far met another on the same items: its conditions held. */
const BUSY = [
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
  'TransactionCanceledException',
  'TransactionConflictException',
  'TimeoutError',
];

const codeOfStatus = (status: number): ProblemCode =>
  status === 413
    ? 'too-large'
    : status === 404
      ? 'not-found'
      : status === 405
        ? 'method-not-allowed'
        : 'invalid-request';

/** The kind of an error and where in our code it rose, for the log: messages of libraries may quote what people sent. */
export const kindOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown';
  const where = /(?:functions|web)\/[\w/.-]+:\d+/.exec(error.stack ?? '')?.[0];
  return where ? `${error.name} at ${where}` : error.name;
};

const problemFrom = (error: unknown, world: World, request: string): Problem => {
  if (error instanceof Problem) return error;
  if (error instanceof HTTPException && error.status < 500) return new Problem(codeOfStatus(error.status));
  const code = error instanceof Error && BUSY.includes(error.name) ? 'storage-busy' : 'internal-error';
  world.log({ level: 'error', message: code, error: kindOf(error), request });
  return new Problem(code);
};

/** The one place where errors become answers: RFC 9457, in the reader's language, never cached, echoing nothing. */
export const answerProblem =
  (world: World) =>
  async (error: unknown, c: Context<Env>): Promise<Response> => {
    const request = c.var.requestId ?? '';
    const problem = problemFrom(error, world, request);
    const wished = c.req.header('x-locale') ?? '';
    const locale = isLocale(wished) ? wished : preferredLocale(c.req.header('accept-language'));
    const details: ProblemDetails = {
      type: `/${locale}/problems/${problem.code}`,
      title: await world.say(locale, `problem.${problem.code}`),
      status: problem.status,
      code: problem.code,
      instance: `urn:uuid:${request}`,
      ...(problem.errors && { errors: problem.errors }),
      ...(problem.retryAfter && { retryAfter: problem.retryAfter }),
      ...(problem.until && { until: problem.until }),
    };
    c.header('Cache-Control', 'no-store');
    c.header('Content-Language', locale);
    if (problem.retryAfter) c.header('Retry-After', String(problem.retryAfter));
    return c.body(JSON.stringify(details), problem.status, { 'Content-Type': 'application/problem+json' });
  };
