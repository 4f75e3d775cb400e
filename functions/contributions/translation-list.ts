import type { PublicAnswer } from '#shared/answers/views.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import { isRanked } from '#shared/contributions/rules.ts';
import type { Contribution } from '#shared/contributions/schema.ts';
import type { Passage, PassageId } from '#shared/documents/schema.ts';
import { LANGUAGES, type Language } from '#shared/locales.ts';
import type { ReplyId, Target } from '#shared/replies/schema.ts';
import type { Texts } from '#shared/texts.ts';
import { byImportance } from '#shared/translations/importance.ts';
import { isWaiting, originalOf, statusOf, worstOf } from '#shared/translations/rules.ts';
import type { TranslationList, WaitingText } from '#shared/translations/schema.ts';
import { answersByPassage } from '../answers/reading.ts';
import { readableConsultation } from '../consultations/service.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import { replyAsIs } from '../replies/moderated.ts';
import type { World } from '../world.ts';
import { currentItems } from './items.ts';
import { countAsked, listTranslations } from './store.ts';
import { withOriginal } from './translating.ts';

/** How much of a text the list shows, and how many texts a page of it holds. */
const BEGINNING = 160;
const PAGE = 50;

type Sought = { languages: readonly Language[]; into: Language | undefined; asked: ReadonlyMap<string, number> };

const beginningOf = (text: string): string => {
  const letters = Array.from(text);
  return letters.length > BEGINNING ? `${letters.slice(0, BEGINNING).join('').trimEnd()}…` : text;
};

const waitingIn = (
  of: WaitingText['of'],
  texts: readonly Texts[],
  shown: Texts,
  { languages, into, asked }: Sought,
  name: string = of.id,
): WaitingText[] => {
  const original = originalOf(shown);
  if (!original) return [];
  const beginning = { text: beginningOf(original.text), language: original.language };
  const askers = (language: Language): number => asked.get(`${name}#${language}`) ?? 0;
  // A reader may ask in a language that the consultation is not held in: then it is wanted in that one too.
  const wanted = (Object.keys(LANGUAGES) as Language[]).filter(
    (language) => (languages.includes(language) || askers(language) > 0) && (into === undefined || language === into),
  );
  return wanted.flatMap((language) => {
    const status = texts.length === 1 && texts[0] ? statusOf(texts[0], language) : worstOf(texts, language);
    return isWaiting(status) ? [{ of, language, status, original: beginning, asked: askers(language) }] : [];
  });
};

const ofPassage = ({ id, heading, text, summary }: Passage, sought: Sought): WaitingText[] => {
  const written = [heading, text, summary].filter((one) => Object.keys(one).length > 0);
  return waitingIn({ kind: 'passage', id }, written, originalOf(heading) ? heading : text, sought);
};

const ofContribution = (one: Contribution, translated: Texts | undefined, sought: Sought): WaitingText[] => {
  const texts = withOriginal(one, translated);
  return waitingIn({ kind: 'contribution', id: one.id }, [texts], texts, sought);
};

const ofAnswers = (answers: ReadonlyMap<PassageId, PublicAnswer[]>, sought: Sought): WaitingText[] =>
  [...answers].flatMap(([passage, said]) =>
    said.flatMap(({ addressee: { id }, given }) =>
      given ? waitingIn({ kind: 'answer', id, passage }, [given.why], given.why, sought) : [],
    ),
  );

/** Replies are many and soon over: only those that a reader asks for are wanted, in the language that she asked for. */
const repliesAsked = async (world: World, id: ConsultationId, sought: Sought): Promise<WaitingText[]> => {
  const names = new Set([...sought.asked.keys()].map((what) => what.slice(0, what.lastIndexOf('#'))));
  const found = await Promise.all(
    [...names].map(async (name) => {
      const [target, root, which] = name.split('/') as [Target, ReplyId?, ReplyId?];
      if (!root || !which) return [];
      const reply = await replyAsIs(world, id, { target, root, id: which });
      if (!reply || !isRanked(reply.state)) return [];
      const texts = withOriginal(reply, reply.translations);
      const of = { kind: 'reply', id: which, target, root } as const;
      return waitingIn(of, [texts], texts, { ...sought, languages: [] }, name);
    }),
  );
  return found.flat();
};

/** What waits for a translation here, the most important first, one page of it. */
export const translationList = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  { language, from }: { language: Language | undefined; from: number },
): Promise<TranslationList> => {
  const consultation = await readableConsultation(world, actor, id);
  requireOffice(actor, 'translate', consultation.place);
  const [{ passages, contributions }, known, asked, answers] = await Promise.all([
    currentItems(world, id),
    listTranslations(world, id),
    countAsked(world, id),
    answersByPassage(world, consultation),
  ]);
  const sought = { languages: consultation.languages, into: language, asked };
  const translated = new Map(known.map((one) => [one.contribution, one.texts]));
  const suggestions = [...contributions.values()].filter(({ state, merged }) => isRanked(state) && !merged);
  const waiting = byImportance([
    ...[...passages.values()].toSorted((a, b) => a.position - b.position).flatMap((one) => ofPassage(one, sought)),
    ...ofAnswers(answers, sought),
    ...suggestions.flatMap((one) => ofContribution(one, translated.get(one.id), sought)),
    ...(await repliesAsked(world, id, sought)),
  ]);
  const [first, end] = [Math.min(from, waiting.length), from + PAGE];
  return {
    waiting: waiting.slice(first, end),
    from: first,
    total: waiting.length,
    ...(end < waiting.length && { next: end }),
  };
};
