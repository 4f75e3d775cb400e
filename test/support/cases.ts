import { findCase } from '#functions/moderation/cases.ts';
import { caseAbout } from '#functions/moderation/store.ts';
import { fingerprintOf } from '#functions/moderation/subjects.ts';
import { tell } from '#functions/moderation/telling.ts';
import type { World } from '#functions/world.ts';
import type { Case } from '#shared/moderation/case.ts';
import type { CaseId, Decide, Notify, Receipt } from '#shared/moderation/schema.ts';
import type { Place } from '#shared/places/schema.ts';
import { aStaffMember } from './builders.ts';
import { someoneIn } from './people.ts';
import type { Resident } from './resident.ts';
import type { TestWorld } from './world.ts';

/** A notice as a form sends it. */
export const aNotice = (subject: Notify['subject'], more: Partial<Notify> = {}): Partial<Notify> => ({
  subject,
  kind: 'hate-speech',
  grounds: ['nationality'],
  why: 'It insults people.',
  language: 'en',
  locale: 'en',
  ...more,
});

/** Somebody without a session reports a contribution. */
export const report = (
  world: TestWorld,
  con: string,
  contribution: string,
  more: Partial<Notify> = {},
): Promise<Receipt> =>
  someoneIn(world).ask(
    'POST',
    `/consultations/${con}/notices`,
    aNotice({ kind: 'contribution', id: contribution as `ctr_${string}` }, more),
  );

/** A moderator with a browser. */
export const aModerator = async (world: TestWorld, place: Place): Promise<Resident> => {
  const person = someoneIn(world);
  person.useCookie(`__Host-session=${(await aStaffMember(world, place, 'moderator')).token}`);
  return person;
};

export const caseNow = async (world: World, id: CaseId): Promise<Case> => {
  const one = await findCase(world, id);
  if (!one) throw new Error(`There is no case ${id}.`);
  return one;
};

/** A decision that removes words, as the desk sends it. */
export const removing = (text: string, version: number, more: Partial<Decide> = {}): Partial<Decide> => ({
  version,
  seen: fingerprintOf(text),
  kind: 'hate-speech',
  grounds: ['nationality'],
  tier: 2,
  visibility: 'remove',
  ground: { kind: 'law', phrase: 'hatred-law' },
  facts: { phrases: ['insults-a-group'], language: 'en' },
  ...more,
});

export const keeping = (text: string, version: number, more: Partial<Decide> = {}): Partial<Decide> => ({
  version,
  seen: fingerprintOf(text),
  kind: 'other',
  tier: 3,
  visibility: 'keep',
  facts: { phrases: ['shocks-but-lawful'], language: 'en' },
  ...more,
});

/** A case about words that somebody wrote in a consultation, waiting at the desk of its place. */
export type MadeCase = { id: CaseId; place: Place; con: string; contribution: string; text: string; path: string };

export const aCase = async (
  world: TestWorld,
  {
    place,
    con,
    author,
    text = 'Words that somebody reports.',
  }: { place: Place; con: string; author: Resident; text?: string },
): Promise<MadeCase> => {
  const { id: contribution } = await author.suggest(con, text);
  await report(world, con, contribution);
  const id = await caseAbout(world, contribution);
  if (!id) throw new Error('No case was opened.');
  return { id, place, con, contribution, text, path: `/places/${place.slug}/cases/${id}` };
};

/** Decides a case as some moderator, and tells everybody at once. */
export const decidedBy = async (world: TestWorld, made: MadeCase, moderator: Resident): Promise<void> => {
  const { version } = await caseNow(world, made.id);
  await moderator.ask('POST', `${made.path}/decision`, removing(made.text, version));
};

export const tellNow = async (world: World, { id }: { id: CaseId }): Promise<void> => {
  await tell(world, await caseNow(world, id));
};
