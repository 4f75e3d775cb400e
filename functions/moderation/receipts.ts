import { createHmac } from 'node:crypto';
import { cardNumber } from '#shared/participants/rules.ts';
import type { World } from '../world.ts';

/** Under a key that is neither in the tables nor in their backups; digits of any script, as on a card. */
export const macOfCode = (world: World, typed: string): string | undefined => {
  const digits = cardNumber(typed);
  return digits ? createHmac('sha256', world.secretFor('receipts')).update(digits).digest('base64url') : undefined;
};
