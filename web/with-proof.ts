import { Refusal } from './api.ts';
import type { Posting } from './page.ts';

/** Does something that may first ask for work, and does the work where a browser is there to do it. */
export const withProof = async <Answer>(
  { prove }: Pick<Posting, 'prove'>,
  act: (more: { proof?: string }) => Promise<Answer>,
): Promise<Answer> => {
  try {
    return await act({});
  } catch (error) {
    if (!prove || !(error instanceof Refusal) || error.problem.code !== 'proof-needed') throw error;
    return act({ proof: await prove() });
  }
};
