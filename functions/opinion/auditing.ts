import type { ConsultationId } from '#shared/consultations/schema.ts';
import { encodeAuditorsFile } from '#shared/opinion/auditors-file.ts';
import type { HandAuditorsFile } from '#shared/opinion/schema.ts';
import { packBallots } from '../ballots/packing.ts';
import { readableConsultation } from '../consultations/service.ts';
import { currentItems, wordingsIn } from '../contributions/items.ts';
import { writeDown } from '../ledger/service.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import { requireHeld, transact } from '../storage/table.ts';
import type { World } from '../world.ts';
import { requirePublished } from './service.ts';
import { countedOf, hashOf, headerOf, type SnapshotHeader } from './store.ts';

/** The file, and whether it is the very one that the published snapshot was made from. */
export type HandedFile = { bytes: Uint8Array; snapshot: SnapshotHeader; isInput: boolean };

/**
 * Hands the auditor's file of the published result to somebody named. The ballots are those that are there now: whoever
 * left took hers along, and then the file's hash is no longer the published one. The line in the ledger is written
 * before a byte leaves; without it none does.
 */
export const handAuditorsFile = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  { auditor, reason }: HandAuditorsFile,
): Promise<HandedFile> => {
  const consultation = await readableConsultation(world, actor, id);
  const { by, role } = requireOffice(actor, 'hand-auditors-file', consultation.place);
  const snapshot = await requirePublished(world, consultation);
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
  const parameters = { ...published.parameters, locales };
  const bytes = encodeAuditorsFile({ ballots, items, states, previous, parameters, code });
  const act = { place: consultation.place, by, role, act: 'hand-auditors-file', subject: snapshot.id } as const;
  await requireHeld(transact(world.storage, [writeDown(world, { ...act, why: `${auditor}: ${reason}` })]));
  return { bytes, snapshot, isInput: hashOf(bytes) === snapshot.inputHash };
};
