import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { Contribution, ContributionId } from '#shared/contributions/schema.ts';
import { Problem } from '#shared/problems.ts';
import type { AskSuggestion } from '#shared/suggestions/schema.ts';
import type { SuggestionView } from '#shared/suggestions/views.ts';
import { contributionAsIs } from '../contributions/moderated.ts';
import { readIn } from '../contributions/translated.ts';
import { publicContribution } from '../contributions/views.ts';
import { lastCount } from '../opinion/service.ts';
import type { MaybeActor } from '../participants/actor.ts';
import type { World } from '../world.ts';
import { drafterAt } from './desk.ts';
import { candidatesIn } from './filtering.ts';
import { besideOf, colleaguesIn, rowOf } from './listing.ts';
import { mergedIn } from './merges.ts';
import { findWork, listNotes, listTags } from './store.ts';

/** One suggestion with everything that was done about it, and its neighbours in the list that it was opened from. */
export const viewSuggestion = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  which: ContributionId,
  ask: AskSuggestion,
): Promise<SuggestionView> => {
  const { consultation, by } = await drafterAt(world, actor, id);
  const contribution = await contributionAsIs(world, id, which);
  if (!contribution) throw new Problem('not-found');
  const [count, work, merged, notes, tags, colleagues, into] = await Promise.all([
    lastCount(world, id),
    findWork(world, id, which),
    mergedIn(world, which),
    listNotes(world, which),
    listTags(world, consultation.place),
    colleaguesIn(world, consultation.place),
    contribution.merged && contributionAsIs(world, id, contribution.merged),
  ]);
  const candidate = count && candidatesIn(count.counted, 'all').find((one) => one.id === which);
  const parts = await Promise.all(merged.map((one) => contributionAsIs(world, id, one)));
  const row = rowOf(contribution, candidate, work, count?.counted);
  const [[said = row.contribution], beside] = await Promise.all([
    readIn(world, id, ask.readIn, [row.contribution]),
    besideOf(world, id, count?.counted, which, ask),
  ]);
  return {
    ...row,
    contribution: said,
    merged: parts
      .filter((one): one is Contribution => one !== undefined)
      .map((one) => ({ ...publicContribution(one, undefined), version: one.version })),
    ...(into && { into: publicContribution(into, undefined) }),
    notes: notes.map(({ by: writer, ...note }) => ({ ...note, mine: writer === by })),
    groups: count?.counted.snapshot.groups.list.map(({ label }) => label) ?? [],
    tags,
    colleagues,
    ...(beside && { beside }),
  };
};
