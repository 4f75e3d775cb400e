import { PREFER_NOT_TO_SAY } from '#shared/ballots/rules.ts';
import type { Vote } from '#shared/ballots/schema.ts';
import { castVotes } from '../ballots/service.ts';
import { sayBelonging } from '../ballots/belonging.ts';
import { dealCards } from '../ballots/deck.ts';
import type { Actor } from '../participants/actor.ts';
import { withDrawnBytes } from './clockwork.ts';
import { drawFrom, pick } from './draw.ts';
import type { Scene } from './scene.ts';
import { choose, patience, type Draw } from './model.ts';
import { actorFor, type Resident } from './residents.ts';
import type { Camp } from './model.ts';

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
  await answerAboutBelonging(scene, resident, actor, draw);
};

/** Most of the few say that they belong to a group it is about; of the others hardly anybody does, and most say nothing. */
const BELONGS: Record<Camp, number> = { first: 0.12, second: 0.08, few: 0.94 };
const ANSWERS_NOTHING = 0.75;

const answerAboutBelonging = async (
  { past, consultation }: Scene,
  { camp }: Resident,
  actor: Actor,
  draw: Draw,
): Promise<void> => {
  const { belonging } = consultation;
  if (!belonging) return;
  const belongs = draw() < BELONGS[camp];
  if (!belongs && draw() < ANSWERS_NOTHING) return;
  const answers = [belongs ? pick(belonging.answers, draw).key : PREFER_NOT_TO_SAY];
  await sayBelonging(past.world, actor, consultation.id, { version: belonging.version, consent: true, answers });
};
