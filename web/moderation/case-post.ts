import { queuePage } from '#shared/moderation/addresses.ts';
import { DANGERS, REVIEWS } from '#shared/moderation/kinds.ts';
import type { NoticeId } from '#shared/moderation/schema.ts';
import type { ParticipantId } from '#shared/participants/schema.ts';
import { answer, Refusal } from '#web/api.ts';
import { withDone } from '#web/done.ts';
import { textOf } from '#web/form-data.ts';
import type { PostAnswer, Posting } from '#web/page.ts';
import { caseIn, loadCase } from './case-load.ts';
import { decisionIn, namedAsInForm, saidIn } from './decide-post.ts';
import { copiesIn } from './named-copy.ts';
import { inPart } from './queue-part.ts';
import { takeNextAnd } from './take-next.ts';

const nothingChosen = (field: string): PostAnswer => ({
  problem: { code: 'invalid-request', errors: [{ pointer: `/${field}`, code: 'nothing-chosen' }] },
});

const numbers = (form: FormData) => ({ version: Number(textOf(form, 'version')), seen: textOf(form, 'seen') });

/** The case in the part of the queue that she works through. */
const here = ({ url }: Pick<Posting, 'url'>): string => inPart(url.pathname, url.searchParams.get('show'));

/** That part of the queue, after a case went to somebody else. */
const backInQueue = ({ params, locale, url }: Posting): PostAnswer => {
  const queue = `/${locale}${queuePage(caseIn(params).slug)}`;
  return { redirect: withDone(inPart(queue, url.searchParams.get('show')), 'case-passed-on') };
};

/** On to the next case, if she said so; where she has read enough or the queue is empty, what she decided is before her. */
const afterDeciding = async (posting: Posting): Promise<PostAnswer> => {
  const decided = { redirect: withDone(here(posting), 'case-decided') };
  if (textOf(posting.form, 'then') !== 'next') return decided;
  return takeNextAnd(posting, caseIn(posting.params).cas).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    return decided;
  });
};

const decide = async (posting: Posting): Promise<PostAnswer> => {
  const { api, form, params, locale } = posting;
  const decision = decisionIn(form, locale);
  if (!decision) return nothingChosen('visibility');
  const at = api.places[':slug'].cases[':cas'];
  const alike = copiesIn(form);
  await answer(at.decision.$post({ param: caseIn(params), json: { ...numbers(form), ...decision, alike } }));
  return afterDeciding(posting);
};

const answerAppeal = async (posting: Posting): Promise<PostAnswer> => {
  const { api, form, params, locale } = posting;
  const review = REVIEWS.find((one) => one === textOf(form, 'review'));
  if (!review) return nothingChosen('review');
  const decision = review === 'upheld' ? undefined : decisionIn(form, locale);
  const json = {
    ...numbers(form),
    review,
    reasons: saidIn(form, 'reasons', locale),
    ...(decision && { decision }),
  };
  await answer(api.places[':slug'].cases[':cas'].answer.$post({ param: caseIn(params), json }));
  return afterDeciding(posting);
};

/** What is done with a case without deciding it. */
const ACTS: Record<string, (posting: Posting) => Promise<PostAnswer>> = {
  next: (posting) => takeNextAnd(posting),
  decide,
  answer: answerAppeal,
  reveal: async (posting) => ({ data: await loadCase(posting, true) }),
  earlier: async (posting) => {
    const at = posting.api.places[':slug'].cases[':cas'];
    const measures = await answer(at.earlier.$post({ param: caseIn(posting.params) }));
    const data = await loadCase(posting);
    return { data: data && { ...data, measures } };
  },
  take: async ({ api, form, params, url }) => {
    const { version } = numbers(form);
    await answer(api.places[':slug'].cases[':cas'].take.$post({ param: caseIn(params), json: { version } }));
    return { redirect: here({ url }) };
  },
  'pass-on': async (posting) => {
    const { version } = numbers(posting.form);
    const param = caseIn(posting.params);
    await answer(posting.api.places[':slug'].cases[':cas']['pass-on'].$post({ param, json: { version } }));
    return backInQueue(posting);
  },
  'hand-over': async (posting) => {
    const { api, form, params } = posting;
    const json = { version: numbers(form).version, to: textOf(form, 'to') as ParticipantId };
    await answer(api.places[':slug'].cases[':cas']['hand-over'].$post({ param: caseIn(params), json }));
    return backInQueue(posting);
  },
  'ask-opinion': async ({ api, form, params, url }) => {
    const question = textOf(form, 'question').trim();
    const json = {
      version: numbers(form).version,
      of: textOf(form, 'to') as ParticipantId,
      ...(question && { question }),
    };
    await answer(api.places[':slug'].cases[':cas'].opinions.$post({ param: caseIn(params), json }));
    return { redirect: withDone(here({ url }), 'saved') };
  },
  'give-opinion': async ({ api, form, params, locale, url }) => {
    const json = { text: textOf(form, 'text'), language: locale };
    await answer(api.places[':slug'].cases[':cas'].opinions.mine.$put({ param: caseIn(params), json }));
    return { redirect: withDone(here({ url }), 'saved') };
  },
  escalate: async ({ api, form, params, url }) => {
    const danger = DANGERS.find((one) => one === textOf(form, 'danger')) ?? DANGERS[0];
    const json = { version: numbers(form).version, danger };
    await answer(api.places[':slug'].cases[':cas'].escalation.$post({ param: caseIn(params), json }));
    return { redirect: withDone(here({ url }), 'saved') };
  },
  undo: async ({ api, form, params, url }) => {
    const { version } = numbers(form);
    await answer(api.places[':slug'].cases[':cas'].undo.$post({ param: caseIn(params), json: { version } }));
    return { redirect: withDone(here({ url }), 'decision-undone') };
  },
  'undo-appeal': async ({ api, form, params, url }) => {
    const { version } = numbers(form);
    const param = caseIn(params);
    await answer(api.places[':slug'].cases[':cas']['undo-answer'].$post({ param, json: { version } }));
    return { redirect: withDone(here({ url }), 'decision-undone') };
  },
  reopen: async ({ api, form, params, url }) => {
    const { version } = numbers(form);
    await answer(api.places[':slug'].cases[':cas'].reopening.$post({ param: caseIn(params), json: { version } }));
    return { redirect: withDone(here({ url }), 'saved') };
  },
  message: async ({ api, form, params, locale, url }) => {
    const json = {
      to: textOf(form, 'to') as 'author' | NoticeId,
      text: textOf(form, 'text'),
      language: locale,
    };
    await answer(api.places[':slug'].cases[':cas'].messages.$post({ param: caseIn(params), json }));
    return { redirect: withDone(here({ url }), 'saved') };
  },
};

const measureNotifier = async ({ api, form, params, url }: Posting): Promise<PostAnswer> => {
  const param = { ...caseIn(params), ntc: textOf(form, 'notice') as NoticeId };
  const days = Number(textOf(form, 'days'));
  const json =
    textOf(form, 'measure') === 'suspend' ? { measure: 'suspend' as const, days } : { measure: 'warn' as const };
  await answer(api.places[':slug'].cases[':cas'].notices[':ntc'].measure.$post({ param, json }));
  return { redirect: withDone(here({ url }), 'saved') };
};

export const postCase = async (posting: Posting): Promise<PostAnswer> => {
  const name = textOf(posting.form, 'form');
  return (ACTS[name] ?? measureNotifier)(posting).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal({ ...error.problem, errors: (error.problem.errors ?? []).map(namedAsInForm) });
  });
};
