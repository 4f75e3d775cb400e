import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requireOffice, type MaybeActor } from '#functions/participants/actor.ts';
import { makeCard, returnByCard } from '#functions/participants/cards.ts';
import { whoIs } from '#functions/participants/sessions.ts';
import { actsOf, mayDo, ROLES, type OfficeAct, type Role } from '#shared/places/rules.ts';
import type { Place } from '#shared/places/schema.ts';
import { Problem } from '#shared/problems.ts';
import { aPlace, aStaffMember } from '#test/support/builders.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

const ACTS: OfficeAct[] = [...new Set(ROLES.flatMap(actsOf))];

let world: TestWorld;
let here: Place;
let elsewhere: Place;
const inOffice = new Map<Role, MaybeActor>();
const byCard = new Map<Role, MaybeActor>();
beforeAll(async () => {
  world = await aWorld();
  [here, elsewhere] = [await aPlace(world), await aPlace(world)];
  for (const role of ROLES) {
    const { actor } = await aStaffMember(world, here, role);
    inOffice.set(role, actor);
    const card = { digits: await makeCard(world, actor), locale: 'en' as const, assisted: false };
    const { token } = await returnByCard(world, undefined, card, 'here');
    byCard.set(role, await whoIs(world, token));
  }
});
afterAll(() => world.end());

/** The role in which she does it, or why she does not. */
const outcome = (actor: MaybeActor, act: OfficeAct, place: Place): string => {
  try {
    return requireOffice(actor, act, place.id).role;
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
};

describe('to the city, about each act of office, each role and each place', () => {
  for (const role of ROLES) {
    test(`a ${role} does in her place what the law gives a ${role}, and nothing in another`, () => {
      for (const act of ACTS) {
        const lawful = mayDo(act, [role]).allowed ? role : 'role-missing';
        expect([act, outcome(inOffice.get(role), act, here)]).toEqual([act, lawful]);
        expect([act, outcome(inOffice.get(role), act, elsewhere)]).toEqual([act, 'role-missing']);
      }
    });

    test(`whoever comes by the card of a ${role} does none of it`, () => {
      for (const act of ACTS) {
        expect([act, outcome(byCard.get(role), act, here)]).toEqual([act, 'passkey-needed']);
      }
    });
  }

  test('whoever is not signed in does none of it', () => {
    for (const act of ACTS) expect([act, outcome(undefined, act, here)]).toEqual([act, 'not-signed-in']);
  });
});
