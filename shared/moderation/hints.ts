import { later, milliseconds, type Instant } from '../time.ts';

/** How sure a service is that words attack people. It is a hint about the order of work, and nothing else follows from it. */
export const RATINGS = ['none', 'low', 'medium', 'high'] as const;
export type Rating = (typeof RATINGS)[number];

/** Who has measured how good it is, and with which texts. */
export const SOURCE_LENGTH = 200;

/** By which part of its own time a case moves up in the order. */
const AHEAD: Record<Rating, number> = { none: 0, low: 0, medium: 1 / 4, high: 1 / 2 };

type Timed = { since: Instant; due: Instant; hint?: { rating: Rating } | undefined };

/**
 * The time by which a case is ordered among its lane and tier: it may stand as if it were due earlier, never later, and
 * what is really due earlier still comes first. When it is due stays as it is.
 */
export const placedAt = ({ since, due, hint }: Timed): Instant =>
  hint ? later(due, -AHEAD[hint.rating] * Math.max(0, milliseconds(due) - milliseconds(since))) : due;
