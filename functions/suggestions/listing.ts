import type { ConsultationId } from '#shared/consultations/schema.ts';
import { isReadable } from '#shared/contributions/rules.ts';
import { standsFor } from '#shared/contributions/merging.ts';
import type { Contribution, ContributionId } from '#shared/contributions/schema.ts';
import { isLanguage } from '#shared/locales.ts';
import { mayDo } from '#shared/places/rules.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { ROWS_ON_A_PAGE, type DeskList } from '#shared/suggestions/rules.ts';
import type { AskSuggestion, AskSuggestions, Work } from '#shared/suggestions/schema.ts';
import type { Beside, DeskSuggestion, SuggestionsPage } from '#shared/suggestions/views.ts';
import { readableConsultation } from '../consultations/service.ts';
import { itemsOf } from '../contributions/items.ts';
import { contributionAsIs } from '../contributions/moderated.ts';
import { readIn, translationsIn } from '../contributions/translated.ts';
import { publicContribution } from '../contributions/views.ts';
import { lastCount, type LastCount } from '../opinion/service.ts';
import { itemResultOf } from '../opinion/view.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import { staffOf } from '../staff/service.ts';
import { takenUpOrAnswered } from '../versions/taken-up.ts';
import type { World } from '../world.ts';
import { asksForWork, candidatesIn, hasWords, isAskedFor, type Ask, type Candidate } from './filtering.ts';
import { groupNamesToEdit } from './names.ts';
import { findWork, listTags, listWork } from './store.ts';

/** Who may be asked to look after a suggestion here. */
export const colleaguesIn = async (world: World, place: PlaceId): Promise<SuggestionsPage['colleagues']> =>
  (await staffOf(world, place))
    .filter(({ roles }) => mayDo('work-on-suggestions', roles).allowed)
    .map(({ participant, name }) => ({ participant, name }));

const mergesIn = (counted: LastCount['counted'] | undefined, id: string): number =>
  counted?.input.items.filter(({ merged }) => merged === id).length ?? 0;

/** A suggestion as the desk shows it. */
export const rowOf = (
  contribution: Contribution,
  candidate: Candidate | undefined,
  work: Work | undefined,
  counted: LastCount['counted'] | undefined,
): DeskSuggestion => {
  const { contribution: _, ...done } = work ?? { contribution: contribution.id, tags: [], version: 0 };
  const figure = candidate?.figure;
  return {
    contribution: publicContribution(contribution, undefined),
    version: contribution.version,
    ...(figure && { figures: itemResultOf(figure) }),
    ...(figure?.rank && { rank: figure.rank }),
    lists: candidate?.lists ?? ['new'],
    standsFor: mergesIn(counted, contribution.id),
    work: done,
  };
};

/** What came after the last count, or everything before the first: newest first. */
const newcomers = async (
  world: World,
  id: ConsultationId,
  counted: LastCount['counted'] | undefined,
): Promise<Candidate[]> => {
  const known = new Set(counted?.input.items.map((item) => item.id));
  const { contributions } = await itemsOf(world, id);
  const byId = new Map([...contributions.values()].map((one) => [one.id as string, one]));
  return [...byId.values()]
    .filter((one) => !known.has(one.id) && isReadable(one.state) && standsFor(one, byId) === one)
    .toSorted((a, b) => b.item - a.item)
    .map(({ id: which, kind, language, passage }) => ({ id: which, kind, language, passage, lists: ['new'] }));
};

const withWords = async (
  world: World,
  id: ConsultationId,
  candidates: Candidate[],
  { words, readIn: language }: { words: string; readIn: string },
): Promise<Candidate[]> => {
  const [{ contributions }, translations] = await Promise.all([itemsOf(world, id), translationsIn(world, id)]);
  // Whoever reads a translation looks for its words.
  const wordsOf = ({ id: which, text }: Contribution): string =>
    `${text} ${(isLanguage(language) && translations.get(which)?.[language]?.text) || ''}`;
  const found = new Set<string>(
    [...contributions.values()]
      .filter((one) => isReadable(one.state) && hasWords(wordsOf(one), words))
      .map((one) => one.id),
  );
  return candidates.filter((one) => found.has(one.id));
};

