import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recountIfDue } from '#functions/opinion/recount.ts';
import { keys } from '#functions/storage/keys.ts';
import { query } from '#functions/storage/table.ts';
import type { Choice } from '#shared/ballots/rules.ts';
import type { DeskSuggestion, SuggestionsPage, SuggestionView } from '#shared/suggestions/views.ts';
import type { PublicContribution } from '#shared/contributions/schema.ts';
import { EDIT_TIME } from '#shared/contributions/rules.ts';
import { DAY, MINUTE } from '#shared/time.ts';
import { aConsultation, aStaffMember, type TestConsultation } from '#test/support/builders.ts';
import { countNow } from '#test/support/count.ts';
import { aParticipant, participants, refusalOf, someoneIn } from '#test/support/people.ts';
import type { Resident } from '#test/support/resident.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

type Said = Map<string, Choice>;
type Scene = TestConsultation & {
  drafter: Resident;
  cards: PublicContribution[];
  people: { who: Resident; said: Said }[];
};

const drafterIn = async ({ place }: TestConsultation): Promise<Resident> => {
  const person = someoneIn(world);
  person.useCookie(`__Host-session=${(await aStaffMember(world, place, 'drafter')).token}`);
  return person;
};

/** Suggestions of one author, and people who were dealt all of them. */
const aScene = async (cards: number, people: number): Promise<Scene> => {
  const made = await aConsultation(world);
  const author = await aParticipant(world, made.consultation);
  const written: PublicContribution[] = [];
  for (let i = 0; i < cards; i++) written.push(await author.suggest(made.consultation.id, `Idea ${i}`));
  world.pass(EDIT_TIME + 1);
  const voters = await participants(world, made.consultation, people);
  return {
    ...made,
    drafter: await drafterIn(made),
    cards: written,
    people: voters.map((who) => ({ who, said: new Map() })),
  };
};

/** Votes on whatever the deck deals; `chance` says what. */
const voteOnDeck = async ({ consultation, people }: Scene, chance: () => Choice | undefined): Promise<void> => {
  for (const { who, said } of people) {
    const { cards } = await who.deck(consultation.id, 20);
    const votes = cards.flatMap(({ id, item, deal }) => {
      const choice = chance();
      if (!choice) return [];
      said.set(id, choice);
      return [{ item, choice, deal }];
    });
    if (votes.length > 0) await who.cast(consultation.id, votes);
  }
};

const at = ({ consultation }: TestConsultation, rest = '') => `/consultations/${consultation.id}/suggestions${rest}`;
const look = (scene: Scene, { id }: { id: string }) => scene.drafter.ask<SuggestionView>('GET', at(scene, `/${id}`));
const merge = async (scene: Scene, one: { id: string }, into: { id: string }): Promise<void> => {
  const { version } = await look(scene, one);
  await scene.drafter.ask('PUT', at(scene, `/${one.id}/merge`), { into: into.id, version });
};
const takeApart = async (scene: Scene, one: { id: string }): Promise<void> => {
  const { version } = await look(scene, one);
  await scene.drafter.ask('DELETE', at(scene, `/${one.id}/merge?version=${version}`));
};

/** The rule, once more by hand: her vote on the one that stands, else what those merged into it agree on, else a pass. */
const byHand = ({ people, cards }: Scene, into: ReadonlyMap<string, string>) => {
  const end = (id: string): string => (into.has(id) ? end(into.get(id) ?? '') : id);
  const tallies = new Map<string, { agree: number; disagree: number; pass: number }>();
  for (const { said } of people) {
    for (const { id } of cards.filter((card) => !into.has(card.id))) {
      const parts = [...said].filter(([other]) => other !== id && end(other) === id).map(([, choice]) => choice);
      const sides = new Set(parts.filter((choice) => choice !== 'pass'));
      const choice = said.get(id) ?? (parts.length === 0 ? undefined : sides.size === 1 ? [...sides][0] : 'pass');
      if (!choice || choice === 'withdrawn') continue;
      const tally = tallies.get(id) ?? { agree: 0, disagree: 0, pass: 0 };
      tally[choice]++;
      tallies.set(id, tally);
    }
  }
  return tallies;
};

const counted = async (scene: Scene) => {
  const byItem = new Map(scene.cards.map(({ item, id }) => [item, id]));
  const { items } = await countNow(world, scene.consultation.id);
  return new Map(
    items.flatMap(({ item, dealt }) => {
      const id = byItem.get(item);
      return id && dealt.agree + dealt.disagree + dealt.pass > 0 ? [[id, dealt] as const] : [];
    }),
  );
};

