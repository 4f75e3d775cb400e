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

/** Rooms of a consultation's desk, at `/c/{con}/desk/{name}`. */
export const CONSULTATION_ROOMS = [
  { name: 'about', act: 'prepare-consultation' },
  { name: 'text', act: 'edit-text' },
  { name: 'translations', act: 'translate' },
  { name: 'dates', act: 'change-phase' },
  { name: 'preview', act: 'read-drafts' },
  { name: 'progress', act: 'read-progress' },
  { name: 'overview', act: 'read-staff-snapshot' },
  { name: 'snapshot', act: 'read-staff-snapshot' },
  { name: 'suggestions', act: 'read-staff-snapshot' },
  { name: 'version', act: 'comment-draft' },
  { name: 'answers', act: 'ask-addressee' },
  { name: 'measures', act: 'plan-measures' },
  { name: 'batches', act: 'decide-batch' },
  { name: 'audit', act: 'hand-auditors-file' },
  { name: 'announce', act: 'announce' },
] as const satisfies readonly Room[];

type PlaceRoom = (typeof PLACE_ROOMS)[number];
type ConsultationRoom = (typeof CONSULTATION_ROOMS)[number];
export type RoomName = (PlaceRoom | ConsultationRoom)['name'];

/** The rooms whose work somebody with these roles may do. */
export const roomsFor = <One extends Room>(rooms: readonly One[], roles: readonly Role[]): One[] =>
  rooms.filter(({ act }) => mayDo(act, roles).allowed);

export const placeRoom = (slug: string, name: string): string => `/p/${slug}/desk/${name}`;
export const consultationRoom = (con: string, name: string): string => `/c/${con}/desk/${name}`;
