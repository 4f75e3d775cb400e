import { AppointFlagger, Flagger, type FlaggerId } from '#shared/moderation/flaggers.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { Problem } from '#shared/problems.ts';
import { writeDown } from '../ledger/service.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import { hashOf } from '../participants/sessions.ts';
import { placeIdAt } from '../places/service.ts';
import { keys } from '../storage/keys.ts';
import { get, queryAll, requireHeld, transact } from '../storage/table.ts';
import { newId, nowIn, type World } from '../world.ts';

const TOKEN_BYTES = 32;

const findFlagger = async (world: World, place: PlaceId, id: FlaggerId): Promise<Flagger | undefined> => {
  const item = await get(world.storage, 'cases', keys.flagger(place, id));
  return item && Flagger.parse(item);
};

/** The organisation whose link this is, while it is trusted here. An old or foreign link makes a notice no other than any. */
export const trustedFlagger = async (world: World, place: PlaceId, token: string): Promise<Flagger | undefined> => {
  const pointer = await get(world.storage, 'cases', keys.flaggerToken(hashOf(token)));
  if (!pointer || pointer.place !== place) return undefined;
  const flagger = await findFlagger(world, place, pointer.flagger as FlaggerId);
  const now = nowIn(world);
  return flagger && !flagger.ended && flagger.from <= now && now < flagger.until ? flagger : undefined;
};

export const listFlaggers = async (world: World, actor: MaybeActor, slug: string): Promise<Flagger[]> => {
  const place = await placeIdAt(world, slug);
  requireOffice(actor, 'appoint-flagger', place);
  const items = await queryAll(world.storage, 'cases', { pk: keys.flagger(place).pk });
  return items.map((item) => Flagger.parse(item)).sort((a, b) => (a.from < b.from ? 1 : -1));
};

/** Appoints an organisation, from one date to another. Its link is shown this once. */
export const appointFlagger = async (
  world: World,
  actor: MaybeActor,
  slug: string,
  given: AppointFlagger,
): Promise<{ flagger: Flagger; token: string }> => {
  const place = await placeIdAt(world, slug);
  const { by, role } = requireOffice(actor, 'appoint-flagger', place);
  const flagger: Flagger = { id: newId(world, 'flagger'), ...given };
  const token = Buffer.from(world.randomBytes(TOKEN_BYTES)).toString('base64url');
  const why = `${given.organisation}, ${given.from} – ${given.until}`;
  await requireHeld(
    transact(world.storage, [
      { table: 'cases', put: { ...keys.flagger(place, flagger.id), ...flagger }, if: { is: 'absent' } },
      { table: 'cases', put: { ...keys.flaggerToken(hashOf(token)), place, flagger: flagger.id } },
      writeDown(world, { place, by, role, act: 'appoint-flagger', subject: flagger.id, why }),
    ]),
  );
  return { flagger, token };
};

/** Ends the trust before its date: the link opens nothing any more. */
export const endFlagger = async (world: World, actor: MaybeActor, slug: string, id: FlaggerId): Promise<void> => {
  const place = await placeIdAt(world, slug);
  const { by, role } = requireOffice(actor, 'appoint-flagger', place);
  const flagger = await findFlagger(world, place, id);
  if (!flagger || flagger.ended) throw new Problem('not-found');
  const ended = { ...keys.flagger(place, id), ...flagger, ended: nowIn(world) };
  const line = writeDown(world, { place, by, role, act: 'end-flagger', subject: id });
  await requireHeld(transact(world.storage, [{ table: 'cases', put: ended, if: { is: 'present' } }, line]));
};
