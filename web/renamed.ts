import type { FieldError } from '#shared/problems.ts';
import { Refusal } from './api.ts';

/** What is refused is said of the fields that the form has: `rename` makes of what the API means what the form calls it. */
export const renamed = async <Answer>(
  act: Promise<Answer>,
  rename: (error: FieldError) => FieldError,
): Promise<Answer> => {
  try {
    return await act;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const errors = error.problem.errors?.map(rename);
    throw new Refusal({ ...error.problem, ...(errors && { errors }) });
  }
};
