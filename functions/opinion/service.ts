import { maySeeResults, publishedAsOf } from '#shared/consultations/rules.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { ResultRow, ResultsView } from '#shared/consultations/views.ts';
import { ranked } from '#shared/opinion/tally.ts';
import { Problem } from '#shared/problems.ts';
import { SECOND } from '#shared/time.ts';
import { readableConsultation } from '../consultations/service.ts';
import { currentItems } from '../contributions/items.ts';
import { readersPseudonym } from '../contributions/service.ts';
import { publicContribution } from '../contributions/views.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import { nowIn, type World } from '../world.ts';
import { latestHeader, publishedHeader, rowsOf, type SnapshotHeader } from './store.ts';

/** A snapshot never changes, so its rows may be remembered; what they are about is looked up each time. */
const REMEMBERED = 60 * SECOND;

/** Rows seen through what the items are this moment: what was withdrawn or withheld is not shown, at once. */
const view = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  header: SnapshotHeader,
): Promise<ResultsView> => {
  const [rows, items, reader] = await Promise.all([
    world.cache.remember(`rows ${header.id}`, REMEMBERED, () => rowsOf(world, header)),
    currentItems(world, id),
    readersPseudonym(world, actor, id),
  ]);
  const shown = rows.flatMap((row): ResultRow[] => {
    const passage = items.passages.get(row.item);
    if (passage) {
      const { id: which, position, heading, summary } = passage;
      return [{ ...row, passage: { id: which, position, heading, summary } }];
    }
    const contribution = items.contributions.get(row.item);
    if (contribution?.state !== 'published') return [];
    return [{ ...row, contribution: publicContribution(contribution, reader) }];
  });
  const { at, publishedFor, ballots } = header;
  return { at, ...(publishedFor && { publishedFor }), ballots, rows: ranked(shown) };
};

/** The result everybody may see: the snapshot of the last announced moment. */
export const publicResults = async (world: World, actor: MaybeActor, id: ConsultationId): Promise<ResultsView> => {
  const consultation = await readableConsultation(world, actor, id);
  const now = nowIn(world);
  const moment = publishedAsOf(consultation, now);
  const header = moment && (await publishedHeader(world, id, moment));
  if (!maySeeResults(consultation, now).allowed || !header) throw new Problem('results-not-yet-public');
  return view(world, actor, id, header);
};

/** The last snapshot, for staff while a deliberation runs. */
export const staffSnapshot = async (world: World, actor: MaybeActor, id: ConsultationId): Promise<ResultsView> => {
  const consultation = await readableConsultation(world, actor, id);
  requireOffice(actor, 'read-staff-snapshot', consultation.place);
  const header = await latestHeader(world, id);
  if (!header) throw new Problem('results-not-yet-public');
  return view(world, actor, id, header);
};
