import { validator } from 'hono-openapi';
import type { ValidationTargets } from 'hono';
import type { z } from 'zod';
import { FIELD_ERRORS, Problem, type FieldError, type FieldErrorCode } from '#shared/problems.ts';
import type { Env } from './env.ts';

const isFieldError = (message: string): message is FieldErrorCode => FIELD_ERRORS.includes(message as FieldErrorCode);

type Issue = { path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined; message: string };

/** RFC 6901 pointer to the field, and which of our codes says what is wrong. The value itself is never mentioned. */
const fieldError = ({ path = [], message }: Issue): FieldError => ({
  pointer: path.map((part) => `/${String(typeof part === 'object' ? part.key : part)}`).join(''),
  code: isFieldError(message) ? message : 'not-valid',
});

/** Parses what came in at the border. The library's own refusal would echo what was sent; ours names fields and codes. */
export const valid = <Schema extends z.ZodType, Target extends keyof ValidationTargets>(
  target: Target,
  schema: Schema,
) =>
  validator<Schema, Target, Env, string>(target, schema, (result) => {
    if (result.success) return;
    const all = result.error.map(fieldError);
    // Of one field the first is enough: that a day is none says more than that it comes too early.
    const errors = all.filter(({ pointer }, i) => all.findIndex((one) => one.pointer === pointer) === i);
    throw new Problem('invalid-request', { errors });
  });
