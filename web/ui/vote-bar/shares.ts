import type { Tally } from '#shared/opinion/schema.ts';

/** The order in which answers are always shown. */
export const ORDER = ['agree', 'pass', 'disagree'] as const;

export const votesIn = (tally: Tally): number => tally.agree + tally.pass + tally.disagree;

/** Whole percent that add up to 100: the largest remainders are rounded up. */
export const percentages = (tally: Tally): Tally => {
  const all = votesIn(tally);
  const exact = ORDER.map((choice) => ({ choice, value: all === 0 ? 0 : (tally[choice] * 100) / all }));
  const missing = (all === 0 ? 0 : 100) - exact.reduce((sum, part) => sum + Math.floor(part.value), 0);
  const raised = new Set(
    [...exact]
      .sort((a, b) => (b.value % 1) - (a.value % 1))
      .slice(0, missing)
      .map((part) => part.choice),
  );
  const whole = (choice: (typeof ORDER)[number], value: number) => Math.floor(value) + (raised.has(choice) ? 1 : 0);
  const [agree, pass, disagree] = exact.map((part) => whole(part.choice, part.value));
  return { agree: agree ?? 0, pass: pass ?? 0, disagree: disagree ?? 0 };
};
