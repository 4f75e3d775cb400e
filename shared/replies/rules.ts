import { mayEdit, mayWithdraw } from '../contributions/rules.ts';

export const REPLY_LENGTH = 500;
export const LABELS = ['for', 'against', 'question'] as const;
/** Replies nest three levels deep, then stay flat: a phone has no room for a fourth. */
export const DEEPEST = 3;

export const depthUnder = (parent: { depth: number } | undefined): number =>
  Math.min((parent?.depth ?? 0) + 1, DEEPEST);

/** A reply's author has the same rights over it as a contribution's. */
export const mayEditReply = mayEdit;
export const mayWithdrawReply = mayWithdraw;

export const ORDERS = ['newest', 'oldest'] as const;
export type Order = (typeof ORDERS)[number];
