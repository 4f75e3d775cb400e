import { publicationDates } from '#shared/consultations/rules.ts';
import type { Consultation, ConsultationId } from '#shared/consultations/schema.ts';
import type { ResultsView, StaffResultsView } from '#shared/consultations/views.ts';
import { Problem } from '#shared/problems.ts';
import { snapshotText } from '#shared/opinion/snapshot.ts';
import { SECOND } from '#shared/time.ts';
import { readableConsultation } from '../consultations/service.ts';
import { currentItems } from '../contributions/items.ts';
import { readersPseudonym } from '../contributions/service.ts';
import { readIn } from '../contributions/translated.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import { nowIn, type World } from '../world.ts';
import { groupNamesOf } from '../suggestions/names.ts';
import { auditorsOf } from './auditors.ts';
import { countedOf, latestHeader, publishedHeader, type Counted, type SnapshotHeader } from './store.ts';
import { staffViewOf, viewOf } from './view.ts';

/** A snapshot never changes, so it may be remembered; what it is about is looked up each time. */
const REMEMBERED = 60 * SECOND;

const remembered = (world: World, header: SnapshotHeader): Promise<Counted> =>
  world.cache.remember(`snapshot ${header.id}`, REMEMBERED, () => countedOf(world, header));

export type LastCount = { header: SnapshotHeader; counted: Counted };

/** The last count, for services of people in office; undefined before the first. */
export const lastCount = async (world: World, id: ConsultationId): Promise<LastCount | undefined> => {
  const header = await latestHeader(world, id);
  return header && { header, counted: await remembered(world, header) };
};

const lookAt = (world: World, actor: MaybeActor, id: ConsultationId, header: SnapshotHeader) =>
  Promise.all([
    remembered(world, header),
    currentItems(world, id),
    readersPseudonym(world, actor, id),
    groupNamesOf(world, id),
    auditorsOf(world, id),
  ]);

/** The snapshot of the last announced moment; while that one is being counted, still the one before. */
export const lastResultOf = async (world: World, consultation: Consultation): Promise<SnapshotHeader | undefined> => {
  const now = nowIn(world);
  const moments = publicationDates(consultation).filter((date) => date <= now);
  for (const moment of moments.toReversed()) {
    const header = await publishedHeader(world, consultation.id, moment);
    if (header) return header;
  }
  return undefined;
};

export const requirePublished = async (world: World, consultation: Consultation): Promise<SnapshotHeader> => {
  const header = await lastResultOf(world, consultation);
  if (!header) throw new Problem('results-not-yet-public');
  return header;
};

/** Each row with how its words read in the reader's language, where they have been brought into it. */
const rowsIn = async <View extends ResultsView>(
  world: World,
  id: ConsultationId,
  language: string,
  view: View,
): Promise<View> => {
  const said = await readIn(
    world,
    id,
    language,
    view.rows.flatMap(({ contribution }) => contribution ?? []),
  );
  const read = new Map(said.map((one) => [one.id, one]));
  const rows = view.rows.map((row) => {
    const contribution = row.contribution && read.get(row.contribution.id);
    return contribution ? { ...row, contribution } : row;
  });
  return { ...view, rows };
};

/** The result everybody may see. */
export const publicResults = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  language = '',
): Promise<ResultsView> => {
  const header = await requirePublished(world, await readableConsultation(world, actor, id));
  return rowsIn(world, id, language, viewOf(header, ...(await lookAt(world, actor, id, header))));
};

/** The published snapshot as the very bytes whose hash stands beside the result: ids and numbers, nobody's words. */
export const publishedBytes = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
): Promise<{ bytes: string; hash: string }> => {
  const header = await requirePublished(world, await readableConsultation(world, actor, id));
  const { snapshot } = await remembered(world, header);
  return { bytes: snapshotText(snapshot), hash: header.hash };
};

/** The last snapshot, for staff while a deliberation runs. */
export const staffSnapshot = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  language = '',
): Promise<StaffResultsView> => {
  const consultation = await readableConsultation(world, actor, id);
  requireOffice(actor, 'read-staff-snapshot', consultation.place);
  const header = await latestHeader(world, id);
  if (!header) throw new Problem('results-not-yet-public');
  return rowsIn(world, id, language, staffViewOf(header, ...(await lookAt(world, actor, id, header))));
};
