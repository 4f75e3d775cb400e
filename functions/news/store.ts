import type { ConsultationId } from '#shared/consultations/schema.ts';
import { News } from '#shared/news/schema.ts';
import { keys } from '../storage/keys.ts';
import { get, queryAll, transact, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';

export const saveNews = (world: World, news: News, also: Step[]): Promise<boolean> =>
  transact(world.storage, [
    { table: 'records', put: { ...keys.news(news.consultation, news.number), ...news }, if: { is: 'absent' } },
    ...also,
  ]);

export const listNews = async (world: World, consultation: ConsultationId): Promise<News[]> => {
  const { pk, sk } = keys.news(consultation);
  return (await queryAll(world.storage, 'records', { pk, prefix: sk })).map((item) => News.parse(item));
};

export const findNews = async (
  world: World,
  consultation: ConsultationId,
  number: number,
): Promise<News | undefined> => {
  const item = await get(world.storage, 'records', keys.news(consultation, number));
  return item && News.parse(item);
};
