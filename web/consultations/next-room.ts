import { isWaivable, type Gap, type GapCode } from '#shared/consultations/publishing.ts';
import { placeRoom, consultationRoom } from '#web/desk/rooms.ts';

/** Where each of the things that a consultation may lack is given. */
const ROOM_OF = {
  'words-missing': 'about',
  'dates-missing': 'dates',
  'dates-not-in-order': 'dates',
  'opening-too-soon': 'dates',
  'result-dates-outside': 'dates',
  'next-date-missing': 'dates',
  'text-missing': 'text',
  'words-untranslated': 'about',
  'text-untranslated': 'text',
} as const satisfies Partial<Record<GapCode, string>>;

type Of = { id: string; slug: string };

export const roomOf = ({ what }: Gap, { id, slug }: Of): string =>
  what === 'set-up' ? placeRoom(slug, 'set-up') : consultationRoom(id, ROOM_OF[what]);

/** The way from one room of a draft to the next, as long as something is to be done there; then to publishing. */
const WAY = ['about', 'dates', 'text'] as const;

export const nextRoom = (gaps: readonly Gap[], from: (typeof WAY)[number], { id }: Pick<Of, 'id'>): string => {
  const ahead = WAY.slice(WAY.indexOf(from) + 1);
  const room = ahead.find((name) =>
    gaps.some(
      (gap) => gap.what !== 'set-up' && ROOM_OF[gap.what] === name && (gap.what === 'text-missing' || !isWaivable(gap)),
    ),
  );
  return room ? consultationRoom(id, room) : `/c/${id}/desk`;
};
