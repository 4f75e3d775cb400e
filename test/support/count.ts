import { packBallots } from '#functions/ballots/packing.ts';
import { consultationOf } from '#functions/consultations/service.ts';
import { currentItems } from '#functions/contributions/items.ts';
import { recount, recountIfDue } from '#functions/opinion/recount.ts';
import type { Counted } from '#functions/opinion/store.ts';
import type { World } from '#functions/world.ts';
import type { Choice } from '#shared/ballots/rules.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { ResultsView } from '#shared/consultations/views.ts';
import type { TestWorld } from './world.ts';
import { aStaffMember, type TestConsultation } from './builders.ts';
import { someoneIn } from './people.ts';

export type Tallies = Record<number, { agree: number; disagree: number; pass: number }>;

/** What residents said, counted by the test itself: one entry of `ballots` for each person, item by item. */
export const countByHand = (ballots: Iterable<ReadonlyMap<number, Choice>>): Tallies => {
  const tallies: Tallies = {};
  for (const ballot of ballots) {
    for (const [item, choice] of ballot) {
      if (choice === 'withdrawn') continue;
      const tally = (tallies[item] ??= { agree: 0, disagree: 0, pass: 0 });
      tally[choice]++;
    }
  }
  return tallies;
};

export const talliesIn = (results: ResultsView, way: 'dealt' | 'linked' = 'dealt'): Tallies =>
  Object.fromEntries(
    results.rows
      .map((row) => [row.item, row[way]] as const)
      .filter(([, { agree, disagree, pass }]) => agree + disagree + pass > 0),
  );

const SIDES = ['agree', 'disagree', 'pass'] as const;

/** What was counted, by the items' numbers in the ballots: votes as cast. */
const talliesOf = async (world: World, id: ConsultationId, { snapshot }: Counted) => {
  const { passages, contributions } = await currentItems(world, id);
  const all = [...passages.values(), ...contributions.values()];
  return snapshot.items
    .map(({ id: which, doors, linked, seenIn }) => {
      const cast = Object.values(doors);
      const [agree = 0, disagree = 0, pass = 0] = SIDES.map((side) => cast.reduce((sum, door) => sum + door[side], 0));
      const item = all.find((one) => one.id === which)?.item ?? 0;
      return { item, dealt: { agree, disagree, pass }, linked, imported: doors.imported, seenIn };
    })
    .sort((a, b) => a.item - b.item);
};

/** The votes that stand in the ballots on items of these numbers, whether or not they are shown and counted today. */
export const votesKept = async (world: World, id: ConsultationId, numbers: readonly number[]): Promise<Tallies> => {
  const { ballots } = await packBallots(world, id, numbers);
  const kept: Tallies = Object.fromEntries(numbers.map((number) => [number, { agree: 0, disagree: 0, pass: 0 }]));
  ballots.item.forEach((column, vote) => {
    const side = (['disagree', 'pass', 'agree'] as const)[(ballots.choice[vote] ?? 0) + 1];
    const tally = kept[numbers[column] ?? 0];
    if (tally && side) tally[side]++;
  });
  return kept;
};

/** A recount made now, whether one is due or not, and stored nowhere. */
export const countNow = async (world: World, id: ConsultationId) => {
  const { header, counted } = await recount(world, await consultationOf(world, id), undefined, undefined);
  return { ballots: header.ballots, items: await talliesOf(world, id, counted) };
};

/** Waits in the test's clock until deliberation has ended, recounts, and reads what everybody can read. */
export const publishedResult = async (world: TestWorld, { consultation }: TestConsultation): Promise<ResultsView> => {
  const end = consultation.stages.find(({ phase }) => phase === 'drafting')?.from ?? '';
  if (world.now() < end) world.setClock(end);
  world.pass(60_000);
  await recountIfDue(world, await consultationOf(world, consultation.id));
  return someoneIn(world).ask<ResultsView>('GET', `/consultations/${consultation.id}/results`);
};

export const staffResult = async (
  world: TestWorld,
  { place, consultation }: TestConsultation,
): Promise<ResultsView> => {
  const { token } = await aStaffMember(world, place, 'analyst');
  const analyst = someoneIn(world);
  analyst.useCookie(`__Host-session=${token}`);
  return analyst.ask<ResultsView>('GET', `/consultations/${consultation.id}/snapshot`);
};
