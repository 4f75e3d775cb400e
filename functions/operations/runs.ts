import { JobRun, MailStanding, StorageStanding } from '#shared/operations/schema.ts';
import type { Job } from '#shared/operations/rules.ts';
import type { Instant } from '#shared/time.ts';
import { findNote, noteDown } from '../limits/notes.ts';
import type { World } from '../world.ts';

const ofRun = (job: Job): string => `run:${job}`;

export const noteBeginning = (world: World, job: Job, began: Instant): Promise<void> =>
  noteDown(world, ofRun(job), { job, began });

type End = { ended: Instant; outcome: NonNullable<JobRun['outcome']>; code?: string | undefined };

export const noteEnd = (world: World, job: Job, { ended, outcome, code }: End): Promise<void> =>
  noteDown(world, ofRun(job), { ended, outcome, code, ...(outcome === 'good' && { good: ended }) });

export const findRun = async (world: World, job: Job): Promise<JobRun | undefined> => {
  const note = await findNote(world, ofRun(job));
  return note && JobRun.parse(note);
};

/** What jobs have counted, each in the place of what was counted before. */
export const noteMails = (world: World, mails: MailStanding): Promise<void> => noteDown(world, 'standing:mails', mails);
export const noteStorage = (world: World, storage: StorageStanding): Promise<void> =>
  noteDown(world, 'standing:storage', storage);

export const findMails = async (world: World): Promise<MailStanding | undefined> => {
  const note = await findNote(world, 'standing:mails');
  return note && MailStanding.parse(note);
};
export const findStorage = async (world: World): Promise<StorageStanding | undefined> => {
  const note = await findNote(world, 'standing:storage');
  return note && StorageStanding.parse(note);
};
