import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROLES, type Role } from '#shared/places/rules.ts';
import type { StaffView } from '#shared/staff/views.ts';
import { SECOND } from '#shared/time.ts';
import { aStaffMember } from '#test/support/builders.ts';
import { aTown, peopleIn, ROUTES, type Town } from '#test/support/every-route.ts';
import { someoneIn } from '#test/support/people.ts';
import type { Resident } from '#test/support/resident.ts';
import { ROWS, type Row } from '#test/support/who-may-what.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

/** Each route is asked by one of those whom it was open to, in the full run by all. */
const EVERY_ROLE = Boolean(process.env.FULL);

/** Where an office makes a difference: what one of it may do here is answered otherwise to one of another place. */
const opensTo = (role: Role, { statuses }: Row): boolean => statuses[role] !== statuses.elsewhere;
const STAFF_ROWS = ROWS.filter((row) => ROLES.some((role) => opensTo(role, row)));

let world: TestWorld;
let town: Town;
/** For each row, those whom its route was open to, each in a process that knows her and has been asked nothing else. */
const knownBy = new Map<Row, Map<Role, Resident>>();

const dismiss = async (coordinator: Resident, participant: string): Promise<void> => {
  const staff = `/places/${town.place.slug}/staff`;
  const { people } = await coordinator.ask<StaffView>('GET', staff);
  const version = people.find((one) => one.participant === participant)?.version;
  await coordinator.ask('PUT', `${staff}/${participant}`, { roles: [], reason: 'Left the town.', version });
};

beforeAll(async () => {
  world = await aWorld();
  town = await aTown(world);
  const [coordinator] = await peopleIn(world, town, 'coordinator', false);
  const members = await Promise.all(
    ROLES.map(async (role) => ({ role, ...(await aStaffMember(world, town.place, role)) })),
  );
  const office = async (who: Resident) => (await who.send('GET', `/places/${town.place.slug}/staff`)).status;
  const reading = world.beside();
  for (const [i, row] of STAFF_ROWS.entries()) {
    // An act may make a process forget whoever did it.
    const beside = row.route.startsWith('GET') ? reading : world.beside();
    const known = new Map<Role, Resident>();
    const letIn = members.filter((one) => opensTo(one.role, row));
    for (const { role, token } of EVERY_ROLE ? letIn : letIn.slice(i % letIn.length).slice(0, 1)) {
      const person = someoneIn(beside);
      person.useCookie(`__Host-session=${token}`);
      expect([role, await office(person)]).toEqual([role, 200]);
      known.set(role, person);
    }
    knownBy.set(row, known);
  }
  for (const { actor } of members) await dismiss(coordinator as Resident, actor.participant);
  // Processes still take her for what she was: otherwise the wait would prove nothing.
  const anybody = knownBy
    .get(STAFF_ROWS[0] as Row)
    ?.values()
    .next().value;
  expect(await office(anybody as Resident)).toBe(200);
  world.pass(60 * SECOND - 1);
});
afterAll(() => world.end());

describe('to whoever dismisses somebody from office', () => {
  test('the table knows routes enough that an office opens', () => {
    expect(STAFF_ROWS.length).toBeGreaterThan(150);
  });

  test.each(STAFF_ROWS.map((row) => ({ row, name: `${row.route} ${row.when}` })))(
    '$name is closed to her within 60 seconds, in a process that had known her',
    async ({ row }) => {
      const { route, when, statuses } = row;
      const found: Partial<Record<Role, number>> = {};
      const expected: Partial<Record<Role, number>> = {};
      for (const [role, who] of knownBy.get(row) ?? []) {
        const sent = await ROUTES[route]?.(town, town.scenes[when === 'any' ? 'open' : when], who, world);
        if (!sent) throw new Error(`Nobody knows how to ask ${route}.`);
        found[role] = (await who.send(route.split(' ')[0] ?? '', sent.path, sent.body)).status;
        expected[role] = statuses.elsewhere;
      }
      expect(found).toEqual(expected);
    },
  );
});
