import type { Consultation, ConsultationId } from '#shared/consultations/schema.ts';
import type { Passage } from '#shared/documents/schema.ts';
import { FIRST_ROWS, ROWS_IN_REPORT } from '#shared/overview/rules.ts';
import type { ListBeginning, OverviewView, ReportView } from '#shared/overview/schema.ts';
import type { DeskList } from '#shared/suggestions/rules.ts';
import { isCurrent, wordingsOf } from '#shared/versions/wordings.ts';
import { readableConsultation } from '../consultations/service.ts';
import { passagesOf } from '../documents/service.ts';
import { lastCount, type LastCount } from '../opinion/service.ts';
import { itemResultOf, rounded } from '../opinion/view.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import { placeOf } from '../places/service.ts';
import { turnoutIn, wordsWritten } from '../progress/service.ts';
import { candidatesIn } from '../suggestions/filtering.ts';
import { rowsOf } from '../suggestions/listing.ts';
import { groupNamesToEdit } from '../suggestions/names.ts';
import type { World } from '../world.ts';
import { coverageAt } from './covering.ts';
import { groupsOf } from './groups.ts';

/** In the order in which drafters read them. */
const LISTS = ['shared', 'needed', 'divides', 'all', 'too-little', 'linked'] as const satisfies readonly DeskList[];

type Seen = {
  consultation: Consultation;
  last: LastCount | undefined;
  /** By the names that counts know their wordings of today by. */
  passages: Map<string, Passage>;
};

const look = async (world: World, actor: MaybeActor, id: ConsultationId): Promise<Seen> => {
  const consultation = await readableConsultation(world, actor, id);
  requireOffice(actor, 'read-staff-snapshot', consultation.place);
  requireOffice(actor, 'read-progress', consultation.place);
  const [last, passages] = await Promise.all([lastCount(world, id), passagesOf(world, id)]);
  const current = passages.flatMap((passage) =>
    wordingsOf(passage)
      .filter(isCurrent)
      .map((wording): [string, Passage] => [wording.id, passage]),
  );
  return { consultation, last, passages: new Map(current) };
};

/** So many rows of each list, for somebody who reads this language. */
type Reading = { most: number; readIn: string };

const beginningOf = async (
  world: World,
  id: ConsultationId,
  counted: LastCount['counted'],
  list: (typeof LISTS)[number],
  { most, readIn }: Reading,
): Promise<ListBeginning> => {
  const all = candidatesIn(counted, list);
  return { list, rows: await rowsOf(world, id, all.slice(0, most), counted, readIn), total: all.length };
};

const countAt = async (
  world: World,
  id: ConsultationId,
  { header, counted }: LastCount,
  passages: Seen['passages'],
  reading: Reading,
): Promise<NonNullable<OverviewView['count']>> => {
  const names = await groupNamesToEdit(world, id);
  const [groups, ...lists] = await Promise.all([
    groupsOf(world, id, counted, passages, names),
    ...LISTS.map((list) => beginningOf(world, id, counted, list, reading)),
  ]);
  const { at, hash, inputHash, ballots, publishedFor } = header;
  const { votes, weights, map, parameters } = counted.snapshot;
  return {
    at,
    hash,
    inputHash,
    ballots,
    ...(publishedFor && { publishedFor }),
    votes,
    enough: parameters.enough,
    weights: rounded(weights),
    groups,
    names,
    map: rounded(map),
    lists,
  };
};

/** What is known of a consultation by its last count alone: it costs the same for a hundred suggestions and for ten thousand. */
const seenBy = async (
  world: World,
  { consultation, last, passages }: Seen,
  reading: Reading,
): Promise<OverviewView> => {
  const { timeZone } = await placeOf(world, consultation.place);
  const [turnout, count] = await Promise.all([
    turnoutIn(world, consultation, timeZone),
    last && countAt(world, consultation.id, last, passages, reading),
  ]);
  return {
    ...(turnout && { turnout }),
    words: wordsWritten(last ? candidatesIn(last.counted, 'all') : []),
    ...(count && { count }),
  };
};

export const overviewOf = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  readIn: string,
): Promise<OverviewView> => seenBy(world, await look(world, actor, id), { most: FIRST_ROWS, readIn });

/** Every part of the text with what people say about it, in the order of the text. */
const passagesAt = ({ last, passages }: Seen): ReportView['passages'] =>
  (last?.counted.snapshot.items ?? [])
    .flatMap((figure) => {
      const passage = passages.get(figure.id);
      if (!passage) return [];
      const { id, position, heading } = passage;
      return [{ passage: { id, position, heading }, figures: { ...itemResultOf(figure), rank: figure.rank } }];
    })
    .toSorted((a, b) => a.passage.position - b.passage.position);

export const reportOf = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  readIn: string,
): Promise<ReportView> => {
  const seen = await look(world, actor, id);
  const [overview, coverage] = await Promise.all([
    seenBy(world, seen, { most: ROWS_IN_REPORT, readIn }),
    coverageAt(world, seen.consultation, seen.last?.counted),
  ]);
  return { ...overview, passages: passagesAt(seen), coverage };
};
