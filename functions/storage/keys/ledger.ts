import type { PlaceId } from '#shared/places/schema.ts';
import { type Key, type Questions } from './key.ts';

/** The record of acts, and its seals. */
export const ledgerQuestions = {
  ledger: {
    asks: 'What did people in office do here?',
    asker: 'coordinator, analyst',
    table: 'records',
    pk: 'ledger#<place>',
    sk: '<line>',
  },
  seal: {
    asks: "How is this place's ledger sealed, and which seal is the last?",
    asker: 'sealing, checking',
    table: 'records',
    pk: 'seals#<place>',
    sk: '<number>',
  },
  dayRoot: {
    asks: 'Which seal was the last of each day?',
    asker: 'everybody who writes it down',
    table: 'records',
    pk: 'roots#<place>',
    sk: '<day>',
  },
  witnessed: {
    asks: 'Up to which seal have the witnesses their copies?',
    asker: 'sealing',
    table: 'records',
    pk: 'seals#<place>',
    sk: 'witnessed',
  },
} as const satisfies Questions;

export const ledgerKeys = {
  ledger: (place: PlaceId, line: string): Key => ({ pk: `ledger#${place}`, sk: line }),
  seal: (place: PlaceId, number: number): Key => ({ pk: `seals#${place}`, sk: String(number).padStart(9, '0') }),
  dayRoot: (place: PlaceId, day = ''): Key => ({ pk: `roots#${place}`, sk: day }),
  witnessed: (place: PlaceId): Key => ({ pk: `seals#${place}`, sk: 'witnessed' }),
};
