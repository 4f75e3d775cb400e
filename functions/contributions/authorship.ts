import type { ConsultationId } from '#shared/consultations/schema.ts';
import { Contribution } from '#shared/contributions/schema.ts';
import { Reply } from '#shared/replies/schema.ts';
import { everyPassageOf } from '../documents/service.ts';
import { eraseReply, wholeThread } from '../replies/service.ts';
import { queryAll } from '../storage/table.ts';
import type { World } from '../world.ts';
import { currentItems } from './items.ts';
import { eraseContribution } from './service.ts';

/** Everything written under one pseudonym, newest first. */
export const wordsOf = async (
  world: World,
  pseudonym: string,
): Promise<{ contributions: Contribution[]; replies: Reply[] }> => {
  const items = await queryAll(world.storage, 'records', { index: 'byAuthor', pk: pseudonym, order: 'backward' });
  return {
    contributions: items.filter((item) => item.sk.startsWith('ctr#')).map((item) => Contribution.parse(item)),
    replies: items.filter((item) => String(item.id).startsWith('rpl_')).map((item) => Reply.parse(item)),
  };
};

/** Takes every word of a pseudonym out of the lists and threads, and the pseudonym with them. */
export const eraseWordsOf = async (world: World, pseudonym: string): Promise<void> => {
  const { contributions, replies } = await wordsOf(world, pseudonym);
  for (const contribution of contributions) await eraseContribution(world, contribution);
  for (const reply of replies) await eraseReply(world, reply);
};

/** Everybody, by pseudonym, who wrote in a consultation. */
export const authorsIn = async (world: World, consultation: ConsultationId): Promise<Set<string>> => {
  const [{ contributions }, passages] = await Promise.all([
    currentItems(world, consultation),
    everyPassageOf(world, consultation),
  ]);
  const cards = [...contributions.values()];
  const targets = [...passages.map(({ id }) => id), ...cards.map(({ id }) => id)];
  const authors = new Set(cards.map(({ by }) => by));
  for (const target of targets) for (const { by } of await wholeThread(world, target)) authors.add(by);
  return authors;
};
