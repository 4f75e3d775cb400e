import type { SetUpView } from '#shared/places/views.ts';
import { answer } from '#web/api.ts';
import { loadPlaceDesk, type PlaceDesk } from '#web/desk/load.ts';
import type { Loading } from '#web/page.ts';

/** The desk around a part of the set-up, and everything about the place that its coordinators decide. */
export type SetUpData = { desk: PlaceDesk; setUp: SetUpView };

export const loadSetUp = async (loading: Loading): Promise<SetUpData | null> => {
  const desk = await loadPlaceDesk(loading);
  if (!desk) return null;
  const param = { slug: desk.place.slug };
  return { desk, setUp: await answer(loading.api.places[':slug']['set-up'].$get({ param })) };
};
