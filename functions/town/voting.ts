import type { Vote } from '#shared/ballots/schema.ts';
import { castVotes } from '../ballots/service.ts';
import { dealCards } from '../ballots/deck.ts';
import { withDrawnBytes } from './clockwork.ts';
import { drawFrom } from './draw.ts';
import type { Scene } from './history.ts';
import { choose, patience } from './model.ts';
import { actorFor, type Resident } from './residents.ts';

/** The chance that she has an opinion on a passage at all. */
const ANSWERS_PASSAGE = 0.92;

/** One resident's sitting: the passages, then the cards that the deck deals her, as the written model says. */
export const voteAsModelled = async (scene: Scene, resident: Resident): Promise<void> => {
  const { past, consultation, consentVersion, passages, stances } = scene;
  const seed = scene.seed * 1000 + resident.number;
  const draw = drawFrom(seed);
  const actor = await actorFor(past.world, consultation.id, consentVersion, resident);
  const number = past.world.clock();
  const votes: Vote[] = passages
    .filter(() => draw() < ANSWERS_PASSAGE)
    .map(({ item }) => ({ item, choice: choose(stances.get(item) ?? 'unclear', resident.camp, draw) }));
  if (votes.length > 0) await castVotes(past.world, actor, consultation.id, { number, votes });
  const { cards } = await dealCards(withDrawnBytes(past.world, seed), actor, consultation.id, {
    count: patience(draw),
    not: [],
  });
  const answers = cards.map(({ item, id, deal }): Vote => ({
    item,
    deal,
    choice: choose(stances.get(id) ?? 'unclear', resident.camp, draw),
  }));
  if (answers.length > 0) {
    await castVotes(past.world, actor, consultation.id, { number: number + 1, votes: answers });
  }
};
