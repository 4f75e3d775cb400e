import { keys } from '../storage/keys.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import type { Reaction } from './change.ts';

const OF_LEDGERS = keys.ledger('' as PlaceId, '').pk;

/**
 * Says each act of office in the log as well, which nobody who can write the tables can change afterwards: which act,
 * in which line. A line of the ledger is only ever made.
 */
export const tellActsOfOffice: Reaction = (world, { kind, key, now }) => {
  if (!key.pk.startsWith(OF_LEDGERS)) return;
  if (kind === 'made') world.log({ level: 'info', message: `act of office: ${now('act')}`, request: key.sk });
  else world.log({ level: 'error', message: 'a line of the ledger was changed', request: key.sk });
};
