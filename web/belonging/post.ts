import { PREFER_NOT_TO_SAY } from '#shared/ballots/rules.ts';
import { answer } from '#web/api.ts';
import { addressesOf } from '#web/consultations/addresses.ts';
import { withDone } from '#web/done.ts';
import { allOf, textOf } from '#web/form-data.ts';
import { idIn } from '#web/ids.ts';
import type { PostAnswer, Posting, Refused } from '#web/page.ts';

const wrong = (...fields: string[]): PostAnswer => ({
  problem: {
    code: 'invalid-request',
    errors: fields.map((field): Refused['errors'][number] => ({ pointer: `/${field}`, code: 'not-valid' })),
  },
});

/** Keeps what she says, or takes it back. Without her own consent nothing is sent anywhere. */
export const postBelonging = async ({ api, form, params, locale }: Posting): Promise<PostAnswer> => {
  const con = idIn('consultation', params);
  const here = addressesOf(locale, con).belonging;
  const ofConsultation = api.consultations[':con'].belonging;
  if (textOf(form, 'form') === 'take-back') {
    await answer<unknown>(ofConsultation.$delete({ param: { con } }));
    return { redirect: withDone(here, 'belonging-gone') };
  }
  const answers = allOf(form, 'answers');
  const isAnswer = answers.length > 0 && (answers.length === 1 || !answers.includes(PREFER_NOT_TO_SAY));
  const consents = textOf(form, 'consent') === 'yes';
  if (!isAnswer || !consents) return wrong(...(isAnswer ? [] : ['answers']), ...(consents ? [] : ['consent']));
  const version = Number(textOf(form, 'version'));
  await answer<unknown>(ofConsultation.$put({ param: { con }, json: { version, consent: true, answers } }));
  return { redirect: withDone(here, 'belonging-kept') };
};
