import { afterAll, beforeAll, expect, test } from 'vitest';
import { recountIfDue } from '#functions/opinion/recount.ts';
import { pseudonymOf } from '#functions/participants/pseudonyms.ts';
import { whoIs } from '#functions/participants/sessions.ts';
import { TABLES } from '#shared/overview/rules.ts';
import { aConsultation, aPlace, aStaffMember, type TestConsultation } from '#test/support/builders.ts';
import { aParticipant, someoneIn } from '#test/support/people.ts';
import { twoCamps } from '#test/support/camps.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

const NAME = 'Zenobia of Palmyra';
/** What a route is called when it lets a file out of the house. A test of every route keeps each from being forgotten. */
const LEAVES = /export\.(csv|json)$|\/overview\/tables|\/results\/snapshot$|\/auditors-file$/;

type Described = { paths: Record<string, Record<string, unknown>> };

/** Every route of a consultation through which something leaves, as the API describes itself. */
const exportRoutes = async (): Promise<string[]> => {
  const described = (await (await world.app.request('/api/openapi.json')).json()) as Described;
  return Object.entries(described.paths)
    .filter(([path, methods]) => methods.get && /\{con\}/.test(path) && LEAVES.test(path.replace('/{table}', '')))
    .flatMap(([path]) => (path.includes('{table}') ? TABLES.map((table) => path.replace('{table}', table)) : [path]))
    .map((path) => path.replace(/^\/api/, ''));
};

test('to whoever takes part twice: through no export can anybody tell that it was the same person', async () => {
  const place = await aPlace(world);
  const scenes: TestConsultation[] = [];
  const pseudonyms: string[] = [];
  const first = await aConsultation(world, { place, passages: 8 });
  const person = await aParticipant(world, first.consultation);
  for (const made of [first, await aConsultation(world, { place, passages: 8 })]) {
    const { id } = made.consultation;
    if (made !== first) await person.join(id);
    await person.suggest(id, `Words for ${id}`, { name: NAME });
    for (const { item } of made.passages) await person.vote(id, item, 'agree');
    await twoCamps(world, made, 60);
    await recountIfDue(world, made.consultation);
    const token = person.cookie()?.split('=')[1] ?? '';
    const actor = await whoIs(world, token);
    if (!actor) throw new Error('She is not known.');
    pseudonyms.push(await pseudonymOf(world, id, actor.participant), actor.participant);
    scenes.push(made);
  }
  const { token } = await aStaffMember(world, place, 'coordinator');
  const who = someoneIn(world);
  who.useCookie(`__Host-session=${token}`);
  const routes = await exportRoutes();
  expect(routes.length).toBeGreaterThanOrEqual(10);
  const said: string[] = [];
  for (const { consultation } of scenes) {
    let all = '';
    for (const route of routes) {
      const answer = await who.send('GET', route.replace('{con}', consultation.id));
      if (answer.status !== 200) expect(answer.status, route).toBe(409);
      const text = await answer.text();
      for (const secret of [NAME, ...pseudonyms]) expect(text, route).not.toContain(secret);
      all += text;
    }
    said.push(all);
  }
  // Whatever is long enough to stand for a person stands in one of the two only.
  const long = (text = ''): Set<string> => new Set(text.match(/[\w-]{14,}/g));
  const [one, other] = said.map(long);
  const shared = [...(one ?? [])].filter(
    (word) => other?.has(word) && !/^[a-z]+(?:-[a-z]+)+$|^[a-zA-Z]+$|^\d+$/.test(word),
  );
  expect(shared).toEqual([]);
});
