import { casePage, queuePage } from '#shared/moderation/addresses.ts';
import type { CaseId } from '#shared/moderation/schema.ts';
import { answer } from '#web/api.ts';
import { withDone } from '#web/done.ts';
import type { PostAnswer, Posting } from '#web/page.ts';
import { inPart, partIn } from './queue-part.ts';

/**
 * Takes the most urgent case that is free for her in the part of the queue she works through, and leads to it; where there
 * is none, back to the queue. `decided`: the case she comes from, which she may still take back; it is where she stays
 * when there is no other.
 */
export const takeNextAnd = async ({ api, params, locale, url }: Posting, decided?: CaseId): Promise<PostAnswer> => {
  const slug = params['slug'] ?? '';
  const shown = url.searchParams.get('show');
  const { mine: _, ...query } = { mine: undefined, ...partIn(shown ?? '') };
  const { id } = await answer(api.places[':slug'].cases.next.$post({ param: { slug }, query }));
  if (!id && decided)
    return { redirect: withDone(inPart(`/${locale}${casePage(slug, decided)}`, shown), 'case-decided') };
  if (!id) return { redirect: withDone(inPart(`/${locale}${queuePage(slug)}`, shown), 'queue-done') };
  const next = inPart(`/${locale}${casePage(slug, id)}`, shown);
  if (!decided) return { redirect: next };
  const to = new URL(withDone(next, 'case-decided'), url);
  to.searchParams.set('decided', decided);
  return { redirect: to.pathname + to.search };
};
