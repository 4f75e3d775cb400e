import type { PlaceView } from '#shared/consultations/views.ts';
import { answer } from '#web/api.ts';
import type { Loading } from '#web/page.ts';

/** The place that an address names. Each page passes on only what it shows. */
export const loadPlace = ({ api, params }: Loading): Promise<PlaceView> =>
  answer(api.places[':slug'].$get({ param: { slug: params['slug'] ?? '' } }));

/** What every page of a place needs of it: its name and address, its colour and logo. */
export type Frame = Pick<PlaceView, 'slug' | 'name' | 'look'>;
export const frameOf = ({ slug, name, look }: PlaceView): Frame => ({ slug, name, ...(look ? { look } : {}) });
