import { gzipSync } from 'node:zlib';
import type { Consultation, ConsultationId } from '#shared/consultations/schema.ts';
import { encodeAuditorsFile } from '#shared/opinion/auditors-file.ts';
import { type AuditView, type HandAuditorsFile, type Handing, type HandingView } from '#shared/opinion/handing.ts';
import { AUDIT_DAYS } from '#shared/opinion/rules.ts';
import { mayDo } from '#shared/places/rules.ts';
import { Problem } from '#shared/problems.ts';
import { DAY, later } from '#shared/time.ts';
import { packBallots } from '../ballots/packing.ts';
import { readableConsultation } from '../consultations/service.ts';
import { currentItems, wordingsIn } from '../contributions/items.ts';
import { writeDown } from '../ledger/service.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import { requireHeld, transact } from '../storage/table.ts';
import { nowIn, type World } from '../world.ts';
import { requirePublished } from './service.ts';
import { countedOf, findHanding, handingStep, hashOf, headerOf, listHandings, type SnapshotHeader } from './store.ts';

const TOKEN_BYTES = 32;

/**
 * Hands the auditor's file of the published result to somebody named, by a link that works once and ends. It is shown
 * now and kept nowhere.
 */
export const handAuditorsFile = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  { auditor, reason, locale }: HandAuditorsFile,
): Promise<{ link: string }> => {
  const consultation = await readableConsultation(world, actor, id);
  const { by, role } = requireOffice(actor, 'hand-auditors-file', consultation.place);
  const snapshot = await requirePublished(world, consultation);
  const token = Buffer.from(world.randomBytes(TOKEN_BYTES)).toString('base64url');
  const at = nowIn(world);
  const handing: Handing = {
    id: hashOf(token),
    consultation: id,
    snapshot: snapshot.id,
    auditor,
    reason,
    at,
    until: later(at, AUDIT_DAYS * DAY),
    state: 'waiting',
  };
  const act = { place: consultation.place, by, role, act: 'hand-auditors-file', subject: snapshot.id } as const;
  const line = writeDown(world, { ...act, why: `${auditor}: ${reason}` });
  await requireHeld(transact(world.storage, [handingStep(handing), line]));
  return { link: `${world.origin}/${locale}/c/${id}/audit/${token}` };
};

const isOver = (world: World, { state, until }: Handing): boolean => state === 'waiting' && until <= nowIn(world);

/** Who has what, the last one first. */
export const viewHandings = async (world: World, actor: MaybeActor, id: ConsultationId): Promise<HandingView[]> => {
  requireOffice(actor, 'hand-auditors-file', (await readableConsultation(world, actor, id)).place);
  const all = await listHandings(world, id);
  return all.toReversed().map(({ consultation: _, ...one }) => ({
    ...one,
    state: isOver(world, { ...one, consultation: id }) ? 'over' : one.state,
  }));
};

/** Takes a link back that nobody has used. */
export const withdrawHanding = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  which: string,
): Promise<void> => {
  const { place } = await readableConsultation(world, actor, id);
  const { by, role } = requireOffice(actor, 'hand-auditors-file', place);
  const handing = await findHanding(world, id, which);
  if (!handing) throw new Problem('not-found');
  const { snapshot, auditor } = handing;
  const line = writeDown(world, { place, by, role, act: 'withdraw-auditors-file', subject: snapshot, why: auditor });
  await requireHeld(transact(world.storage, [handingStep({ ...handing, state: 'withdrawn' }), line]));
};

type Open = { consultation: Consultation; handing: Handing; snapshot: SnapshotHeader };

/** What a link gives while it gives anything. */
const requireOpen = async (world: World, actor: MaybeActor, id: ConsultationId, token: string): Promise<Open> => {
  const consultation = await readableConsultation(world, actor, id);
  const handing = await findHanding(world, id, hashOf(token));
  const snapshot = handing && (await headerOf(world, id, handing.snapshot));
  if (!snapshot || handing.state !== 'waiting' || isOver(world, handing)) throw new Problem('link-over');
  return { consultation, handing, snapshot };
};

/** What whoever holds the link is handed, before she fetches it. */
export const viewHanding = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  token: string,
): Promise<AuditView> => {
  const { handing, snapshot } = await requireOpen(world, actor, id, token);
  const { auditor, reason, until } = handing;
  const { id: which, at, ballots, hash, inputHash } = snapshot;
  return { auditor, reason, until, snapshot: { id: which, at, ballots, hash, inputHash } };
};

/**
 * The file as it can be made now: the ballots are those that are there. Whoever left took hers along, and then the
 * file's hash is no longer the published one.
 */
const fileOf = async (world: World, snapshot: SnapshotHeader): Promise<Uint8Array> => {
  const id = snapshot.consultation;
  const { input, snapshot: published } = await countedOf(world, snapshot);
  const earlier = input.previous && (await headerOf(world, id, input.previous));
  const previous = earlier && (await countedOf(world, earlier)).snapshot;
  const { contributions, ...passages } = await currentItems(world, id);
  const numberOf = new Map([...wordingsIn(passages), ...contributions.values()].map((one) => [one.id, one.item]));
  const items = input.items.toSorted((a, b) => (numberOf.get(a.id) ?? 0) - (numberOf.get(b.id) ?? 0));
  const { ballots, locales } = await packBallots(
    world,
    id,
    items.map((item) => numberOf.get(item.id) ?? 0),
    { without: input.without },
  );
  const { states, code } = input;
  return encodeAuditorsFile({
    ballots,
    items,
    states,
    previous,
    parameters: { ...published.parameters, locales },
    code,
  });
};

/** The file as it travels, and whether it is the very one that the published snapshot was made from. */
type FetchedFile = { bytes: Uint8Array; snapshot: SnapshotHeader; isInput: boolean };

/**
 * Gives the file to whoever holds the link, once. That it was is written down before a byte leaves; else none does, and
 * one that is too large for the way uses up no link.
 */
export const fetchAuditorsFile = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  token: string,
  { packed }: { packed: boolean },
): Promise<FetchedFile> => {
  const { consultation, handing, snapshot } = await requireOpen(world, actor, id, token);
  const bytes = await fileOf(world, snapshot);
  const travelling = packed ? gzipSync(bytes) : bytes;
  if (travelling.length > (world.largestAnswer ?? Infinity)) throw new Problem('file-too-large');
  const file = hashOf(bytes);
  const isInput = file === snapshot.inputHash;
  const { place } = consultation;
  const isCoordinator = mayDo('hand-auditors-file', actor?.roles.get(place) ?? []).allowed;
  const who = isCoordinator ? requireOffice(actor, 'hand-auditors-file', place) : { role: 'auditor' as const };
  const line = { place, ...who, act: 'fetch-auditors-file', subject: snapshot.id, why: handing.auditor } as const;
  const fetched: Handing = { ...handing, state: 'fetched', fetched: { at: nowIn(world), file, isInput } };
  const isFirst = await transact(world.storage, [handingStep(fetched), writeDown(world, line)]);
  if (!isFirst) throw new Problem('link-over');
  return { bytes: travelling, snapshot, isInput };
};
