import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { News } from '#shared/news/schema.ts';
import { keys } from '../storage/keys.ts';
import { queryAll, remove, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';
import { findNews } from './store.ts';

/** Written with the news itself, so that none stays untold. */
export const toTellStep = ({ consultation, number }: News): Step => ({
  table: 'records',
  put: { ...keys.newsToTell(consultation, number), consultation, number },
});

/** What nobody was told by mail yet. */
export const newsToTell = async (world: World): Promise<News[]> => {
  const waiting = await queryAll(world.storage, 'records', { pk: keys.newsToTell().pk });
  const found = await Promise.all(
    waiting.map((item) => findNews(world, item.consultation as ConsultationId, Number(item.number))),
  );
  return found.filter((news) => news !== undefined);
};

export const forgetToTell = (world: World, { consultation, number }: News): Promise<void> =>
  remove(world.storage, 'records', keys.newsToTell(consultation, number));
