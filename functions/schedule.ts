import { z } from 'zod';
import { writingWorld } from './aws-world.ts';
import { announceResults } from './jobs/announce-results.ts';
import { endRetention } from './jobs/end-retention.ts';
import { recountConsultations } from './jobs/recount-consultations.ts';
import { sendMails } from './jobs/send-mails.ts';
import { inTurn } from './jobs/turns.ts';

const world = writingWorld();

const JOBS = {
  recount: () => recountConsultations(world),
  mail: () => announceResults(world).then(() => sendMails(world)),
  retention: () => endRetention(world),
};
const Tick = z.object({ job: z.enum(['recount', 'mail', 'retention']) });

/** Lambda entry of the clock: one tick is one job. */
export const handler = async (
  event: unknown,
  { getRemainingTimeInMillis }: { getRemainingTimeInMillis: () => number },
) => {
  const { job } = Tick.parse(event);
  await inTurn(world, job, getRemainingTimeInMillis(), JOBS[job]);
};
