import type { SnapshotId } from '#shared/opinion/schema.ts';
import { keys } from '../storage/keys.ts';
import { queryAll, remove, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';
import type { SnapshotHeader } from './store.ts';

/** Written with the publication itself, so that no published result stays unannounced. */
export const announcementStep = ({ id, consultation }: Pick<SnapshotHeader, 'id' | 'consultation'>): Step => ({
  table: 'records',
  put: { ...keys.announcement(id), snapshot: id, consultation },
});

export const announcements = async (world: World): Promise<{ snapshot: SnapshotId; consultation: string }[]> => {
  const items = await queryAll(world.storage, 'records', { pk: keys.announcement().pk });
  return items.map((item) => ({ snapshot: item.snapshot as SnapshotId, consultation: item.consultation as string }));
};

export const forgetAnnouncement = (world: World, snapshot: SnapshotId): Promise<void> =>
  remove(world.storage, 'records', keys.announcement(snapshot));
