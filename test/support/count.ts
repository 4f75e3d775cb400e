import { consultationOf } from '#functions/consultations/service.ts';
import { recountIfDue } from '#functions/opinion/recount.ts';
import type { Choice } from '#shared/ballots/rules.ts';
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
