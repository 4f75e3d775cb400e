import { casePage, queuePage } from '#shared/moderation/addresses.ts';
import { answer } from '#web/api.ts';
import { withDone } from '#web/done.ts';
import { textOf } from '#web/form-data.ts';
import type { PostAnswer, Posting } from '#web/page.ts';
import { partIn } from './queue-part.ts';

/** Takes the most urgent case that is free for her, and leads to it; where there is none, back to the queue. */
export const takeNextAnd = async ({ api, form, params, locale }: Posting): Promise<PostAnswer> => {
  const slug = params['slug'] ?? '';
  const { mine: _, ...query } = { mine: undefined, ...partIn(textOf(form, 'show')) };
  const { id } = await answer(api.places[':slug'].cases.next.$post({ param: { slug }, query }));
  return {
    redirect: id ? `/${locale}${casePage(slug, id)}` : withDone(`/${locale}${queuePage(slug)}`, 'queue-done'),
  };
};
