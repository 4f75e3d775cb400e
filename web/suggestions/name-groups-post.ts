import { answer } from '#web/api.ts';
import { withDone } from '#web/done.ts';
import { textOf, textsOf } from '#web/form-data.ts';
import { idIn } from '#web/ids.ts';
import type { PostAnswer, Posting } from '#web/page.ts';

/** What was sent by the form that names a group; undefined where it was another form. */
export const postGroupName = async ({ api, form, params, url }: Posting): Promise<PostAnswer | undefined> => {
  const [, label] = /^group-(.+)$/.exec(textOf(form, 'form')) ?? [];
  if (!label) return undefined;
  const param = { con: idIn('consultation', params), label };
  const named = { name: textsOf(form, 'name'), version: Number(textOf(form, 'version')) };
  await answer(api.consultations[':con'].groups[':label'].name.$put({ param, json: named }));
  return { redirect: withDone(url.pathname + url.search, 'saved') };
};
