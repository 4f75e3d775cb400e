import { changePhase as lawfulChange } from '#shared/consultations/phases.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { DocumentId } from '#shared/documents/schema.ts';
import { Problem, wrongField } from '#shared/problems.ts';
import { changesBetween, countUnnumbered, numbered, planVersion } from '#shared/versions/planning.ts';
import { mayPublishVersion, versionName } from '#shared/versions/rules.ts';
import type { PublishVersion, Version } from '#shared/versions/schema.ts';
import { toTellStep } from '../answers/to-tell.ts';
import { takeNumbers } from '../ballots/numbers.ts';
import { changePhase } from '../consultations/dates.ts';
import { forgetItems } from '../contributions/items.ts';
import { publishEdition } from '../documents/editions.ts';
import { writeDown } from '../ledger/service.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import { nowIn, type World } from '../world.ts';
import { coverageIn } from './checking.ts';
import { draftDeskOf, type DraftDesk } from './drafting.ts';
import { unsureIn } from './placing.ts';
import { settleVersion } from './settling.ts';
import { endDraftStep, versionSteps } from './store.ts';

const isWorthIt = ({ base, whole }: DraftDesk, planned: ReturnType<typeof planVersion>): boolean =>
  changesBetween(base, numbered(planned, 1)).some(({ change }) => change !== 'kept') ||
  planned.some(({ id, cites }) => cites.length !== (base.find((one) => one.id === id)?.cites.length ?? 0)) ||
  whole.passages.some(({ words }) => words !== undefined);

/**
 * Publishes the draft as the next version: an act of office, with a note for everybody. What says something new is
 * voted on anew from the next deliberation on; what was voted on before keeps its votes.
 */
export const publishVersion = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  which: DocumentId,
  { version, leftOut, reopen }: PublishVersion,
): Promise<Version> => {
  const desk = await draftDeskOf(world, actor, id, which);
  const { consultation, document, base, whole } = desk;
  const { by, role } = requireOffice(actor, 'publish-version', consultation.place);
  const now = nowIn(world);
  const verdict = mayPublishVersion(consultation, now);
  if (!verdict.allowed) throw new Problem(verdict.reason);
  if (Object.keys(whole.draft.note).length === 0) {
    throw wrongField('/note', 'words-missing');
  }
  if (reopen) {
    requireOffice(actor, 'change-phase', consultation.place);
    const opening = lawfulChange(consultation, 'suggesting', reopen.at, now);
    if (!opening.allowed) throw new Problem(opening.reason);
  }
  const planned = planVersion(base, whole.draft, whole.passages);
  if (!isWorthIt(desk, planned)) throw new Problem('nothing-changed');
  const unplaced = (await unsureIn(world, desk)).some(({ chosen }) => chosen === undefined);
  if (unplaced) throw new Problem('words-unplaced');
  const left = (await coverageIn(world, actor, desk)).left.length;
  if (left > 0 && !leftOut) {
    throw wrongField('/leftOut', 'words-missing');
  }
  const count = countUnnumbered(planned);
  const next = numbered(planned, count > 0 ? await takeNumbers(world, id, count) : 1);
  const published: Version = {
    consultation: id,
    document: which,
    version: document.version + 1,
    at: now,
    note: whole.draft.note,
    ...(left > 0 && leftOut && { leftOut: { count: left, why: leftOut } }),
  };
  const line = writeDown(world, {
    place: consultation.place,
    by,
    role,
    act: 'publish-version',
    subject: id,
    why: versionName(published.version),
  });
  const toTell = toTellStep(world, id, { is: 'version', document: which, version: published.version });
  const also = [...versionSteps(published), endDraftStep({ ...whole.draft, version }), toTell, line];
  if (!(await publishEdition(world, document, base, next, also))) throw new Problem('changed-meanwhile');
  forgetItems(world, id);
  await settleVersion(world, published);
  if (reopen) await changePhase(world, actor, id, { to: 'suggesting', ...reopen, version: consultation.version });
  return published;
};
