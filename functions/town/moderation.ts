import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { ContributionId } from '#shared/contributions/schema.ts';
import { Decide, Notify } from '#shared/moderation/schema.ts';
import { DAY, HOUR } from '#shared/time.ts';
import { publicConsultations } from '../places/service.ts';
import { listAbout } from '../contributions/service.ts';
import { viewCase } from '../moderation/case-view.ts';
import { decideCase } from '../moderation/deciding.ts';
import { openCase } from '../moderation/desk.ts';
import { notify } from '../moderation/notices.ts';
import { openSession, signOut } from '../participants/service.ts';
import { requireActor } from '../participants/actor.ts';
import { whoIs } from '../participants/sessions.ts';
import type { World } from '../world.ts';
import { pastOf } from './clockwork.ts';
import type { SeededTown } from './seed.ts';
import { notices, type TownNotice } from './solmira/notices.ts';

/** What was said about the consultation as a whole and begins so. */
const findWords = async (world: World, con: ConsultationId, begins: string): Promise<ContributionId | undefined> => {
  let after: string | undefined;
  do {
    const page = await listAbout(world, undefined, con, { passage: undefined, order: 'oldest', after });
    const found = page.contributions.find(({ text }) => text?.startsWith(begins));
    if (found) return found.id;
    after = page.next;
  } while (after);
  return undefined;
};

/** A moderator of the town keeps what was reported, and says why. */
const keep = async (
  world: World,
  { place, staff }: SeededTown,
  consultation: ConsultationId,
  id: ContributionId,
): Promise<void> => {
  const moderator = staff.find(({ role }) => role === 'moderator');
  if (!moderator) return;
  const actor = requireActor(await whoIs(world, await openSession(world, moderator.participant)));
  const subject = { kind: 'contribution' as const, id };
  const found = { consultation, subject, kind: 'house-rules' as const, grounds: [], danger: false };
  const { id: one } = await openCase(world, actor, place.slug, found);
  const { version, seen, kind, tier } = await viewCase(world, actor, place.slug, one, { reveal: false });
  const facts = { phrases: ['shocks-but-lawful' as const], language: 'en' as const };
  const decision = { version, seen, kind, tier, visibility: 'keep' as const, facts };
  await decideCase(world, actor, place.slug, one, Decide.parse(decision));
  await signOut(world, actor);
};

/** Fills the demo's moderation desk: some reports wait there, one is decided. Residents' words stay as they are. */
export const reportInTown = async (world: World, town: SeededTown): Promise<void> => {
  const now = world.clock();
  const here = await publicConsultations(pastOf(world, now).world, town.place.id);
  const open = here.find(({ standing }) => standing.phase === 'suggesting');
  if (!open) return;
  const report = async ({ hoursAgo, begins, kept, ...given }: TownNotice, i: number): Promise<void> => {
    const past = pastOf(world, now - hoursAgo * HOUR).world;
    const id = await findWords(past, open.id, begins);
    if (!id) return;
    const notice = Notify.parse({ ...given, subject: { kind: 'contribution', id } });
    await notify(past, undefined, open.id, notice, `reader ${i}`);
    if (kept) await keep(pastOf(world, now - DAY / 2).world, town, open.id, id);
  };
  for (const [i, notice] of notices.entries()) await report(notice, i);
};
