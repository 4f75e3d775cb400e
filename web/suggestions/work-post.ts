import type { ChangeWork } from '#shared/suggestions/schema.ts';
import type { ParticipantId } from '#shared/participants/schema.ts';
import { OUTCOMES } from '#shared/suggestions/rules.ts';
import { textOf, textsOf } from '#web/form-data.ts';

/** Who looks after it, as the form says it; nobody: null. */
export const assignedIn = (form: FormData): NonNullable<ChangeWork['assigned']> | null => {
  const [to, until] = [textOf(form, 'to'), textOf(form, 'until')];
  return to === '' ? null : { to: to as ParticipantId, ...(until && { until }) };
};

export const outcomeIn = (form: FormData): NonNullable<ChangeWork['outcome']> | null => {
  const outcome = OUTCOMES.find((one) => one === textOf(form, 'outcome'));
  return outcome ? { outcome, reason: textsOf(form, 'reason') } : null;
};

export const tagsIn = (form: FormData): string[] =>
  textOf(form, 'tags')
    .split(/[,،]/)
    .map((tag) => tag.trim())
    .filter(Boolean);
