import type { DocumentId, PassageId } from '#shared/documents/schema.ts';
import type { Arrange } from '#shared/versions/schema.ts';
import { answer } from '#web/api.ts';
import { withDone } from '#web/done.ts';
import { textOf, textsOf } from '#web/form-data.ts';
import { idIn } from '#web/ids.ts';
import type { PostAnswer, Posting } from '#web/page.ts';
import { draftAddresses } from './draft-address.ts';

const versionOf = (form: FormData): number => Number(textOf(form, 'version'));

/** What a button beside a part asks for. */
const arrangeIn = (form: FormData): Arrange | undefined => {
  const passage = textOf(form, 'passage') as PassageId;
  const version = versionOf(form);
  const place = Number(textOf(form, 'place'));
  const act = textOf(form, 'act');
  if (act === 'up') return { act: 'move', passage, to: place - 1, version };
  if (act === 'down') return { act: 'move', passage, to: place + 1, version };
  if (act === 'merge' || act === 'withdraw' || act === 'restore') return { act, passage, version };
  if (act === 'split') return { act, passage, at: Number(textOf(form, 'at')), version };
  return undefined;
};

const insertIn = (form: FormData): Arrange => {
  const after = textOf(form, 'after');
  return {
    act: 'insert',
    ...(after && { after: after as PassageId }),
    heading: textsOf(form, 'heading'),
    text: textsOf(form, 'text'),
    version: versionOf(form),
  };
};

/** What the forms around a whole draft ask for. */
export const postWriting = async ({ api, form, params, locale }: Posting, doc: DocumentId): Promise<PostAnswer> => {
  const con = idIn('consultation', params);
  const draft = api.consultations[':con'].documents[':doc'].draft;
  const param = { con, doc };
  const to = draftAddresses(locale, con, doc);
  const which = textOf(form, 'form');
  if (which === 'begin') {
    await answer(draft.$post({ param }));
    return { redirect: withDone(to.home, 'draft-begun') };
  }
  if (which === 'give-up') {
    await answer(draft.$delete({ param, query: { version: textOf(form, 'version') } }));
    return { redirect: withDone(to.home, 'draft-deleted') };
  }
  if (which === 'note') {
    const json = { note: textsOf(form, 'note'), shared: form.has('shared'), version: versionOf(form) };
    await answer(draft.note.$put({ param, json }));
    return { redirect: withDone(to.home, 'draft-saved') };
  }
  const json = which === 'insert' ? insertIn(form) : arrangeIn(form);
  if (!json) return { problem: { code: 'invalid-request', errors: [] } };
  const { focus } = await answer(draft.order.$post({ param, json }));
  const anchor = json.act === 'withdraw' ? undefined : focus;
  return { redirect: withDone(to.home, 'draft-saved', anchor) };
};
