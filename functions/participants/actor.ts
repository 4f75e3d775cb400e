import type { HandedBy } from '#shared/batches/rules.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { Door } from '#shared/consultations/rules.ts';
import type { Language, Locale } from '#shared/locales.ts';
import type { Standing } from '#shared/moderation/standing.ts';
import type { ParticipantId, SessionId } from '#shared/participants/schema.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { mayDo, roleFor, type OfficeAct, type Role } from '#shared/places/rules.ts';
import { Problem } from '#shared/problems.ts';

type ConsentHeld = { version: number; on: string; locale: Locale };

/** Who is asking. Handed to every act as an argument: in a voting system "who" belongs in the signature. */
export type Actor = {
  participant: ParticipantId;
  session: SessionId;
  tokenHash: string;
  /** Decimal name of this device in her ballots. */
  device: string;
  door: Door;
  /** Of which batch her handed card was. Ask `doorIn` which door that opens in a consultation. */
  batch: HandedBy | undefined;
  /** Somebody sits beside her in this session. */
  assisted: boolean;
  reads: Language[];
  hasCard: boolean;
  consents: ReadonlyMap<ConsultationId, ConsentHeld>;
  /** What moderators have measured against her, by place. */
  standings: ReadonlyMap<PlaceId, Standing>;
  /** `open`: she came in a way that opens offices. `locked`: she holds some, and has not come in such a way. */
  office: 'none' | 'locked' | 'open';
  /** What she holds in each place, as far as this session opens it. */
  roles: ReadonlyMap<PlaceId, readonly Role[]>;
};
/** Nobody known: a reader without a session. */
export type MaybeActor = Actor | undefined;

export const requireActor = (actor: MaybeActor): Actor => {
  if (!actor) throw new Problem('not-signed-in');
  return actor;
};

/** The role in which she does this act of office in this place. */
export const requireOffice = (actor: MaybeActor, act: OfficeAct, place: PlaceId): { by: ParticipantId; role: Role } => {
  const { participant, roles, office } = requireActor(actor);
  const held = roles.get(place) ?? [];
  const verdict = mayDo(act, held);
  const role = roleFor(act, held);
  if (!verdict.allowed || !role) throw new Problem(office === 'locked' ? 'passkey-needed' : 'role-missing');
  return { by: participant, role };
};
