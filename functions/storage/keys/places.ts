import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { nth, ABOUT, type Key, type Questions } from './key.ts';

/** Places and what belongs to one. */
export const placesQuestions = {
  kindOfStore: { asks: 'Is this a demo town or a city?', asker: 'starting', table: 'records', pk: 'store', sk: 'kind' },
  placeBySlug: {
    asks: 'Which place has this address? Which places are there?',
    asker: 'every page of a place',
    table: 'records',
    pk: 'slugs',
    sk: '<slug>',
  },
  place: {
    asks: 'What is this place like?',
    asker: 'every page of a place',
    table: 'records',
    pk: 'place#<place>',
    sk: 'about',
  },
  earlierConsent: {
    asks: 'What did the consent text of this place say before?',
    asker: 'set-up, privacy page',
    table: 'records',
    pk: 'place#<place>',
    sk: 'consent#<version>',
  },
  placesBelow: {
    asks: 'Which places stand directly below this one?',
    asker: 'home of a place, desk of a region',
    table: 'records',
    pk: 'place#<place>',
    sk: 'below#<place>',
  },
  standingToTell: {
    asks: 'Which place was asked, or answered, and nobody was told by mail yet?',
    asker: 'mail job',
    table: 'records',
    pk: 'standings-to-tell',
    sk: '<place that asks>#<place that is asked>',
  },
  picture: {
    asks: 'What does this logo look like?',
    asker: 'every page of its place',
    table: 'records',
    pk: 'picture#<SHA-256 of its bytes>',
    sk: 'picture',
  },
  consultationsOf: {
    asks: 'Which consultations does this place hold?',
    asker: 'home of a place, recount',
    table: 'records',
    pk: 'place#<place>',
    sk: 'con#<consultation>',
  },
  batch: {
    asks: 'Which batches of cards does this place hand out?',
    asker: 'coming in by a handed card, desk',
    table: 'records',
    pk: 'place#<place>',
    sk: 'batch#<nnnn>',
  },
  tag: {
    asks: 'Which tags does this place use?',
    asker: 'desk',
    table: 'records',
    pk: 'place#<place>',
    sk: 'tag#<tag>',
  },
} as const satisfies Questions;

export const placesKeys = {
  kindOfStore: (): Key => ({ pk: 'store', sk: 'kind' }),
  placeBySlug: (slug: string): Key => ({ pk: 'slugs', sk: slug }),
  place: (place: PlaceId): Key => ({ pk: `place#${place}`, sk: ABOUT }),
  earlierConsent: (place: PlaceId, version?: number): Key => ({
    pk: `place#${place}`,
    sk: `consent#${version === undefined ? '' : String(version).padStart(5, '0')}`,
  }),
  placesBelow: (place: PlaceId, below: PlaceId | '' = ''): Key => ({ pk: `place#${place}`, sk: `below#${below}` }),
  standingToTell: (asking: PlaceId | '' = '', asked: PlaceId | '' = ''): Key => ({
    pk: 'standings-to-tell',
    sk: `${asking}#${asked}`,
  }),
  picture: (id: string): Key => ({ pk: `picture#${id}`, sk: 'picture' }),
  consultationsOf: (place: PlaceId, consultation: ConsultationId | '' = ''): Key => ({
    pk: `place#${place}`,
    sk: `con#${consultation}`,
  }),
  batch: (place: PlaceId, number?: number): Key => ({ pk: `place#${place}`, sk: `batch#${nth(number)}` }),
  tag: (place: PlaceId, tag = ''): Key => ({ pk: `place#${place}`, sk: `tag#${tag}` }),
};
