import type { ConsultationId } from '#shared/consultations/schema.ts';
import { standsFor } from '#shared/contributions/merging.ts';
import type { Contribution, ContributionId } from '#shared/contributions/schema.ts';
import type { WholeDraft } from '#shared/versions/schema.ts';
import { itemsOf } from '../contributions/items.ts';
import { textNow } from '../documents/service.ts';
import type { World } from '../world.ts';
import { answeredIn, citationsOf } from './citing.ts';
import { readDraft } from './store.ts';

/** What was said of one that stands for others is said of them too. */
export const withMerged = (said: ReadonlySet<ContributionId>, all: Iterable<Contribution>): Set<ContributionId> => {
  const byId = new Map([...all].map((one) => [one.id as string, one]));
  return new Set(
    [...byId.values()].filter((one) => said.has(one.id) || said.has(standsFor(one, byId).id)).map(({ id }) => id),
  );
};

/** What the parts that still stand in a draft take up. */
export const citedBy = ({ draft, passages }: WholeDraft): ContributionId[] => {
  const standing = new Set(draft.order.map(({ passage }) => passage));
  return passages.filter(({ passage }) => standing.has(passage)).flatMap(({ cites }) => cites);
};

/** Whom nobody has forgotten: what a version or a draft takes up, and what was answered. */
export const takenUpOrAnswered = async (world: World, id: ConsultationId): Promise<Set<ContributionId>> => {
  const [cited, answered, { documents }, { contributions }] = await Promise.all([
    citationsOf(world, id),
    answeredIn(world, id),
    textNow(world, id),
    itemsOf(world, id),
  ]);
  const drafts = await Promise.all(documents.map((document) => readDraft(world, document.id)));
  const said = [...cited.keys(), ...answered, ...drafts.flatMap((whole) => (whole ? citedBy(whole) : []))];
  return withMerged(new Set(said), contributions.values());
};
