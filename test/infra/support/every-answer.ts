import { aTown, isUsedUp, peopleIn, ROUTES, WHEN, type Column, type Town } from '#test/support/every-route.ts';
import type { TestWorld } from '#test/support/world.ts';
import type { Cloud } from './cloud.ts';

/** Between them they are let in everywhere. Who is kept out reaches less. */
export const LET_IN: readonly Column[] = ['moderator', 'drafter', 'coordinator', 'author'];

/** The operator's store and hands, with people who go through the cloud instead of through his own process. */
const throughTheCloud = ({ operator, request }: Cloud): TestWorld => ({
  ...operator,
  app: Object.assign(Object.create(operator.app) as TestWorld['app'], { request }),
});

/** Asks every route of the API as `authorisation.test.ts` does: each kind of people, in each phase that makes a difference. */
export const askEveryRoute = async (cloud: Cloud): Promise<{ world: TestWorld; town: Town }> => {
  const world = throughTheCloud(cloud);
  const town = await aTown(world);
  const asked = async (route: string, column: Column): Promise<void> => {
    const [method = '', path = ''] = route.split(' ');
    const phases = path.includes(':con') ? WHEN : (['open'] as const);
    for (const when of phases) {
      const usesUp = phases.length === 1 && method !== 'GET';
      const [who] = await peopleIn(world, town, column, usesUp);
      const sent = who && (await ROUTES[route]?.(town, town.scenes[when], who, world));
      const answer = sent && (await who.send(method, sent.path, sent.body));
      if (who && usesUp && answer?.ok) isUsedUp(town, who);
    }
  };
  for (const route of Object.keys(ROUTES)) for (const column of LET_IN) await asked(route, column);
  return { world, town };
};
