import type { CaseView } from '#shared/moderation/desk-views.ts';
import type { CaseId, DecideAlike } from '#shared/moderation/schema.ts';
import { allOf } from '#web/form-data.ts';

/** All that were before her when she decided. */
export const EVERY_COPY = 'all';

/** A copy as a form names it: the case, and the words that she has read there. */
export const namedCopy = ({ id, seen }: Pick<CaseView['copies'][number], 'id' | 'seen'>): string => `${id}~${seen}`;

export const copiesIn = (form: FormData): DecideAlike['alike'] => {
  const chosen = allOf(form, 'alike');
  const named = chosen.includes(EVERY_COPY) ? allOf(form, 'copy') : chosen;
  return named.map((copy) => {
    const [id = '', seen = ''] = copy.split('~');
    return { id: id as CaseId, seen };
  });
};
