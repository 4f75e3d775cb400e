import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { ContributionId } from '#shared/contributions/schema.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { GroupName, Work, WorkNote, type NoteId } from '#shared/suggestions/schema.ts';
import { keys } from '../storage/keys.ts';
import { get, put, queryAll, remove, type Condition, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';

/** A first version finds nothing there, a later one the one before it. */
const next = (version: number): Condition =>
  version === 1 ? { is: 'absent' } : { is: 'version', version: version - 1 };

export const findWork = async (
  world: World,
  consultation: ConsultationId,
  contribution: ContributionId,
): Promise<Work | undefined> => {
  const item = await get(world.storage, 'records', keys.work(consultation, contribution));
  return item && Work.parse(item);
};

/** All that was ever worked on. */
export const listWork = async (world: World, consultation: ConsultationId): Promise<Work[]> => {
  const { pk } = keys.work(consultation);
  return (await queryAll(world.storage, 'records', { pk })).map((item) => Work.parse(item));
};

export const workStep = (consultation: ConsultationId, work: Work): Step => ({
  table: 'records',
  put: { ...keys.work(consultation, work.contribution), ...work },
  if: next(work.version),
});

export const tagStep = (place: PlaceId, tag: string): Step => ({
  table: 'records',
  put: { ...keys.tag(place, tag), tag },
});

/** Every tag that somebody in the place has used, in code unit order. */
export const listTags = async (world: World, place: PlaceId): Promise<string[]> => {
  const { pk, sk } = keys.tag(place);
  return (await queryAll(world.storage, 'records', { pk, prefix: sk })).map(({ tag }) => String(tag));
};

export const saveNote = (world: World, contribution: ContributionId, note: WorkNote): Promise<boolean> =>
  put(world.storage, 'records', { ...keys.workNote(contribution, note.id), ...note }, { is: 'absent' });

export const listNotes = async (world: World, contribution: ContributionId): Promise<WorkNote[]> => {
  const { pk } = keys.workNote(contribution);
  return (await queryAll(world.storage, 'records', { pk })).map((item) => WorkNote.parse(item));
};

export const removeNote = (world: World, contribution: ContributionId, note: NoteId): Promise<void> =>
  remove(world.storage, 'records', keys.workNote(contribution, note));

export const listGroupNames = async (world: World, consultation: ConsultationId): Promise<GroupName[]> => {
  const { pk, sk } = keys.groupName(consultation);
  return (await queryAll(world.storage, 'records', { pk, prefix: sk })).map((item) => GroupName.parse(item));
};

export const groupNameStep = (consultation: ConsultationId, name: GroupName): Step => ({
  table: 'records',
  put: { ...keys.groupName(consultation, name.label), ...name },
  if: next(name.version),
});
