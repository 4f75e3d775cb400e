/** What a rule answers: yes, or no with the reason that the page shows before the click and the API after it. */
export type Verdict<Reason extends string = string> = { allowed: true } | { allowed: false; reason: Reason };

export const allowed = { allowed: true } as const;
export const refused = <Reason extends string>(reason: Reason): { allowed: false; reason: Reason } => ({
  allowed: false,
  reason,
});
