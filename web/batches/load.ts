import type { BatchView } from '#shared/batches/schema.ts';
import { answer } from '#web/api.ts';
import { loadPlaceDesk, type PlaceDesk } from '#web/desk/load.ts';
import type { Loading } from '#web/page.ts';

export type BatchDesk = { desk: PlaceDesk; batch: BatchView };

/** A batch of the place whose desk this is. */
export const loadBatch = async (loading: Loading): Promise<BatchDesk | null> => {
  const desk = await loadPlaceDesk(loading);
  if (!desk) return null;
  const param = { slug: desk.place.slug, batch: loading.params['batch'] ?? '' };
  return { desk, batch: await answer(loading.api.places[':slug'].batches[':batch'].$get({ param })) };
};

export const cardsRoom = (locale: string, slug: string, rest = ''): string => `/${locale}/p/${slug}/desk/cards${rest}`;

/** Noon on a day of the calendar: on every clock of Europe and its neighbours still that day. */
export const noonOf = (day: string): string => `${day}T12:00:00.000Z`;
