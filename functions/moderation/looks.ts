import type { State } from '#shared/contributions/rules.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { WordsSubject } from '#shared/moderation/schema.ts';
import type { Texts } from '#shared/texts.ts';
import type { Translations } from '#shared/translations/schema.ts';
import { forgetItems } from '../contributions/items.ts';
import {
  contributionChange,
  contributionTranslations,
  contributionTranslationsBack,
  contributionTranslationsTaken,
} from '../contributions/moderated.ts';
import { forgetText } from '../documents/service.ts';
import {
  keptTranslationStep,
  translationChange,
  translationsKept,
  type PassageWording,
} from '../documents/wordings.ts';
import { replyChange } from '../replies/moderated.ts';
import { keys } from '../storage/keys.ts';
import { transact, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';
import type { Case, Look } from '#shared/moderation/case.ts';
import type { Found, Words } from './found.ts';
import { seal, unseal } from './sealing.ts';
import { caseAbout, findCase, removedWordsItem } from './store.ts';
import { aboutNameOf, wordsAt } from './subjects.ts';

/** What a removal took out of the records: it lies encrypted in the case, and nowhere else. */
export type Removed = {
  text?: string;
  name?: string;
  /** What the words said in other languages. */
  translations?: Translations;
  /** The same of a reply. */
  texts?: Texts;
  wording?: PassageWording;
  /** The same as published versions of the text keep it. */
  kept?: { version: number; wording: PassageWording }[];
  names?: { at: WordsSubject; name: string }[];
};

export const removedFrom = async (world: World, one: Pick<Case, 'id'>): Promise<Removed | undefined> => {
  const item = await removedWordsItem(world, one.id);
  return item && (unseal(world, one.id, item.sealed as string) as Removed);
};

const keep = (world: World, { id }: Case, removed: Removed): Step => ({
  table: 'cases',
  put: { ...keys.removedWords(id), sealed: seal(world, id, removed) },
});
const giveBack = ({ id }: Case): Step => ({ table: 'cases', remove: keys.removedWords(id) });

const STATE_OF: Record<Look['visibility'], State> = {
  waiting: 'waiting',
  keep: 'published',
  label: 'published',
  restrict: 'restricted',
  remove: 'withheld',
};

/** The same words with another text, name or state. */
const changed = (
  { kind, is }: Words,
  to: Pick<Words['is'], 'text' | 'state'> & Pick<Partial<Words['is']>, 'name'>,
  look: Pick<Look, 'mark' | 'counterStatement'> = {},
): Step => {
  const { name: _, mark: __, counterStatement: ___, ...rest } = is;
  const more = {
    ...to,
    ...(look.mark && { mark: look.mark }),
    ...(look.counterStatement && { counterStatement: look.counterStatement }),
  };
  return kind === 'contribution'
    ? contributionChange(is, { ...rest, ...more } as typeof is)
    : replyChange(is, { ...rest, ...more } as typeof is);
};

const named = (name: string | undefined) => (name === undefined ? {} : { name });

/** Was the name removed under which they were written? Then they come back without it. */
const isNameless = async (world: World, author: string): Promise<boolean> => {
  const about = await caseAbout(world, aboutNameOf(author));
  return about !== undefined && (await findCase(world, about))?.look.visibility === 'remove';
};

/** Words leave in every language at once, and lie in the case together. */
const takeOut = async (world: World, one: Case, words: Words, held: Removed): Promise<Step[]> => {
  const empty = { text: '–', state: 'withheld' } as const;
  if (words.is.state === 'withheld') return [changed(words, empty), keep(world, one, held)];
  if (words.kind === 'reply') {
    const { translations: texts, ...is } = words.is;
    return [changed({ ...words, is }, empty), keep(world, one, { ...held, ...(texts && { texts }) })];
  }
  const translations = await contributionTranslations(world, words.is.consultation, words.is.id);
  return [
    changed(words, empty),
    keep(world, one, { ...held, ...(translations && { translations }) }),
    contributionTranslationsTaken(words.is, translations),
  ];
};

/** A contribution or a reply. What its author has taken back stays taken back. */
const ofWords = async (
  world: World,
  one: Case,
  words: Words,
  to: Look,
  removed: Removed | undefined,
): Promise<Step[]> => {
  const { text, name, state } = words.is;
  if (state === 'withdrawn' || (state === 'withheld' && removed?.text === undefined)) return [];
  const held: Removed = (state === 'withheld' && removed) || { text, ...named(name) };
  const becomes = STATE_OF[to.visibility];
  if (becomes === 'withheld') return takeOut(world, one, words, held);
  const known = held.name !== undefined && (await isNameless(world, words.is.by)) ? undefined : held.name;
  const back: Words =
    words.kind === 'reply' && held.texts ? { ...words, is: { ...words.is, translations: held.texts } } : words;
  return [
    changed(back, { text: held.text ?? text, state: becomes, ...named(known) }, to),
    giveBack(one),
    ...(held.translations ? [contributionTranslationsBack(words.is.consultation, held.translations)] : []),
  ];
};

const refOf = ({ kind, is }: Words): WordsSubject =>
  kind === 'reply' ? { kind, target: is.target, root: is.root, id: is.id } : { kind, id: is.id };

/** A name goes out of everything that its bearer wrote in the consultation, and comes back where it stood. */
const ofName = async (
  world: World,
  one: Case,
  { bearing }: Extract<Found, { subject: 'name' }>,
  to: Look,
  removed: Removed | undefined,
): Promise<Step[]> => {
  if (to.visibility === 'remove') {
    const names = bearing.map((words) => ({ at: refOf(words), name: words.is.name ?? '' }));
    return [
      keep(world, one, { names }),
      ...bearing.map((words) => changed(words, { text: words.is.text, state: words.is.state }, words.is)),
    ];
  }
  const steps = await Promise.all(
    (removed?.names ?? []).map(async ({ at, name }) => {
      const words = await wordsAt(world, one.consultation, at);
      if (!words || words.is.name !== undefined || words.is.state === 'withdrawn') return [];
      return [changed(words, { text: words.is.text, state: words.is.state, name }, words.is)];
    }),
  );
  return removed ? [giveBack(one), ...steps.flat()] : [];
};

/** A translation goes out of the passage and of every published version of the text, and comes back into each. */
const ofTranslation = async (
  world: World,
  one: Case,
  { passage, language, wording }: Extract<Found, { subject: 'translation' }>,
  to: Look,
  removed: Removed | undefined,
): Promise<Step[]> => {
  const isRemoval = to.visibility === 'remove';
  if (isRemoval ? Object.keys(wording).length === 0 : !removed?.wording) return [];
  const kept = isRemoval ? await translationsKept(world, passage, language) : (removed?.kept ?? []);
  const versions = await Promise.all(
    kept.map((each) => keptTranslationStep(world, passage, language, isRemoval ? { ...each, wording: {} } : each)),
  );
  return isRemoval
    ? [translationChange(passage, language, {}), keep(world, one, { wording, kept }), ...versions.flat()]
    : [translationChange(passage, language, { ...removed?.wording, ...wording }), giveBack(one), ...versions.flat()];
};

/** Everything that has to be written so that the words stand as decided: with the decision itself, or not at all. */
export const lookSteps = async (world: World, one: Case, found: Found, to: Look): Promise<Step[]> => {
  const removed = await removedFrom(world, one);
  if (found.subject === 'words') return ofWords(world, one, found.words, to, removed);
  if (found.subject === 'name') return ofName(world, one, found, to, removed);
  return ofTranslation(world, one, found, to, removed);
};

export const forgetLooks = (world: World, consultation: ConsultationId): void => {
  forgetItems(world, consultation);
  forgetText(world, consultation);
};

/** DynamoDB writes a hundred items at once. A name that stands under more words than this goes in several writes. */
const AT_ONCE = 80;

/** The first steps go with the decision; what is beyond a transaction follows at once. */
export const inOneOrMore = (steps: Step[]): { first: Step[]; then: (world: World) => Promise<void> } => ({
  first: steps.slice(0, AT_ONCE),
  then: async (world) => {
    for (let i = AT_ONCE; i < steps.length; i += AT_ONCE) await transact(world.storage, steps.slice(i, i + AT_ONCE));
  },
});