describe('to everybody who votes', () => {
  test('whatever is merged and taken apart again, votes equal an independent count, and nobody counts twice', async () => {
    const scene = await aScene(6, 8);
    const choices: (Choice | undefined)[] = ['agree', 'disagree', 'pass', undefined];
    let dice = 11;
    await voteOnDeck(scene, () => choices[(dice = (dice * 48_271) % 2_147_483_647) % 4]);
    const before = await counted(scene);
    expect(before).toEqual(byHand(scene, new Map()));
    const pairs = fc.tuple(fc.nat(5), fc.nat(5));
    await fc.assert(
      fc.asyncProperty(fc.array(pairs, { minLength: 1, maxLength: 7 }), async (wanted) => {
        const into = new Map<string, string>();
        for (const [a, b] of wanted) {
          const [one, standing] = [scene.cards[a], scene.cards[b]];
          if (!one || !standing) continue;
          if ((await refusalOf(merge(scene, one, standing))) === 'done') into.set(one.id, standing.id);
        }
        expect(await counted(scene)).toEqual(byHand(scene, into));
        for (const id of into.keys()) await takeApart(scene, { id });
        expect(await counted(scene)).toEqual(before);
      }),
      { numRuns: 6, seed: 7 },
    );
  });

  test('what was merged is dealt no more, and its page names the one that stands', async () => {
    const scene = await aScene(3, 1);
    const [one, other] = scene.cards as [PublicContribution, PublicContribution];
    await merge(scene, one, other);
    const voter = scene.people[0]?.who;
    const dealt = await voter?.deck(scene.consultation.id, 20);
    expect(dealt?.cards.map(({ id }) => id).toSorted()).toEqual(
      scene.cards
        .slice(1)
        .map(({ id }) => id)
        .toSorted(),
    );
    const read = await someoneIn(world).ask<PublicContribution>(
      'GET',
      `/consultations/${scene.consultation.id}/contributions/${one.id}`,
    );
    expect(read).toMatchObject({ text: 'Idea 0', merged: other.id });
  });

  test('when the one that stands is taken back, the others stand for themselves again', async () => {
    const made = await aConsultation(world);
    const [mine, hers] = await Promise.all([
      aParticipant(world, made.consultation),
      aParticipant(world, made.consultation),
    ]);
    const cards = [await mine.suggest(made.consultation.id, 'A'), await hers.suggest(made.consultation.id, 'B')];
    world.pass(EDIT_TIME + 1);
    const voter = await aParticipant(world, made.consultation);
    const scene: Scene = { ...made, drafter: await drafterIn(made), cards, people: [{ who: voter, said: new Map() }] };
    await voteOnDeck(scene, () => 'agree');
    const [one, standing] = cards as [PublicContribution, PublicContribution];
    await merge(scene, one, standing);
    expect([...(await counted(scene)).keys()]).toEqual([standing.id]);
    await hers.ask('DELETE', `/consultations/${made.consultation.id}/contributions/${standing.id}`);
    expect([...(await counted(scene)).keys()]).toEqual([one.id]);
  });
});

describe('to drafters', () => {
  test('a merge makes no circle and no chain of what is merged already; two at once do not both hold', async () => {
    const scene = await aScene(3, 0);
    const [a, b, c] = scene.cards as [PublicContribution, PublicContribution, PublicContribution];
    await merge(scene, a, b);
    expect(await refusalOf(merge(scene, b, a))).toBe('already-merged');
    expect(await refusalOf(merge(scene, a, c))).toBe('already-merged');
    expect(await refusalOf(merge(scene, c, c))).toBe('already-merged');
    await takeApart(scene, a);
    expect(await refusalOf(takeApart(scene, a))).toBe('not-merged');
    const outcomes = await Promise.all([refusalOf(merge(scene, a, b)), refusalOf(merge(scene, b, a))]);
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
  });

  test('two merges of the same moment make no circle, however slowly one of them is written', async () => {
    const scene = await aScene(2, 0);
    const [a, b] = scene.cards as [PublicContribution, PublicContribution];
    const slow = world.beside();
    const { documents } = slow.storage;
    const [written, letGo] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const send = async (command: { input: { TransactItems?: unknown } }) => {
      if (command.input.TransactItems) {
        written.resolve();
        await letGo.promise;
      }
      return documents.send(command as never);
    };
    slow.storage = { ...slow.storage, documents: { send } as never };
    const drafter = someoneIn(slow);
    drafter.useCookie(scene.drafter.cookie());
    const late = refusalOf(merge({ ...scene, drafter }, a, b));
    await written.promise;
    await merge(scene, b, a);
    letGo.resolve();
    expect(await late).toBe('changed-meanwhile');
  });

  test('each merge and its end is a line of the ledger', async () => {
    const scene = await aScene(2, 0);
    const [a, b] = scene.cards as [PublicContribution, PublicContribution];
    await merge(scene, a, b);
    world.pass(1);
    await takeApart(scene, a);
    const { items } = await query(world.storage, 'records', { pk: keys.ledger(scene.place.id, '').pk });
    const acts = items.filter(({ subject }) => subject === a.id).map(({ act, why }) => [act, why]);
    expect(acts).toEqual([
      ['merge-suggestion', b.id],
      ['undo-merge', b.id],
    ]);
  });

  test('after voting has ended, a merge alone brings a new count to the desk; while people vote it does not', async () => {
    const scene = await aScene(2, 4);
    await voteOnDeck(scene, () => 'agree');
    const { consultation } = scene;
    await recountIfDue(world, consultation);
    world.setClock(consultation.stages.find(({ phase }) => phase === 'drafting')?.from ?? '');
    world.pass(MINUTE);
    await recountIfDue(world, consultation);
    world.pass(DAY);
    expect(await recountIfDue(world, consultation)).toBeUndefined();
    const [a, b] = scene.cards as [PublicContribution, PublicContribution];
    const later = { ...scene, drafter: await drafterIn(scene) };
    await merge(later, a, b);
    world.pass(MINUTE);
    expect(await recountIfDue(world, consultation, 0)).toBeDefined();
    const { rows } = await later.drafter.ask<SuggestionsPage>('GET', at(scene));
    expect(rows.map(({ contribution, standsFor }: DeskSuggestion) => [contribution.id, standsFor])).toEqual([
      [b.id, 1],
    ]);
  });
});
