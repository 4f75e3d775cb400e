import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Short to read and long to run, the longest first. A file that is not named here takes less than half a minute. */
const LONGEST = [
  'web/axe-en.test.ts',
  'web/axe-ar.test.ts',
  'web/server-and-client.test.ts',
  'api/authorisation.test.ts',
  'journeys/solmira.test.ts',
  'town/town.test.ts',
];

const turn = ({ moduleId }: TestSpecification): number => {
  const place = LONGEST.findIndex((name) => moduleId.endsWith(`/test/${name}`));
  return place < 0 ? LONGEST.length : place;
};

/**
 * A long file at the end keeps one worker busy while the other has nothing left to do. On a machine that has not run
 * the tests yet, vitest knows only how many letters each file has.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => turn(a) - turn(b));
  }
}
