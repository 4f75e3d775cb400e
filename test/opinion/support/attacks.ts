import type { Item, PackedBallots } from '#shared/opinion/packed.ts';
import type { Random } from '#shared/opinion/random.ts';
import { packed, unpacked, type About, type Ballot } from './packing.ts';

/** A conversation under attack: ballots to change freely, with what is known about each. */
export type Scene = { items: Item[]; ballots: Ballot[]; about: About[] };

/** What an attacker is after: an item to push up, and the honest top ten to push down. */
type Aim = { target: number; top: readonly number[]; share: number; random: Random };

export type Attack = (scene: Scene, aim: Aim) => Scene;

const open = 0;
const handed = 1;
/** Votes that a ballot needs to help form groups. */
const enough = 7;

/** Honest ballots through the doors the scene gives them: every `handedOut`th by a mediator's card, the rest open. */
export function sceneOf(items: readonly Item[], ballots: PackedBallots, handedOut: number): Scene {
  const rows = unpacked(ballots);
  return {
    items: [...items],
    ballots: rows,
    about: rows.map((_, row) => ({ door: row % 4 < handedOut ? handed : open })),
  };
}

export function packedScene({ items, ballots, about }: Scene): PackedBallots {
  return packed(ballots, items.length, (row) => about[row]!);
}

function withHostile(scene: Scene, { share }: Aim, hostile: (nth: number) => { ballot: Ballot; about: About }): Scene {
  const more = Array.from({ length: Math.round(share * scene.ballots.length) }, (_, nth) => hostile(nth));
  return {
    items: scene.items,
    ballots: [...scene.ballots, ...more.map((one) => one.ballot)],
    about: [...scene.about, ...more.map((one) => one.about)],
  };
}

const byItem = (ballot: Ballot): Ballot => ballot.toSorted((a, b) => a[0] - b[0]);
const withVote = (ballot: Ballot, item: number, choice: number): Ballot =>
  byItem([...ballot.filter(([other]) => other !== item), [item, choice]]);

/** An honest-looking ballot: a real one's cards and leanings, some votes (one in ten) left to chance. */
function camouflage({ ballots }: Scene, random: Random, fewest = 1, noise = 0.1): Ballot {
  const real = ballots.filter((ballot) => ballot.length >= fewest);
  const one = real[random.below(real.length)]!;
  return one.map(([item, choice]) => (random.next() < noise ? [item, random.below(3) - 1] : [item, choice]));
}

/** The same ballot everywhere: for the target, against the whole top ten. By link, or on cards it was dealt. */
const lockstep =
  (linked: boolean): Attack =>
  (scene, aim) => {
    const votes: [number, number][] = aim.top.filter((item) => item !== aim.target).map((item) => [item, -1]);
    const ballot = byItem([...votes, [aim.target, 1]]);
    const reached = linked ? { linked: ballot.map(([item]) => item) } : {};
    return withHostile(scene, aim, () => ({ ballot, about: { door: open, ...reached } }));
  };

/** A link that was passed around: one vote each. */
const sharedLink: Attack = (scene, aim) =>
  withHostile(scene, aim, () => ({ ballot: [[aim.target, 1]], about: { door: open, linked: [aim.target] } }));

/** Plays like everybody, and votes for the target when it happens to be dealt. */
const honestExposure =
  (noise: number): Attack =>
  (scene, aim) =>
    withHostile(scene, aim, () => {
      const ballot = camouflage(scene, aim.random, 1, noise);
      const dealt = ballot.some(([item]) => item === aim.target);
      return { ballot: dealt ? withVote(ballot, aim.target, 1) : ballot, about: { door: open } };
    });

/** Plays like everybody until the target is dealt. */
const waits: Attack = (scene, aim) =>
  withHostile(scene, aim, () => ({
    ballot: withVote(camouflage(scene, aim.random, enough), aim.target, 1),
    about: { door: open },
  }));

/** Throws cards and sessions away until the target comes early, votes seven times and starts again. */
const discards: Attack = (scene, aim) =>
  withHostile(scene, aim, () => {
    const cards = camouflage(scene, aim.random, enough).filter(([item]) => item !== aim.target);
    while (cards.length > 6) (cards as unknown[]).splice(aim.random.below(cards.length), 1);
    return { ballot: withVote(cards, aim.target, 1), about: { door: open } };
  });

/** Submits a suggestion late, which a dozen others meet and mostly dislike, and waits for it. */
const ownSuggestion: Attack = (scene, aim) => {
  const target = scene.items.length;
  const items: Item[] = [...scene.items, { id: 'zz late', language: 'en', kind: 'suggestion' }];
  const ballots = [...scene.ballots];
  for (let nth = 0; nth < 12; nth++) {
    const row = aim.random.below(ballots.length);
    ballots[row] = withVote(ballots[row]!, target, nth < 4 ? 1 : -1);
  }
  return waits({ items, ballots, about: scene.about }, { ...aim, target });
};

/** Waits for the target, with a handed card for every fourth ballot. */
const mixesDoors: Attack = (scene, aim) => {
  const after = waits(scene, aim);
  return {
    ...after,
    about: after.about.map((about, row) => (row >= scene.ballots.length && row % 4 === 0 ? { door: handed } : about)),
  };
};

/** Plays like everybody and votes against whichever of the top ten is dealt. */
const demotion: Attack = (scene, aim) =>
  withHostile(scene, aim, () => ({
    ballot: camouflage(scene, aim.random).map(([item, choice]) =>
      aim.top.includes(item) ? [item, -1] : [item, choice],
    ),
    about: { door: open },
  }));

/** The attack suite. What it reaches, and what is promised, stands in shared/opinion/README.md. */
export const attacks: Readonly<Record<string, Attack>> = {
  'lockstep by link': lockstep(true),
  'lockstep on dealt cards': lockstep(false),
  'shared link, one vote': sharedLink,
  'promotion, honest exposure': honestExposure(0.1),
  'the same, a third of each copy left to chance': honestExposure(1 / 3),
  'knows the rules: waits': waits,
  'knows the rules: discards': discards,
  'knows the rules: own late suggestion': ownSuggestion,
  'knows the rules: mixes doors': mixesDoors,
  'demotion, camouflaged': demotion,
};

/**
 * People who honestly think alike, each in their own way: nine votes in ten follow one profile, on as many cards as
 * other people with so many votes at least, dealt by chance as often as the others' were.
 */
export function withHonestBlock(scene: Scene, share: number, random: Random, fewest = enough): Scene {
  const profile = scene.items.map(() => (random.next() < 0.5 ? 1 : -1));
  const dealt = scene.ballots.flatMap((ballot) => ballot.map(([item]) => item));
  return withHostile(scene, { target: 0, top: [], share, random }, () => {
    const cards = new Set<number>();
    const { length } = camouflage(scene, random, fewest);
    while (cards.size < length) cards.add(dealt[random.below(dealt.length)]!);
    const votes = [...cards].map((item): [number, number] => [
      item,
      random.next() < 0.9 ? profile[item]! : random.below(3) - 1,
    ]);
    return { ballot: byItem(votes), about: { door: open } };
  });
}
