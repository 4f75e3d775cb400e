import type { FieldError } from '#shared/problems.ts';
import type { ChangeWork } from '#shared/suggestions/schema.ts';
import type { ParticipantId } from '#shared/participants/schema.ts';
import { OUTCOMES, type Outcome } from '#shared/suggestions/rules.ts';
import { textOf, textsOf } from '#web/form-data.ts';
import { renamed } from '#web/renamed.ts';

/**
 * Who looks after it, as the form says it; nobody: null. A day without anybody is half of what was meant, and refused,
 * unless somebody is relieved of it.
 */
export const assignedIn = (form: FormData): NonNullable<ChangeWork['assigned']> | null => {
  const [to, until] = [textOf(form, 'to'), textOf(form, 'until')];
  if (to === '' && (until === '' || form.has('looked-after'))) return null;
  return { to: to as ParticipantId, ...(until && { until }) };
};

/** The same for what became of it: a reason without an answer is refused, unless an answer is taken back. */
export const outcomeIn = (form: FormData): NonNullable<ChangeWork['outcome']> | null => {
  const outcome = OUTCOMES.find((one) => one === textOf(form, 'outcome'));
  const reason = textsOf(form, 'reason');
  const hasReason = Object.values(reason).some((text) => text.trim() !== '');
  if (!outcome && (!hasReason || form.has('answered'))) return null;
  return { outcome: outcome ?? ('' as Outcome), reason };
};

export const tagsIn = (form: FormData): string[] =>
  textOf(form, 'tags')
    .split(/[,،]/)
    .map((tag) => tag.trim())
    .filter(Boolean);

/** What the API means, as the form calls it; what nobody chose has no id. */
const asInForm = ({ pointer, code }: FieldError): FieldError => ({
  pointer: pointer.replace(/^\/act(?=\/)/, '').replace(/^\/outcome(?=\/)/, ''),
  code: code === 'not-an-id' ? 'nothing-chosen' : code,
});

/** Whatever is refused is said of the fields that the form has. */
export const ofFields = <Answer>(act: Promise<Answer>): Promise<Answer> => renamed(act, asInForm);
