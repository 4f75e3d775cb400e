import { isLanguage } from '#shared/locales.ts';
import type { Id } from '#shared/ids.ts';
import { answer } from '#web/api.ts';
import { castNow, voteIn } from '#web/ballots/cast.ts';
import { addressesOf } from '#web/consultations/addresses.ts';
import { withDone, type Done } from '#web/done.ts';
import { textOf } from '#web/form-data.ts';
import { idIn } from '#web/ids.ts';
import type { PostAnswer, Posting, Refused } from '#web/page.ts';
import { fromDeck } from './from-deck.ts';

/** Does one thing that a form of "my page" asks for, and says what was done or what is wrong with the form. */
type Act = (posting: Posting) => Promise<Done | Refused>;

const senseless: Refused = { code: 'invalid-request', errors: [] };

const field = ({ form }: Posting, name: string): string => textOf(form, name);
const consultationIn = (posting: Posting) => idIn('consultation', { con: field(posting, 'con') });

const vote: Act = async (posting) => {
  const con = consultationIn(posting);
  const asked = voteIn((name) => field(posting, name));
  if (!asked) return senseless;
  const { nextNumber } = await answer(posting.api.consultations[':con'].ballot.$get({ param: { con } }));
  await castNow(posting.api, con, asked, nextNumber);
  return asked.choice === 'withdrawn' ? 'vote-taken-back' : 'voted';
};

/** Where her words stand: a contribution, or a reply in a thread. */
const wordsIn = (posting: Posting) => {
  const { api } = posting;
  const con = consultationIn(posting);
  const reply = field(posting, 'reply') as Id<'reply'>;
  if (!reply) {
    const ctr = idIn('contribution', { ctr: field(posting, 'ctr') });
    const one = api.consultations[':con'].contributions[':ctr'];
    return {
      edit: (text: string) => answer<unknown>(one.$patch({ param: { con, ctr }, json: { text } })),
      withdraw: () => answer<unknown>(one.$delete({ param: { con, ctr } })),
    };
  }
  const target = field(posting, 'target') as Id<'contribution'> | Id<'passage'>;
  const param = { con, target, root: field(posting, 'root') as Id<'reply'>, reply };
  const one = api.consultations[':con'].threads[':target'][':root'][':reply'];
  return {
    edit: (text: string) => answer<unknown>(one.$patch({ param, json: { text } })),
    withdraw: () => answer<unknown>(one.$delete({ param })),
  };
};

const ACTS: Record<string, Act> = {
  vote,
  edit: async (posting) => {
    await wordsIn(posting).edit(field(posting, 'text'));
    return 'edited';
  },
  withdraw: async (posting) => {
    await wordsIn(posting).withdraw();
    return 'withdrawn';
  },
  reads: async ({ api, form }) => {
    const reads = form
      .getAll('reads')
      .filter((tag) => typeof tag === 'string')
      .filter(isLanguage);
    if (reads.length === 0) return { ...senseless, errors: [{ pointer: '/reads', code: 'not-a-language' }] };
    await answer(api.me.settings.$put({ json: { reads } }));
    return 'settings-saved';
  },
  session: async (posting) => {
    const ses = field(posting, 'ses') as Id<'session'>;
    await answer(posting.api.me.sessions[':ses'].$delete({ param: { ses } }));
    return 'session-ended';
  },
  'sign-out': async ({ api }) => {
    await answer(api.sessions.current.$delete());
    return 'signed-out';
  },
  'leave-consultation': async (posting) => {
    await answer(posting.api.consultations[':con'].join.$delete({ param: { con: consultationIn(posting) } }));
    return 'consultation-left';
  },
  'remove-contact': async (posting) => {
    await answer(posting.api.consultations[':con'].contact.$delete({ param: { con: consultationIn(posting) } }));
    return 'contact-removed';
  },
  leave: async ({ api }) => {
    await answer(api.me.$delete());
    return 'left';
  },
};

/** Acts after which the page of the one consultation is still there to go back to. */
const STAYING = ['vote', 'edit', 'withdraw', 'remove-contact'];

export const postMyPage = async (posting: Posting): Promise<PostAnswer> => {
  const act = field(posting, 'act');
  const done = Object.hasOwn(ACTS, act) ? await ACTS[act]?.(posting) : undefined;
  if (typeof done !== 'string') return { problem: done ?? senseless };
  const deck = act === 'reads' && fromDeck(posting);
  if (deck) return { redirect: withDone(addressesOf(posting.locale, deck).deck, done) };
  const stays = STAYING.includes(act);
  const here = `/${posting.locale}/me${stays ? `?con=${field(posting, 'con')}` : ''}`;
  const anchor = act === 'vote' ? `item-${field(posting, 'item')}` : undefined;
  return { redirect: withDone(here, done, anchor) };
};
