import { DAY, HOUR, later } from '#shared/time.ts';
import { tellAuthorsIn } from '../answers/telling.ts';
import { forgetTold, wordsToTell } from '../answers/to-tell.ts';
import { nowIn, type World } from '../world.ts';

/** What is done in one sitting is told in one mail, so it waits until nothing has come for so long … */
const PAUSE = HOUR;
/** … but no longer than this. */
const LONGEST = DAY;

/** Tells those who spoke what became of their words. The marks go last: killed in between, each mail is still one. */
export const tellAuthors = async (world: World): Promise<number> => {
  const now = nowIn(world);
  let queued = 0;
  for (const [consultation, told] of Map.groupBy(await wordsToTell(world), (one) => one.consultation)) {
    const waiting = told.toSorted((a, b) => (a.at < b.at ? -1 : 1));
    const [first, last] = [waiting[0]!, waiting.at(-1)!];
    if (last.at > later(now, -PAUSE) && first.at > later(now, -LONGEST)) continue;
    queued += await tellAuthorsIn(world, consultation, waiting);
    for (const one of waiting) await forgetTold(world, one);
  }
  return queued;
};
