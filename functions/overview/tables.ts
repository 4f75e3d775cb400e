import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { AllTables, ReportView, TableRow } from '#shared/overview/schema.ts';
import { readingOf } from '#shared/reading.ts';
import type { Texts } from '#shared/texts.ts';
import type { MaybeActor } from '../participants/actor.ts';
import type { World } from '../world.ts';
import { reportOf } from './service.ts';

const HIDDEN = 'hidden';

const inOriginal = (texts: Texts): string => readingOf(texts, [])?.text ?? '';

/** One number a row: what it is of, of which day, door or language. Numbers that would give somebody away are not there. */
const participation = ({ turnout }: ReportView): TableRow[] => {
  if (!turnout) return [];
  const { span, joined, votes, doors, languages, helped } = turnout;
  const parts = {
    [`joined-by-${span}`]: joined,
    [`votes-by-${span}`]: votes,
    'voted-by-door': doors,
    'voted-by-language': languages,
  };
  return [
    ...Object.entries(parts).flatMap(([of, { total, cells }]) => [
      ...(cells ?? []).map(({ key, count }): TableRow => ({ of, for: key, count: count ?? HIDDEN })),
      { of, for: 'all', count: total ?? HIDDEN },
    ]),
    { of: 'voted-with-help', for: 'all', count: helped ?? HIDDEN },
  ];
};

const groups = ({ count }: ReportView): TableRow[] =>
  (count?.groups.list ?? []).map(({ label, name, ballots, share, centre }) => ({
    group: label,
    name: inOriginal(name ?? {}),
    ballots,
    share,
    'to-the-right': centre.x,
    upwards: centre.y,
  }));

const map = ({ count }: ReportView): TableRow[] =>
  (count?.map ?? []).map(({ x, y, people, group }) => ({ group: group ?? '', people, 'to-the-right': x, upwards: y }));

const passages = ({ passages: all, count }: ReportView): TableRow[] =>
  all.map(({ passage, figures: { dealt, agree, missing, groups: by } }) => ({
    part: passage.position,
    heading: inOriginal(passage.heading),
    ...dealt,
    'agree-share': agree.share,
    'agree-at-least': agree.low,
    'voices-missing': missing,
    ...Object.fromEntries(
      (count?.groups.list ?? []).map(({ label }) => [`group-${label}-share`, by[label]?.share ?? '']),
    ),
  }));

const coverage = ({ coverage: { byLanguage, byGroup, byPassage, byRank } }: ReportView): TableRow[] =>
  Object.entries({ language: byLanguage, group: byGroup, part: byPassage, rank: byRank }).flatMap(([by, rows]) =>
    rows.map(({ key, all, left }) => ({ by, key, all, left })),
  );

/** All figures of the last count as tables: of people only counts that give nobody away, and nobody's words. */
export const tablesOf = async (world: World, actor: MaybeActor, id: ConsultationId): Promise<AllTables> => {
  const report = await reportOf(world, actor, id, '');
  return {
    participation: participation(report),
    groups: groups(report),
    map: map(report),
    passages: passages(report),
    coverage: coverage(report),
  };
};
