import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROLES, type Role } from '#shared/places/rules.ts';
import type { StaffView } from '#shared/staff/views.ts';
import { SECOND } from '#shared/time.ts';
import { aStaffMember } from '#test/support/builders.ts';
import { aTown, ROUTES, type Town } from '#test/support/every-route.ts';
import { someoneIn } from '#test/support/people.ts';
import type { Resident } from '#test/support/resident.ts';
import { ROWS, type Row } from '#test/support/who-may-what.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

/** Where an office makes a difference: what one of it may do here is answered otherwise to one of another place. */
const opensTo = (role: Role, { statuses }: Row): boolean => statuses[role] !== statuses.elsewhere;
const STAFF_ROWS = ROWS.filter((row) => ROLES.some((role) => opensTo(role, row)));

let world: TestWorld;
let town: Town;
/** Each of them works in a process of its own, and is dismissed in another. */
const dismissed = new Map<Role, Resident>();

beforeAll(async () => {
  world = await aWorld();
  town = await aTown(world);
  const { slug } = town.place;
  const coordinator = someoneIn(world);
  coordinator.useCookie(`__Host-session=${(await aStaffMember(world, town.place, 'coordinator')).token}`);
  const processes = world.beside();
  for (const role of ROLES) {
    const { actor, token } = await aStaffMember(world, town.place, role);
    const person = someoneIn(processes);
    person.useCookie(`__Host-session=${token}`);
    dismissed.set(role, person);
    expect([role, (await person.send('GET', `/places/${slug}/staff`)).status]).toEqual([role, 200]);
    const { people } = await coordinator.ask<StaffView>('GET', `/places/${slug}/staff`);
    const version = people.find(({ participant }) => participant === actor.participant)?.version;
    const change = { roles: [], reason: 'Left the town.', version };
    await coordinator.ask('PUT', `/places/${slug}/staff/${actor.participant}`, change);
    // Still remembered there: otherwise the wait below would prove nothing.
    expect([role, (await person.send('GET', `/places/${slug}/staff`)).status]).toEqual([role, 200]);
  }
  world.pass(60 * SECOND - 1);
});
afterAll(() => world.end());

describe('to whoever dismisses somebody from office', () => {
  test('the table knows routes enough that an office opens', () => {
    expect(STAFF_ROWS.length).toBeGreaterThan(150);
  });

  test.each(STAFF_ROWS.map((row) => ({ ...row, name: `${row.route} ${row.when}` })))(
    '$name is closed to her within 60 seconds, in a process that had known her',
    async ({ route, when, statuses }) => {
      const found: Partial<Record<Role, number>> = {};
      const expected: Partial<Record<Role, number>> = {};
      for (const role of ROLES.filter((one) => opensTo(one, { route, when, statuses }))) {
        const who = dismissed.get(role);
        const sent = who && (await ROUTES[route]?.(town, town.scenes[when === 'any' ? 'open' : when], who, world));
        if (!sent) throw new Error(`Nobody knows how to ask ${route}.`);
        found[role] = (await who.send(route.split(' ')[0] ?? '', sent.path, sent.body)).status;
        expected[role] = statuses.elsewhere;
      }
      expect(found).toEqual(expected);
    },
  );
});
