import type { ContributionId } from '#shared/contributions/schema.ts';
import type { WorkOnMany } from '#shared/suggestions/schema.ts';
import { allOf, textOf } from '#web/form-data.ts';
import { assignedIn, outcomeIn } from './work-post.ts';

/** What the form does to all that were chosen. */
export const actIn = (form: FormData): WorkOnMany['act'] => {
  const tag = textOf(form, 'tag');
  switch (textOf(form, 'do')) {
    case 'untag':
      return { do: 'untag', tag };
    case 'assign':
      return { do: 'assign', assigned: assignedIn(form) };
    case 'answer':
      return { do: 'answer', outcome: outcomeIn(form) };
    case 'merge':
      return { do: 'merge', into: textOf(form, 'into') as ContributionId };
    default:
      return { do: 'tag', tag };
  }
};

export const chosenIn = (form: FormData): WorkOnMany['of'] =>
  allOf(form, 'of').map((value) => {
    const [contribution, work, version] = value.split(' ');
    return { contribution: contribution as ContributionId, work: Number(work), version: Number(version) };
  });
