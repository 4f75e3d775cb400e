import type { ConsultationId } from '#shared/consultations/schema.ts';
import { isReadable } from '#shared/contributions/rules.ts';
import type { ContributionId } from '#shared/contributions/schema.ts';
import type { Passage } from '#shared/documents/schema.ts';
import type { OverviewView } from '#shared/overview/schema.ts';
import { contributionAsIs } from '../contributions/moderated.ts';
import type { LastCount } from '../opinion/service.ts';
import { rounded } from '../opinion/view.ts';
import type { World } from '../world.ts';

type Groups = NonNullable<OverviewView['count']>['groups'];
type Named = Groups['list'][number]['agrees'][number];

/** The words that groups are about, read one by one: there are few of them, however many suggestions there are. */
const namesOf = async (
  world: World,
  id: ConsultationId,
  ids: readonly string[],
  passages: ReadonlyMap<string, Passage>,
): Promise<Map<string, Named>> => {
  const found = await Promise.all(
    [...new Set(ids)].map(async (which): Promise<[string, Named][]> => {
      const passage = passages.get(which);
      if (passage) return [[which, { item: passage.item, passage: { id: passage.id, heading: passage.heading } }]];
      if (!which.startsWith('ctr_')) return [];
      const one = await contributionAsIs(world, id, which as ContributionId);
      if (!one || !isReadable(one.state)) return [];
      const { item, text, language } = one;
      return [[which, { item, contribution: { id: one.id, text, language } }]];
    }),
  );
  return new Map(found.flat());
};

/** The opinion groups with their drafters' names and what each is about. */
export const groupsOf = async (
  world: World,
  id: ConsultationId,
  { snapshot: { groups } }: LastCount['counted'],
  passages: ReadonlyMap<string, Passage>,
  names: NonNullable<OverviewView['count']>['names'],
): Promise<Groups> => {
  const words = await namesOf(
    world,
    id,
    groups.list.flatMap(({ defining }) => defining.map((one) => one.id)),
    passages,
  );
  return {
    reason: groups.reason,
    list: groups.list.map(({ defining, centre: [x, y], ...group }) => {
      const about = (side: 'agree' | 'disagree'): Named[] =>
        defining.filter(({ direction }) => direction === side).flatMap((one) => words.get(one.id) ?? []);
      const { name = {} } = names[group.label] ?? {};
      return {
        ...rounded({ ...group, centre: { x, y } }),
        ...(Object.keys(name).length > 0 && { name }),
        agrees: about('agree'),
        disagrees: about('disagree'),
      };
    }),
  };
};
