import type { Case } from '#shared/moderation/case.ts';
import type { CaseView } from '#shared/moderation/desk-views.ts';
import { publicWords } from '../contributions/views.ts';
import { contributionAsIs } from '../contributions/moderated.ts';
import { passagesOf } from '../documents/service.ts';
import { wholeThread } from '../replies/service.ts';
import type { World } from '../world.ts';
import type { Found, Words } from './found.ts';

/** What was said so close to it, before and after. */
const NEAR = 4;

type InThread = CaseView['thread'][number];

const shown = (words: Words['is'], isThis: boolean): InThread => {
  const { author, text } = publicWords(words, undefined);
  return { author, at: words.at, text: isThis ? null : text, language: words.language, isThis };
};

const around = <Thing extends { id: string }>(all: readonly Thing[], id: string): Thing[] => {
  const at = all.findIndex((one) => one.id === id);
  return at < 0 ? all.slice(0, NEAR) : all.slice(Math.max(0, at - NEAR), at + NEAR + 1);
};

const aboutPassage = async (world: World, one: Case, id: string | undefined): Promise<CaseView['about']> => {
  const passage = (await passagesOf(world, one.consultation)).find((candidate) => candidate.id === id);
  return passage && { heading: passage.heading, text: passage.text };
};

/** The words in their thread with what was said before and after, and the passage that it is all about. */
export const threadOf = async (
  world: World,
  one: Case,
  found: Found | undefined,
): Promise<Pick<CaseView, 'thread' | 'about'>> => {
  const withAbout = async (thread: InThread[], id: string | undefined) => {
    const about = await aboutPassage(world, one, id);
    return { thread, ...(about && { about }) };
  };
  if (found?.subject === 'translation') return withAbout([], found.passage.id);
  const words = found?.subject === 'words' ? found.words : found?.bearing[0];
  if (!words) return { thread: [] };
  if (words.kind === 'contribution') {
    const replies = (await wholeThread(world, words.is.id)).slice(0, NEAR);
    const thread = [shown(words.is, true), ...replies.map((reply) => shown(reply, false))];
    return withAbout(thread, words.is.passage);
  }
  const { target, id } = words.is;
  const replies = (await wholeThread(world, target)).sort((a, b) => (a.at < b.at ? -1 : 1));
  const thread = around(replies, id).map((reply) => shown(reply, reply.id === id));
  const under = target.startsWith('ctr_')
    ? await contributionAsIs(world, one.consultation, target as `ctr_${string}`)
    : undefined;
  return withAbout(under ? [shown(under, false), ...thread] : thread, under?.passage ?? target);
};
