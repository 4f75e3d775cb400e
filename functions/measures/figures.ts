import type { LineFacts } from '#shared/answers/line.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import { isFinished, measureStanding } from '#shared/measures/rules.ts';
import { nowIn, type World } from '../world.ts';
import { measuresIn } from './store.ts';

/** How many measures there are, and how they stand on the clocks of the place. */
export const measureFigures = async (
  world: World,
  consultation: ConsultationId,
  timeZone: string,
): Promise<LineFacts['measures']> => {
  const measures = await measuresIn(world, consultation);
  return {
    planned: measures.length,
    finished: measures.filter(({ state }) => isFinished(state)).length,
    late: measures.filter((one) => measureStanding(one, nowIn(world), timeZone) === 'late').length,
  };
};
