import type { PlaceView } from '#shared/consultations/views.ts';
import { answer } from '#web/api.ts';
import type { Loading } from '#web/page.ts';

type Kept = 'id' | 'slug' | 'name' | 'languages' | 'timeZone';
export type OfPlace<Part extends keyof PlaceView> = Pick<PlaceView, Kept | Part>;

/** The place that an address names, and of everything about it only what the page shows. */
export const loadPlace = async <Part extends keyof PlaceView>(
  { api, params }: Loading,
  ...parts: readonly Part[]
): Promise<OfPlace<Part>> => {
  const place: PlaceView = await answer(api.places[':slug'].$get({ param: { slug: params['slug'] ?? '' } }));
  const kept: readonly (keyof PlaceView)[] = ['id', 'slug', 'name', 'languages', 'timeZone', ...parts];
  return Object.fromEntries(kept.map((part) => [part, place[part]])) as OfPlace<Part>;
};
