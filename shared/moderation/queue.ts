import { HOUR, later, milliseconds, type Instant } from '../time.ts';
import type { NoticeKind } from './kinds.ts';
import { placedAt, type Rating } from './hints.ts';

/** Organisations that a place trusts go first (DSA Art. 22). */
export const LANES = ['trusted', 'normal'] as const;
export type Lane = (typeof LANES)[number];

/**
 * Severity in the terms of CM/Rec(2022)16: 1 criminal law, 2 civil or administrative law, 3 lawful but harmful.
 * 4: a matter of order, not of hatred.
 */
export const TIERS = [1, 2, 3, 4] as const;
export type Tier = (typeof TIERS)[number];

/** Where a case begins, before a person has looked at it. */
const TIER_OF: Record<NoticeKind, Tier> = {
  incitement: 1,
  'hate-speech': 2,
  harassment: 2,
  discrimination: 2,
  'personal-data': 2,
  'house-rules': 3,
  other: 3,
  spam: 4,
};

export const tierOf = ({ kind, danger }: { kind: NoticeKind; danger: boolean }): Tier => (danger ? 1 : TIER_OF[kind]);

/** Code of conduct+ on illegal hate speech: 24 hours for trusted flaggers; we hold the first tier to the same. */
const HOURS: Record<Tier, number> = { 1: 24, 2: 72, 3: 7 * 24, 4: 7 * 24 };
const HOURS_TRUSTED = 24;
const HOURS_APPEAL = 14 * 24;

export const dueAt = ({ lane, tier }: { lane: Lane; tier: Tier }, since: Instant): Instant =>
  later(since, (lane === 'trusted' ? Math.min(HOURS_TRUSTED, HOURS[tier]) : HOURS[tier]) * HOUR);

/** Words that wait for their first reading, and an appeal, have their own times. */
export const dueForFirstReading = (since: Instant): Instant => later(since, 24 * HOUR);
export const dueForAppeal = (since: Instant): Instant => later(since, HOURS_APPEAL * HOUR);

export type Standing = { lane: Lane; tier: Tier; due: Instant };

/**
 * The sort key of a case in its queue: lane, tier, due time. Written with the case, so that a page costs the same at any
 * length. A hint moves it up within lane and tier.
 */
export const orderOf = (
  one: Standing & { since: Instant; hint?: { rating: Rating } | undefined },
  id: string,
): string => `${LANES.indexOf(one.lane)}${one.tier}#${placedAt(one)}#${id}`;

/** The parts of a queue by lane and tier. What trusted organisations report is one, whatever its tier. */
export const RANKS = ['trusted', 'tier-1', 'tier-2', 'tier-3', 'tier-4'] as const;
export type Rank = (typeof RANKS)[number];
/** How the sort keys of a rank begin. */
export const beginningOf = (rank: Rank): string =>
  rank === 'trusted' ? `${LANES.indexOf('trusted')}` : `${LANES.indexOf('normal')}${rank.slice(-1)}#`;

/** The last quarter of its time runs: whoever plans her day sees it before it is late. */
export const isNear = ({ since, due }: { since: Instant; due: Instant }, now: Instant): boolean =>
  due >= now && milliseconds(due) - milliseconds(now) <= (milliseconds(due) - milliseconds(since)) / 4;

/** What a further notice makes of a case's place: it may rise, never fall, and is never later. */
export const raised = (before: Standing, by: Standing): Standing => ({
  lane: LANES.indexOf(by.lane) < LANES.indexOf(before.lane) ? by.lane : before.lane,
  tier: by.tier < before.tier ? by.tier : before.tier,
  due: by.due < before.due ? by.due : before.due,
});

/** Of these moderators hear at once, whatever their rhythm: the first tier, personal data of somebody, danger. */
export const isUrgent = ({ kind, tier }: { kind: NoticeKind; tier: Tier }): boolean =>
  tier === 1 || kind === 'personal-data';

/** Attacks on people and what may break the law wear out whoever reads them; matters of order do not, and have no limit. */
export const wearsOut = ({ tier }: { tier: Tier }): boolean => tier <= 2;

/** Words of the first tier are masked until a moderator decides to read them. */
export const isMasked = ({ tier }: { tier: Tier }): boolean => tier === 1;
