/**
 * List prices in USD for eu-central-1, without free tiers and without tax. Written down from AWS's price pages as of
 * `PRICES_OF`; they change about once a year, mostly downwards. Look them up before you sign anything.
 */
export const PRICES_OF = '2025-06';

const PRICES = {
  /** DynamoDB on demand. */
  writeUnit: 0.7625e-6,
  readUnit: 0.1525e-6,
  storageGbMonth: 0.306,
  recoveryGbMonth: 0.2448,
  /** Lambda on arm64. */
  invocation: 0.2e-6,
  gbSecond: 13.3334e-6,
  /** HTTP API. */
  apiRequest: 1.2e-6,
  /** CloudFront, Europe: HTTPS requests, and GB to the reader. */
  edgeRequest: 1.2e-6,
  edgeGb: 0.085,
  /** CloudWatch. */
  logGb: 0.63,
  alarmMonth: 0.1,
  dashboardMonth: 3,
  metricMonth: 0.3,
  /** One secret, one key. */
  secretMonth: 0.4,
  keyMonth: 1,
  keyRequest: 0.03e-4,
  mail: 0.1e-3,
  /** EventBridge Scheduler. */
  tick: 1.2e-6,
  /** WAF: the list, each rule, each request. */
  firewallMonth: 5,
  firewallRuleMonth: 1,
  firewallRequest: 0.6e-6,
} as const;

type Price = keyof typeof PRICES;

export type Line = { what: string; amount: number; price: Price };

export const dollarsOf = ({ amount, price }: Line): number => amount * PRICES[price];
export const sumOf = (lines: readonly Line[]): number => lines.reduce((sum, line) => sum + dollarsOf(line), 0);
export const dollars = (amount: number): string => `$${amount.toFixed(2)}`;
