import type { Consultation } from '#shared/consultations/schema.ts';
import type { ContributionId } from '#shared/contributions/schema.ts';
import type { PassageId } from '#shared/documents/schema.ts';
import { coverageOf, type Voice } from '#shared/versions/coverage.ts';
import type { CoverageCounts } from '#shared/versions/views.ts';
import type { LastCount } from '../opinion/service.ts';
import { candidatesIn } from '../suggestions/filtering.ts';
import { answeredIn, citationsOf } from '../versions/citing.ts';
import type { World } from '../world.ts';

/** A group wants something for certain when more than half of it does, at the lower end of what is believable. */
const WANTED = 0.5;

const voicesIn = (counted: LastCount['counted'] | undefined): Voice[] =>
  (counted ? candidatesIn(counted, 'all') : []).map(({ id, language, passage, figure }) => ({
    id: id as ContributionId,
    language,
    passage: passage as PassageId | undefined,
    rank: figure?.rank ?? undefined,
    groups: Object.entries(figure?.groups ?? {})
      .filter(([, { low }]) => low > WANTED)
      .map(([label]) => label),
  }));

/** What published versions cite and drafters have answered, and what is left, among all that was counted. */
export const coverageAt = async (
  world: World,
  { id }: Consultation,
  counted: LastCount['counted'] | undefined,
): Promise<CoverageCounts> => {
  const [cited, answered] = await Promise.all([citationsOf(world, id), answeredIn(world, id)]);
  const { left, ...counts } = coverageOf(voicesIn(counted), new Set(cited.keys()), answered);
  return { ...counts, left: left.length };
};
