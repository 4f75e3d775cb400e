import { importBallot } from '#functions/ballots/imported.ts';
import type { TestConsultation } from './builders.ts';
import type { TestWorld } from './world.ts';

/**
 * Two camps: one agrees with the first half of the passages, the other with the second. The first passage is everybody's,
 * and each person differs from her camp in one of the others.
 */
export const twoCamps = async (
  world: TestWorld,
  { consultation, passages }: TestConsultation,
  people: number,
): Promise<void> => {
  const half = passages.length / 2;
  for (let person = 0; person < people; person++) {
    await importBallot(world, consultation, `import:${person}`, {
      language: person % 3 === 0 ? 'it' : 'en',
      votes: passages.map(({ item }, i) => ({
        item,
        choice:
          i === 0 || (i < half === person % 2 > 0) !== (i === 1 + (person % (passages.length - 1)))
            ? 'agree'
            : 'disagree',
        secondsSinceOpening: 1,
      })),
    });
  }
};
