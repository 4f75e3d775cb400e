import type { Id } from '#shared/ids.ts';
import type { RegistrationAnswer } from '#shared/passkeys/schema.ts';
import { answer } from '#web/api.ts';
import { withDone, type Done } from '#web/done.ts';
import { textOf } from '#web/form-data.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import type { PostAnswer, Posting } from '#web/page.ts';
import { Explanation } from '#web/problems/explanation.tsx';
import { useVisit } from '#web/visit.ts';
import { answerIn } from './passkey-form.tsx';

type Act = (posting: Posting) => Promise<Done | PostAnswer>;

const passkeyIn = ({ form }: Posting) => ({ pky: textOf(form, 'passkey') as Id<'passkey'> });

/** Each form of the page, by what its name begins with. */
const ACTS: Record<string, Act> = {
  add: async ({ api, form }) => {
    const registered = answerIn(form) as RegistrationAnswer | null;
    if (!registered) return { problem: { code: 'passkey-not-valid', errors: [] } };
    await answer(api.me.passkeys.$post({ json: { name: textOf(form, 'name'), answer: registered } }));
    return 'passkey-added';
  },
  name: async (posting) => {
    const json = { name: textOf(posting.form, 'name') };
    await answer(posting.api.me.passkeys[':pky'].$put({ param: passkeyIn(posting), json }));
    return 'settings-saved';
  },
  remove: async (posting) => {
    await answer(posting.api.me.passkeys[':pky'].$delete({ param: passkeyIn(posting) }));
    return 'passkey-removed';
  },
  codes: async ({ api }) => {
    const { codes } = await answer(api.me['recovery-codes'].$post());
    return { data: { made: codes } };
  },
};

export const postKeys = async (posting: Posting): Promise<PostAnswer> => {
  const [kind = ''] = textOf(posting.form, 'form').split('-');
  const done = Object.hasOwn(ACTS, kind) ? await ACTS[kind]?.(posting) : undefined;
  if (!done) return { problem: { code: 'invalid-request', errors: [] } };
  return typeof done === 'string' ? { redirect: withDone(`/${posting.locale}/me/keys`, done) } : done;
};

/** Why something was not done, at the top of the page, whichever form it was. */
export const KeysProblem = () => {
  const { current } = useVisit();
  return (
    <>
      <FormProblem form={useForm(current.words?.['form']?.[0] ?? '')} />
      <Explanation />
    </>
  );
};
