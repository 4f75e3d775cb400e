import type { ConsultationId } from '#shared/consultations/schema.ts';
import { isLanguage, type Language, type Locale } from '#shared/locales.ts';
import { LABELS, ORDERS, type Order } from '#shared/replies/rules.ts';
import type { ReplyId, Target, ThreadPage } from '#shared/replies/schema.ts';
import { answer, type Api } from '#web/api.ts';
import { agreeAgain } from '#web/consultations/consent-again.tsx';
import { CAME } from '#web/contributions/came.ts';
import { letGoOfHalfWritten } from '#web/contributions/half-written.ts';
import { withDone } from '#web/done.ts';
import { textOf } from '#web/form-data.ts';
import { idIn } from '#web/ids.ts';
import { adviceOn } from '#web/moderation/before-sending.tsx';
import type { At, PostAnswer, Posting } from '#web/page.ts';

export const orderIn = (url: URL): Order => ORDERS.find((order) => order === url.searchParams.get('order')) ?? 'newest';

export const loadThread = (
  api: Api,
  con: ConsultationId,
  target: Target,
  { url, locale }: { url: URL; locale: Locale },
): Promise<ThreadPage> => {
  const cursor = url.searchParams.get('replies') as ReplyId | null;
  const query = { order: orderIn(url), readIn: locale, ...(cursor ? { cursor } : {}) };
  return answer(api.consultations[':con'].threads[':target'].$get({ param: { con, target }, query }));
};

const labelIn = (form: FormData) => LABELS.find((label) => label === textOf(form, 'label'));

const writtenIn = (form: FormData, otherwise: Language): Language => {
  const language = textOf(form, 'language');
  return isLanguage(language) ? language : otherwise;
};

/** What the words that are typed into a form of a thread are about. */
export const aboutReply = ({ con, psg, ctr }: At['params'], form: string): string => [con, psg ?? ctr, form].join(' ');

/** What the forms of a thread ask for: a reply, a change of one, its withdrawal. */
export const postToThread = async (posting: Posting, target: Target, here: string): Promise<PostAnswer> => {
  const { api, form, params, locale } = posting;
  const con = idIn('consultation', params);
  const thread = api.consultations[':con'].threads[':target'];
  const reply = textOf(form, 'reply') as ReplyId;
  const root = textOf(form, 'root') as ReplyId;
  const text = textOf(form, 'text');
  const param = { con, target, root, reply };
  switch (textOf(form, 'act')) {
    case 'edit':
      await answer(thread[':root'][':reply'].$patch({ param, json: { text } }));
      return { redirect: withDone(here, 'edited', reply) };
    case 'translate': {
      const { came } = await answer(
        thread[':root'][':reply'].translations.$post({ param, json: { language: locale } }),
      );
      return { redirect: withDone(here, CAME[came], reply) };
    }
    case 'withdraw':
      await answer(thread[':root'][':reply'].$delete({ param }));
      return { redirect: withDone(here, 'withdrawn', reply) };
    case 'reply': {
      const advice = await adviceOn(posting);
      if (advice) return advice;
      await agreeAgain(posting);
      const label = labelIn(form);
      const name = textOf(form, 'name').trim();
      const json = {
        text,
        language: writtenIn(form, locale),
        ...(label ? { label } : {}),
        ...(name ? { name } : {}),
        ...(reply ? { answers: { id: reply, root } } : {}),
      };
      const written = await answer(thread.$post({ param: { con, target }, json }));
      if (posting.prove) letGoOfHalfWritten(aboutReply(params, textOf(form, 'form')));
      return { redirect: withDone(here, written.state === 'waiting' ? 'waits-for-reading' : 'replied', written.id) };
    }
    default:
      return { problem: { code: 'invalid-request', errors: [] } };
  }
};
