import { CHOICES, type Choice } from '#shared/ballots/rules.ts';
import type { Vote } from '#shared/ballots/schema.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import { Refusal, answer, type Api } from '#web/api.ts';
import { addressesOf } from '#web/consultations/addresses.ts';
import { idIn } from '#web/ids.ts';
import { textOf } from '#web/form-data.ts';
import type { PostAnswer, Posting } from '#web/page.ts';

const isChoice = (text: string): text is Choice => (CHOICES as readonly string[]).includes(text);

/** The vote that a form or an address speaks of, if it speaks of one. */
export const voteIn = (read: (name: string) => string): Vote | undefined => {
  const item = Number(read('item'));
  const choice = read('choice');
  const deal = read('deal');
  if (!Number.isSafeInteger(item) || item < 1 || !isChoice(choice)) return undefined;
  return { item, choice, ...(deal ? { deal } : {}) };
};

const TRIES = 3;

/** Casts without a queue: a number that another write has overtaken meanwhile is not used up but raised. */
export const castNow = async (api: Api, con: ConsultationId, vote: Vote, firstNumber: number): Promise<void> => {
  for (let number = firstNumber; number < firstNumber + TRIES; number++) {
    const json = { number, votes: [vote] };
    const { outcome } = await answer(api.consultations[':con'].ballot.$post({ param: { con }, json }));
    if (outcome === 'stored') return;
  }
};

const BEFORE_THE_FIRST = ['not-signed-in', 'consent-missing', 'consent-outdated'];

/** The screen before the first vote, and back to where she was. */
export const joinAndBack = (locale: string, con: ConsultationId, then: string): string =>
  `${addressesOf(locale, con).join}?${new URLSearchParams({ then })}`;

/** What a vote form asks for: the vote, or where her session has ended meanwhile the screen before the first one. */
export const postVote = async (posting: Posting, then: string): Promise<PostAnswer> => {
  const { api, form, locale } = posting;
  const con = idIn('consultation', posting.params);
  const vote = voteIn((name) => textOf(form, name));
  if (!vote) return { problem: { code: 'invalid-request', errors: [] } };
  try {
    const { nextNumber } = await answer(api.consultations[':con'].ballot.$get({ param: { con } }));
    await castNow(api, con, vote, nextNumber);
    return { redirect: then };
  } catch (error) {
    if (!(error instanceof Refusal) || !BEFORE_THE_FIRST.includes(error.problem.code)) throw error;
    return { redirect: joinAndBack(locale, con, then) };
  }
};
