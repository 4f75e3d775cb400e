import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  aTown,
  COLUMNS,
  isUsedUp,
  peopleIn,
  ROUTES,
  routesOf,
  WHEN,
  type Column,
  type Town,
} from '#test/support/every-route.ts';
import { ROWS } from '#test/support/who-may-what.ts';
import { someoneIn } from '#test/support/people.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let town: Town;
beforeAll(async () => {
  world = await aWorld();
  town = await aTown(world);
});
afterAll(() => world.end());

/** Row after row in one town: who took something back in one has nothing to take back in the next. */
describe('to everybody whose data the platform holds', { shuffle: false }, () => {
  test('every route stands in the table, for every phase where phases exist, and for everybody', () => {
    const inTable = new Set(ROWS.map(({ route }) => route));
    const there = routesOf(world);
    expect(there.filter((route) => !inTable.has(route))).toEqual([]);
    expect([...inTable].filter((route) => !there.includes(route))).toEqual([]);
    expect(Object.keys(ROUTES).toSorted()).toEqual(there.toSorted());
    for (const route of there.filter((name) => name.includes('/:con'))) {
      expect([
        route,
        ROWS.filter((row) => row.route === route)
          .map(({ when }) => when)
          .toSorted(),
      ]).toEqual([route, WHEN.toSorted()]);
    }
    for (const { route, statuses } of ROWS)
      expect([route, Object.keys(statuses).toSorted()]).toEqual([route, [...COLUMNS].toSorted()]);
  });

  for (const { route, when, statuses } of ROWS) {
    const phase = when === 'any' ? '' : ` while ${when === 'preparing' ? 'it is in preparation' : `it is ${when}`}`;
    test(`${route}${phase} answers each of them as the table says`, async () => {
      const found: Partial<Record<Column, number[]>> = {};
      for (const column of COLUMNS) {
        const isAct = !route.startsWith('GET');
        const usesUp = isAct && when === 'any';
        for (const who of await peopleIn(world, town, column, usesUp)) {
          const ask = ROUTES[route];
          if (!ask) throw new Error(`Nobody knows how to ask ${route}.`);
          const { path, body } = await ask(town, town.scenes[when === 'any' ? 'open' : when], who, world);
          const { status, ok } = await who.send(route.split(' ')[0] ?? '', path, body);
          // A stranger whom an act let in is a stranger no more.
          if (ok && (usesUp || (isAct && column === 'stranger'))) isUsedUp(town, who);
          if (!found[column]?.includes(status)) (found[column] ??= []).push(status);
        }
      }
      expect(found).toEqual(Object.fromEntries(COLUMNS.map((column) => [column, [statuses[column]]])));
    });
  }
});

describe('to everybody who wrote in one consultation', () => {
  test('nothing of it can be reached, changed or taken back through the address of another', async () => {
    const { open, closed } = town.scenes;
    const { edit, reply } = open.written ?? {};
    const wrong = `/consultations/${closed.consultation.id}`;
    for (const [method, path, body] of [
      ['GET', `${wrong}/contributions/${edit?.id}`],
      ['PATCH', `${wrong}/contributions/${edit?.id}`, { text: 'Mine now.' }],
      ['DELETE', `${wrong}/contributions/${edit?.id}`],
      ['GET', `${wrong}/passages/${open.passage.id}`],
      ['GET', `${wrong}/threads/${open.passage.id}`],
      ['GET', `${wrong}/threads/${edit?.id}`],
      ['PATCH', `${wrong}/threads/${open.passage.id}/${reply?.root}/${reply?.id}`, { text: 'Mine now.' }],
      ['DELETE', `${wrong}/threads/${open.passage.id}/${reply?.root}/${reply?.id}`],
    ] as const) {
      expect([method, path, (await town.author.send(method, path, body)).status]).toEqual([method, path, 404]);
    }
  });

  test('a session of somebody else is "not found", as one that never was', async () => {
    const person = someoneIn(world);
    await person.join(town.scenes.open.consultation.id);
    const theirs = await person.ask<{ sessions: { id: string }[] }>('GET', '/me/data');
    for (const id of [theirs.sessions[0]?.id, `ses_${'0'.repeat(16)}`, 'ses_x', '%00']) {
      const other = someoneIn(world);
      await other.join(town.scenes.open.consultation.id);
      expect((await other.send('DELETE', `/me/sessions/${id}`)).status).toBe(404);
    }
  });
});
