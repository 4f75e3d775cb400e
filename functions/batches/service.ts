import { inFives } from '#shared/batches/rules.ts';
import type { Batch, BatchView, Hander, MadeCards, MakeCards, PlanBatch, RevokeBatch } from '#shared/batches/schema.ts';
import type { LedgerLine } from '#shared/ledger/schema.ts';
import type { ParticipantId } from '#shared/participants/schema.ts';
import { mayDo, type OfficeAct } from '#shared/places/rules.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { Problem, wrongField } from '#shared/problems.ts';
import { consultationsIn } from '../consultations/service.ts';
import { writeDown } from '../ledger/service.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import { makeHandedCards } from '../participants/cards.ts';
import { placeIdAt } from '../places/service.ts';
import { staffOf } from '../staff/service.ts';
import type { Step } from '../storage/table.ts';
import type { World } from '../world.ts';
import { printedWords } from './printed-words.ts';
import { countUsedCards } from './handed-cards.ts';
import { findBatch, listBatches, saveBatch } from './store.ts';
import { todayIn } from './usable.ts';

type Office = ReturnType<typeof requireOffice>;

const viewOf = async (world: World, batch: Batch): Promise<BatchView> => {
  const { place, hander, ...rest } = batch;
  const used = batch.state === 'planned' ? 0 : await countUsedCards(world, place, batch.number);
  const isExpired = (await todayIn(world, place)) > batch.lastDay;
  return { ...rest, hander: hander.name, used: inFives(used), isExpired };
};

/** A coordinator sees every batch; whoever only hands cards out sees her own. */
const maySee = ({ by, role }: Office, { hander }: Batch): boolean =>
  role === 'coordinator' || hander.participant === by;

export const batchesOf = async (world: World, actor: MaybeActor, slug: string): Promise<BatchView[]> => {
  const place = await placeIdAt(world, slug);
  const office = requireOffice(actor, 'hand-cards', place);
  const own = (await listBatches(world, place)).filter((batch) => maySee(office, batch));
  return Promise.all(own.map((batch) => viewOf(world, batch)));
};

/** The batch, for somebody who may do this with it: another one does not exist for her. */
const requireBatch = async (
  world: World,
  actor: MaybeActor,
  act: OfficeAct,
  slug: string,
  number: number,
): Promise<{ batch: Batch; office: Office }> => {
  const place = await placeIdAt(world, slug);
  const office = requireOffice(actor, act, place);
  const batch = await findBatch(world, place, number);
  if (!batch || !maySee(office, batch)) throw new Problem('not-found');
  return { batch, office };
};

export const viewBatch = async (world: World, actor: MaybeActor, slug: string, number: number): Promise<BatchView> =>
  viewOf(world, (await requireBatch(world, actor, 'hand-cards', slug, number)).batch);

const lineOf = (world: World, office: Office, batch: Batch, act: LedgerLine['act'], why?: string): Step =>
  writeDown(world, { place: batch.place, ...office, act, subject: `batch ${batch.number}`, ...(why && { why }) });

/** Who in office may hand cards out here. */
const handersIn = async (world: World, place: PlaceId): Promise<Hander[]> =>
  (await staffOf(world, place))
    .filter(({ roles }) => mayDo('hand-cards', roles).allowed)
    .map(({ participant, name }) => ({ participant, name }));

export const handersOf = async (world: World, actor: MaybeActor, slug: string): Promise<Hander[]> => {
  const place = await placeIdAt(world, slug);
  requireOffice(actor, 'make-cards', place);
  return handersIn(world, place);
};

const handerOf = async (
  world: World,
  place: PlaceId,
  mediator: ParticipantId | undefined,
  name: string | undefined,
): Promise<Batch['hander']> => {
  if (!mediator) {
    if (name) return { name };
    throw wrongField('/name', 'words-missing');
  }
  const hander = (await handersIn(world, place)).find(({ participant }) => participant === mediator);
  if (!hander) throw wrongField('/mediator', 'not-valid');
  return hander;
};

