import type { NewPlace, OpenPlace, Place } from '#shared/places/schema.ts';
import { wrongField } from '#shared/problems.ts';
import { mayStandUnder } from '#shared/places/tree.ts';
import { writeDown } from '../ledger/service.ts';
import { requireActor, requireOffice, type Actor, type MaybeActor } from '../participants/actor.ts';
import { forgetActor } from '../participants/sessions.ts';
import { appointmentSteps, staffNameOf } from '../staff/service.ts';
import type { Step } from '../storage/table.ts';
import type { World } from '../world.ts';
import { beginning } from './beginning.ts';
import { openPlace, placeAt } from './service.ts';
import { findPlaceId } from './store.ts';
import { requireOperator } from './operator.ts';
import { notThere, upwards } from './tree.ts';

const requireFreeSlug = async (world: World, slug: string): Promise<void> => {
  if (await findPlaceId(world, slug)) {
    throw wrongField('/slug', 'slug-taken');
  }
};

/** Whoever opens a place is its coordinator, and can invite others or give the office away. */
const withCoordinator = async (
  world: World,
  actor: Actor,
  given: NewPlace,
  office: ReturnType<typeof requireOffice>,
  also: (place: Place['id']) => Step[] = () => [],
): Promise<Place> => {
  const name = await staffNameOf(world, actor);
  const { by, role } = office;
  const place = await openPlace(
    world,
    given,
    (id) => [
      ...appointmentSteps(world, by, { place: id, roles: ['coordinator'], name }),
      writeDown(world, { place: id, by, role, act: 'appoint-staff', subject: by, why: 'coordinator' }),
      ...also(id),
    ],
    { by, role },
  );
  forgetActor(world, actor.tokenHash);
  return place;
};

/** What a place takes over from the one above it, as long as it decides nothing else. */
const inherited = (above: Place): Partial<NewPlace> => ({
  parent: above.id,
  houseRules: above.houseRules,
  help: above.help,
  ...(above.look && { look: { ...(above.look.accent && { accent: above.look.accent }) } }),
  moderation: { premoderation: false, rhythm: 'daily', ...above.moderation, appealsTo: above.id },
});

/** A city below its region: where it names no languages, they are those of the region, after its own. */
export const openPlaceBelow = async (
  world: World,
  asking: MaybeActor,
  slug: string,
  { kind, ...given }: OpenPlace,
): Promise<Place> => {
  const above = await placeAt(world, slug);
  const office = requireOffice(asking, 'open-place', above.id);
  const verdict = mayStandUnder({ id: '', kind }, await upwards(world, above), []);
  if (!verdict.allowed) throw notThere(verdict.reason);
  await requireFreeSlug(world, given.slug);
  const begun = await beginning(world, given);
  const { language } = given;
  const languages = [language, ...(given.languages ?? above.languages).filter((one) => one !== language)];
  const place: NewPlace = { ...begun, kind, languages, ...inherited(above) };
  return withCoordinator(world, requireActor(asking), place, office, (id) => [
    writeDown(world, { place: above.id, ...office, act: 'open-place', subject: id }),
  ]);
};

/** One more place at the top: an act of whoever runs the platform. */
export const openPlaceAtTop = async (
  world: World,
  asking: MaybeActor,
  { kind, ...given }: OpenPlace,
): Promise<Place> => {
  const office = await requireOperator(world, asking);
  await requireFreeSlug(world, given.slug);
  const place: NewPlace = { ...(await beginning(world, given)), kind };
  return withCoordinator(world, requireActor(asking), place, office);
};
