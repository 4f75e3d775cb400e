import type { ConsultationId } from '#shared/consultations/schema.ts';
import { isReadable } from '#shared/contributions/rules.ts';
import type { Contribution, ContributionId } from '#shared/contributions/schema.ts';
import type { DocumentId, Passage, PassageId } from '#shared/documents/schema.ts';
import type { Texts } from '#shared/texts.ts';
import { Problem } from '#shared/problems.ts';
import type { Placed } from '#shared/versions/anchors.ts';
import { placesIn } from '#shared/versions/placing.ts';
import { numbered, planVersion } from '#shared/versions/planning.ts';
import { currentItems, itemsOf } from '../contributions/items.ts';
import { moveContribution } from '../contributions/moving.ts';
import type { MaybeActor } from '../participants/actor.ts';
import type { World } from '../world.ts';
import { draftDeskOf, type DraftDesk } from './drafting.ts';
import { readPlacings, savePlacing } from './store.ts';

/** A contribution whose place in the next version nobody but a person can tell; with the place that one has chosen. */
export type Unsure = {
  contribution: Contribution;
  placed: Placed & { is: 'unsure' };
  /** How each passage that it may belong to reads in the draft. */
  texts: ReadonlyMap<PassageId, Texts>;
  chosen: PassageId | undefined;
};

/** The words that are unsure in the draft as it is now, decided or not. */
export const unsureIn = async (world: World, { whole, base, consultation }: DraftDesk): Promise<Unsure[]> => {
  const { contributions } = await itemsOf(world, consultation.id);
  const said = [...contributions.values()].filter(({ state, anchor }) => anchor && isReadable(state));
  const planned = numbered(planVersion(base, whole.draft, whole.passages), 1);
  const places = placesIn(said, base, planned, whole.draft.base + 1);
  const there = new Map(
    planned.filter(({ withdrawnIn }) => withdrawnIn === undefined).map(({ id, text }) => [id, text]),
  );
  return said.flatMap((contribution): Unsure[] => {
    const placed = places.get(contribution.id);
    if (placed?.is !== 'unsure') return [];
    const chosen = whole.placings.find((one) => one.contribution === contribution.id)?.passage;
    // A place that the draft has taken out since, other than the one that the words were about, is no place.
    const holds = chosen && (there.has(chosen) || chosen === contribution.passage);
    return [{ contribution, placed, texts: there, chosen: holds ? chosen : undefined }];
  });
};

/** A drafter says where unsure words belong: in a passage of the draft, or with the one that they were about. */
export const placeWords = async (
  world: World,
  actor: MaybeActor,
  [id, which, contribution]: [ConsultationId, DocumentId, ContributionId],
  passage: PassageId,
): Promise<void> => {
  const desk = await draftDeskOf(world, actor, id, which);
  const unsure = (await unsureIn(world, desk)).find((one) => one.contribution.id === contribution);
  if (!unsure) throw new Problem('not-found');
  const isThere = desk.whole.draft.order.some((one) => one.passage === passage);
  if (!isThere && unsure.contribution.passage !== passage) throw new Problem('passage-not-there');
  await savePlacing(world, which, { contribution, passage });
};

/** Puts all words where they belong, once the version is public. Done again, it goes on where it stopped. */
export const settleWords = async (
  world: World,
  { consultation, document, version }: { consultation: ConsultationId; document: DocumentId; version: number },
  before: readonly Passage[],
  after: readonly Passage[],
): Promise<void> => {
  const [{ contributions }, placings] = await Promise.all([
    currentItems(world, consultation),
    readPlacings(world, document),
  ]);
  const chosen = new Map(placings.map((one) => [one.contribution, one.passage]));
  const said = [...contributions.values()];
  const places = placesIn(said, before, after, version);
  for (const { id, passage } of said) {
    const placed = places.get(id);
    if (!placed) continue;
    const to = placed.is === 'moves' ? placed.passage : placed.is === 'unsure' ? chosen.get(id) : undefined;
    if (to && to !== passage) await moveContribution(world, { consultation, id }, to, version);
  }
};