/** So many colleagues may plan a batch at once. */
const TRIES = 20;

/** Writes a batch down. Its cards are made when somebody stands at the printer. */
export const planBatch = async (
  world: World,
  actor: MaybeActor,
  slug: string,
  { mediator, name, ...given }: PlanBatch,
): Promise<BatchView> => {
  const place = await placeIdAt(world, slug);
  const office = requireOffice(actor, 'make-cards', place);
  if (given.lastDay < (await todayIn(world, place))) throw wrongField('/lastDay', 'day-over');
  const known = new Set((await consultationsIn(world, place)).map(({ id }) => id));
  if (!given.consultations.every((id) => known.has(id))) throw wrongField('/consultations', 'not-valid');
  const hander = await handerOf(world, place, mediator, name);
  // A colleague who plans one at the same moment takes the number: then the next one is tried.
  for (let tried = 0; tried < TRIES; tried++) {
    const last = (await listBatches(world, place)).at(-1)?.number ?? 0;
    const batch: Batch = { place, number: last + 1, ...given, hander, state: 'planned', handed: 0, version: 1 };
    const line = lineOf(world, office, batch, 'plan-batch', `${batch.size}, ${batch.lastDay}: ${batch.purpose}`);
    if (await saveBatch(world, batch, undefined, line)) return viewOf(world, batch);
  }
  throw new Problem('changed-meanwhile');
};

/**
 * Makes the cards and shows them this once. They are all stored before the batch says that they are there; until it does
 * none of them opens anything, and a second printing finds that it has been done.
 */
export const makeCards = async (
  world: World,
  actor: MaybeActor,
  slug: string,
  number: number,
  { version, languages }: MakeCards,
): Promise<MadeCards> => {
  const { batch, office } = await requireBatch(world, actor, 'make-cards', slug, number);
  if (batch.state !== 'planned' || batch.version !== version) throw new Problem('changed-meanwhile');
  const digits = await makeHandedCards(world, batch);
  const made: Batch = { ...batch, state: 'made', version: version + 1 };
  if (!(await saveBatch(world, made, batch, lineOf(world, office, batch, 'make-cards')))) {
    throw new Problem('changed-meanwhile');
  }
  return {
    batch: await viewOf(world, made),
    join: `${world.origin}/join`,
    digits,
    words: await printedWords(world, made, languages),
  };
};

/** From now on no card of it that nobody has used opens anything. Whoever used hers goes on. */
export const revokeBatch = async (
  world: World,
  actor: MaybeActor,
  slug: string,
  number: number,
  { reason, version }: RevokeBatch,
): Promise<BatchView> => {
  const { batch, office } = await requireBatch(world, actor, 'make-cards', slug, number);
  if (batch.state === 'revoked' || batch.version !== version) throw new Problem('changed-meanwhile');
  const revoked: Batch = { ...batch, state: 'revoked', version: version + 1 };
  if (!(await saveBatch(world, revoked, batch, lineOf(world, office, batch, 'revoke-batch', reason)))) {
    throw new Problem('changed-meanwhile');
  }
  return viewOf(world, revoked);
};

/** Whoever hands cards out notes how many went; a note of hers, no act of office. */
export const noteHanded = async (
  world: World,
  actor: MaybeActor,
  slug: string,
  number: number,
  { handed, version }: { handed: number; version: number },
): Promise<BatchView> => {
  const { batch } = await requireBatch(world, actor, 'hand-cards', slug, number);
  if (handed > batch.size) throw wrongField('/handed', 'not-valid');
  if (batch.version !== version) throw new Problem('changed-meanwhile');
  const noted: Batch = { ...batch, handed, version: version + 1 };
  if (!(await saveBatch(world, noted, batch, undefined))) throw new Problem('changed-meanwhile');
  return viewOf(world, noted);
};
