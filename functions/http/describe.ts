import { describeRoute, resolver } from 'hono-openapi';
import type { z } from 'zod';
import { ProblemDetails } from '#shared/problems.ts';

/** What OpenAPI says of a route: one sentence, and the shape of its answer. */
export const answers = (summary: string, schema?: z.ZodType, status: 200 | 201 | 204 = schema ? 200 : 204) =>
  describeRoute({
    summary,
    responses: {
      [status]: {
        description: summary,
        ...(schema && { content: { 'application/json': { schema: resolver(schema) } } }),
      },
      default: {
        description: 'A problem (RFC 9457). `code` says which.',
        content: { 'application/problem+json': { schema: resolver(ProblemDetails) } },
      },
    },
  });