/** Everything that was asked for, in order, without its words. */
const chosen = async (
  world: World,
  id: ConsultationId,
  counted: LastCount['counted'] | undefined,
  ask: Ask,
): Promise<Candidate[]> => {
  const list: DeskList = ask.list ?? (counted ? 'all' : 'new');
  const all = list === 'new' || !counted ? await newcomers(world, id, counted) : candidatesIn(counted, list);
  const [work, remembered] = await Promise.all([
    asksForWork(ask) ? listWork(world, id) : [],
    ask.outcome === 'left' ? takenUpOrAnswered(world, id) : new Set<string>(),
  ]);
  const workOf = new Map<string, Work>(work.map((one) => [one.contribution, one]));
  const found = all.filter((one) => isAskedFor(one, ask, { workOf, remembered }));
  const words = ask.words?.trim();
  return words ? withWords(world, id, found, { words, readIn: ask.readIn }) : found;
};

/**
 * What stands before and after a suggestion in the list that it was opened from. One that has left the list meanwhile,
 * because it was answered, say, has what is there now before and after where it stood.
 */
export const besideOf = async (
  world: World,
  id: ConsultationId,
  counted: LastCount['counted'] | undefined,
  which: ContributionId,
  ask: AskSuggestion,
): Promise<Beside | undefined> => {
  if (ask.at === undefined) return undefined;
  const ids = (await chosen(world, id, counted, ask)).map((one) => one.id as ContributionId);
  const stands = ids.indexOf(which);
  const at = stands < 0 ? Math.min(ask.at, ids.length) : stands;
  const [previous, next] = [at - 1, stands < 0 ? at : at + 1].map((place) => {
    const one = ids[place];
    return one && { id: one, at: place };
  });
  return { at, total: ids.length, ...(previous && { previous }), ...(next && { next }) };
};

/** The rows of these candidates, each read by itself: what was withdrawn or withheld since the count is not among them. */
export const rowsOf = async (
  world: World,
  id: ConsultationId,
  candidates: readonly Candidate[],
  counted: LastCount['counted'] | undefined,
  language: string,
): Promise<DeskSuggestion[]> => {
  const rows = await Promise.all(
    candidates.map(async (candidate) => {
      const which = candidate.id as ContributionId;
      const [contribution, work] = await Promise.all([contributionAsIs(world, id, which), findWork(world, id, which)]);
      return contribution && isReadable(contribution.state) ? [rowOf(contribution, candidate, work, counted)] : [];
    }),
  );
  const shown = rows.flat();
  const said = await readIn(
    world,
    id,
    language,
    shown.map(({ contribution }) => contribution),
  );
  return shown.map((row, i) => ({ ...row, contribution: said[i] ?? row.contribution }));
};

/**
 * One page of suggestions. It is chosen and put in order by what the last count knows; only the rows of the page are
 * read one by one, so that a page costs the same for a hundred suggestions and for ten thousand. Searching words reads
 * all of them, for they are kept nowhere else.
 */
export const listSuggestions = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  ask: AskSuggestions,
): Promise<SuggestionsPage> => {
  const { place } = await readableConsultation(world, actor, id);
  requireOffice(actor, 'read-staff-snapshot', place);
  const count = await lastCount(world, id);
  const found = await chosen(world, id, count?.counted, ask);
  const from = ask.from < found.length ? ask.from : 0;
  const [rows, names, tags, colleagues] = await Promise.all([
    rowsOf(world, id, found.slice(from, from + ROWS_ON_A_PAGE), count?.counted, ask.readIn),
    groupNamesToEdit(world, id),
    listTags(world, place),
    colleaguesIn(world, place),
  ]);
  return {
    rows,
    from,
    total: found.length,
    groups: count?.counted.snapshot.groups.list.map(({ label }) => label) ?? [],
    names,
    ...(count && { countedAt: count.header.at }),
    tags,
    colleagues,
  };
};
