import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { answer, type Api } from './api.ts';

/** Some work for the processor, so that a person behind a much used address is never refused: about a second. */
export const prove = async (api: Api): Promise<string> => {
  const challenge = await answer(api.proof.$get());
  const solution = await solveChallenge({ challenge, deriveKey });
  return btoa(JSON.stringify({ challenge, solution }));
};
