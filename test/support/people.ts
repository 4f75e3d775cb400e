import type { Passage } from '#shared/documents/schema.ts';
import { Refused, aResident, type Resident } from './resident.ts';
import type { TestWorld } from './world.ts';

/** Somebody who speaks to this process of the platform. */
export const someoneIn = (world: TestWorld): Resident => aResident((path, init) => world.app.request(path, init));

/** Somebody who has agreed to take part in this consultation. */
export const aParticipant = async (
  world: TestWorld,
  consultation: { id: string },
  given: Parameters<Resident['join']>[1] = {},
): Promise<Resident> => {
  const person = someoneIn(world);
  await person.join(consultation.id, given);
  return person;
};

export const participants = (world: TestWorld, consultation: { id: string }, count: number): Promise<Resident[]> =>
  Promise.all(Array.from({ length: count }, () => aParticipant(world, consultation)));

/** The code of the problem that an act was refused with; 'done' when it was not. */
export const refusalOf = async (act: Promise<unknown>): Promise<string> => {
  try {
    await act;
    return 'done';
  } catch (error) {
    if (error instanceof Refused) return error.problem.code;
    throw error;
  }
};

export const firstItem = (passages: readonly Passage[]): number => {
  const item = passages[0]?.item;
  if (item === undefined) throw new Error('There is no passage.');
  return item;
};
