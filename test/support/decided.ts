import { findCase } from '#functions/moderation/cases.ts';
import { caseAbout } from '#functions/moderation/store.ts';
import { tell } from '#functions/moderation/telling.ts';
import { openSession } from '#functions/participants/service.ts';
import { appointStaff } from '#functions/staff/service.ts';
import type { Case } from '#shared/moderation/case.ts';
import type { CaseId, Decide, Receipt, Subject } from '#shared/moderation/schema.ts';
import type { PublicReply } from '#shared/replies/schema.ts';
import { MINUTE } from '#shared/time.ts';
import { aNotice, removing } from './cases.ts';
import type { Resident } from './resident.ts';
import type { RunningTown } from './started-town.ts';

export type Decided = { contribution: string; id: string; code: string; moderator: Resident };
type Said = { words: string } & ({ contribution: string } | { reply: PublicReply });

const subjectOf = (said: Said): Subject =>
  'reply' in said
    ? { kind: 'reply', target: said.reply.target, root: said.reply.root, id: said.reply.id }
    : { kind: 'contribution', id: said.contribution as `ctr_${string}` };

const caseNow = async ({ world }: RunningTown, id: CaseId): Promise<Case> => {
  const one = await findCase(world, id);
  if (!one) throw new Error('There is no such case.');
  return one;
};

/** Words that somebody has reported, decided by a moderator, who has told nobody yet. */
export const decided = async (town: RunningTown, said: Said, decision: Partial<Decide> = {}): Promise<Decided> => {
  const { world, slug } = town;
  const { id: con, place } = town.in('suggesting');
  const subject = subjectOf(said);
  const { code } = await town.resident().ask<Receipt>('POST', `/consultations/${con}/notices`, aNotice(subject));
  const moderator = town.resident();
  const participant = await appointStaff(world, place, ['moderator'], 'Amal');
  moderator.useCookie(`__Host-session=${await openSession(world, participant)}`);
  const about = subject.kind === 'contribution' || subject.kind === 'reply' ? subject.id : '';
  const id = await caseAbout(world, about);
  if (!id) throw new Error('No case was opened.');
  const { version } = await caseNow(town, id);
  await moderator.ask('POST', `/places/${slug}/cases/${id}/decision`, removing(said.words, version, decision));
  return { contribution: about, id, code, moderator };
};

export const toldAll = async (town: RunningTown, { id }: Decided): Promise<void> => {
  await tell(town.world, await caseNow(town, id as CaseId));
  // Whoever was known before is asked about anew.
  town.pass(MINUTE);
};

export const undo = async (town: RunningTown, { id, moderator }: Decided): Promise<void> => {
  const { version } = await caseNow(town, id as CaseId);
  await moderator.ask('POST', `/places/${town.slug}/cases/${id}/undo`, { version });
};
