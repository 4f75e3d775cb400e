import type { OfficeAct, Role } from '#shared/places/rules.ts';
import { mayDo } from '#shared/places/rules.ts';

/** A room of a desk: where one kind of office work is done, and the act whose holders find the door. */
type Room = { name: string; act: OfficeAct };

/** Rooms of a place's desk, at `/p/{slug}/desk/{name}`, in the order in which they are needed. */
export const PLACE_ROOMS = [
  { name: 'set-up', act: 'change-place' },
  { name: 'cards', act: 'hand-cards' },
  { name: 'cases', act: 'moderate' },
  { name: 'phrases', act: 'write-phrases' },
  { name: 'flaggers', act: 'appoint-flagger' },
  { name: 'staff', act: 'see-staff' },
  { name: 'below', act: 'read-places-below' },
  { name: 'ledger', act: 'read-ledger' },
  { name: 'statements', act: 'export-statements' },
] as const satisfies readonly Room[];

/** What the rooms of a consultation's desk are for, in the order in which a consultation goes. */
const ROOM_GROUPS = ['prepare', 'listen', 'answer', 'check'] as const;
export type RoomGroup = (typeof ROOM_GROUPS)[number];

/** Rooms of a consultation's desk, at `/c/{con}/desk/{name}`. */
const CONSULTATION_ROOMS = [
  { name: 'about', group: 'prepare', act: 'prepare-consultation' },
  { name: 'text', group: 'prepare', act: 'edit-text' },
  { name: 'translations', group: 'prepare', act: 'translate' },
  { name: 'dates', group: 'prepare', act: 'change-phase' },
  { name: 'preview', group: 'prepare', act: 'read-drafts' },
  { name: 'poster', group: 'prepare', act: 'prepare-consultation' },
  { name: 'progress', group: 'listen', act: 'read-progress' },
  { name: 'overview', group: 'listen', act: 'read-staff-snapshot' },
  { name: 'suggestions', group: 'listen', act: 'read-staff-snapshot' },
  { name: 'snapshot', group: 'listen', act: 'read-staff-snapshot' },
  { name: 'version', group: 'answer', act: 'comment-draft' },
  { name: 'answers', group: 'answer', act: 'ask-addressee' },
  { name: 'measures', group: 'answer', act: 'plan-measures' },
  { name: 'announce', group: 'answer', act: 'announce' },
  { name: 'batches', group: 'check', act: 'decide-batch' },
  { name: 'audit', group: 'check', act: 'hand-auditors-file' },
] as const satisfies readonly (Room & { group: RoomGroup })[];

type PlaceRoom = (typeof PLACE_ROOMS)[number];
type ConsultationRoom = (typeof CONSULTATION_ROOMS)[number];
export type RoomName = (PlaceRoom | ConsultationRoom)['name'];

/** The rooms whose work somebody with these roles may do. */
export const roomsFor = <One extends Room>(rooms: readonly One[], roles: readonly Role[]): One[] =>
  rooms.filter(({ act }) => mayDo(act, roles).allowed);

/** The rooms of a consultation in which somebody with these roles works, by what they are for. */
export const groupsFor = (roles: readonly Role[]): { group: RoomGroup; names: ConsultationRoom['name'][] }[] =>
  ROOM_GROUPS.map((group) => ({
    group,
    names: roomsFor(CONSULTATION_ROOMS, roles).flatMap((room) => (room.group === group ? [room.name] : [])),
  })).filter(({ names }) => names.length > 0);

export const placeRoom = (slug: string, name: string): string => `/p/${slug}/desk/${name}`;
export const consultationRoom = (con: string, name: string): string => `/c/${con}/desk/${name}`;
