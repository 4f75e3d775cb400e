import { applySetUp } from '#shared/places/changing.ts';
import { setUpAdvice, setUpGaps } from '#shared/places/gaps.ts';
import type { SetUpPart, Tone } from '#shared/places/rules.ts';
import type { Place } from '#shared/places/schema.ts';
import type { EarlierConsent, SetUpChange } from '#shared/places/set-up.ts';
import type { SetUpView } from '#shared/places/views.ts';
import { Problem } from '#shared/problems.ts';
import type { Texts } from '#shared/texts.ts';
import { dayOf } from '#shared/time.ts';
import { writeDown } from '../ledger/service.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import { staffOf } from '../staff/service.ts';
import type { Step } from '../storage/table.ts';
import { nowIn, type World } from '../world.ts';
import { houseRulesOf } from './defaults.ts';
import { forgetPlace, listPlaces, placeAt, placeNow } from './service.ts';
import { standingAnew } from './tree.ts';
import { earlierConsentStep, listEarlierConsents, replacePlace } from './store.ts';

/** The place of an address as it is stored now, for somebody who may change it. */
const placeToChange = async (world: World, actor: MaybeActor, slug: string) => {
  const { id } = await placeAt(world, slug);
  const office = requireOffice(actor, 'change-place', id);
  return { place: await placeNow(world, id), ...office };
};

export const earlierConsents = async (world: World, slug: string): Promise<EarlierConsent[]> =>
  listEarlierConsents(world, (await placeAt(world, slug)).id);

/** Everything about a place that its coordinators decide, what is missing, and what else they should think of. */
export const viewSetUp = async (world: World, actor: MaybeActor, slug: string): Promise<SetUpView> => {
  const { place } = await placeToChange(world, actor, slug);
  const [staff, earlier, places] = await Promise.all([
    staffOf(world, place.id),
    listEarlierConsents(world, place.id),
    listPlaces(world),
  ]);
  const moderators = staff.filter(({ roles }) => roles.includes('moderator')).length;
  return {
    place,
    gaps: setUpGaps(place),
    advice: setUpAdvice(place, moderators),
    moderators,
    earlierConsents: earlier,
    otherPlaces: places.filter(({ id }) => id !== place.id),
    ...(world.translator && { translator: world.translator.service }),
    ...(world.triage && { triage: world.triage.service }),
  };
};

const TRIES = 5;

type Changed = { place: Place; also: Step[] };

/**
 * Changes one part of a place. Refused when somebody else has changed the same part since version `seen`; a change of
 * another part meanwhile is no collision.
 */
export const changePart = async (
  world: World,
  actor: MaybeActor,
  slug: string,
  { part, seen }: { part: SetUpPart; seen: number },
  how: (place: Place) => Changed | Promise<Changed>,
): Promise<void> => {
  for (let tries = 0; tries < TRIES; tries++) {
    const { place, by, role } = await placeToChange(world, actor, slug);
    if ((place.changed?.[part] ?? 0) > seen) throw new Problem('changed-meanwhile');
    const { place: after, also } = await how(place);
    if (JSON.stringify(after) === JSON.stringify(place)) return;
    const version = place.version + 1;
    const next = { ...after, version, changed: { ...place.changed, [part]: version } };
    const isNewConsent = after.consent.version > place.consent.version;
    const line = writeDown(world, {
      place: place.id,
      by,
      role,
      act: isNewConsent ? 'publish-consent' : 'change-place',
      subject: place.id,
      why: isNewConsent ? String(after.consent.version) : part,
    });
    const steps = isNewConsent ? [earlierConsentStep(place, dayOf(nowIn(world)))] : [];
    const held = await replacePlace(world, place, next, [line, ...steps, ...also]);
    forgetPlace(world, place);
    forgetPlace(world, next);
    if (held) return;
  }
  throw new Problem('changed-meanwhile');
};

export const changePlace = (world: World, actor: MaybeActor, slug: string, change: SetUpChange): Promise<void> =>
  changePart(world, actor, slug, { part: change.part, seen: change.version }, async (place) => {
    if (change.part === 'help' && change.at !== undefined && change.at >= place.help.length) {
      throw new Problem('changed-meanwhile');
    }
    const after = applySetUp(place, change);
    return change.part === 'tree' ? standingAnew(world, actor, place, after) : { place: after, also: [] };
  });

/** The house rules that the house suggests, in the languages of the place. */
export const houseRulesIn = async (world: World, actor: MaybeActor, slug: string, tone: Tone): Promise<Texts> => {
  const { place } = await placeToChange(world, actor, slug);
  return houseRulesOf(world, tone, place.languages);
};
