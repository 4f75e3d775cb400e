import type { Consultation, ConsultationId } from '#shared/consultations/schema.ts';
import type { ParticipantId } from '#shared/participants/schema.ts';
import type { Role } from '#shared/places/rules.ts';
import { readableConsultation } from '../consultations/service.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import type { World } from '../world.ts';

export type DrafterAt = { consultation: Consultation; by: ParticipantId; role: Role };

/** The consultation, for somebody who may work on its suggestions. */
export const drafterAt = async (world: World, actor: MaybeActor, id: ConsultationId): Promise<DrafterAt> => {
  const consultation = await readableConsultation(world, actor, id);
  return { consultation, ...requireOffice(actor, 'work-on-suggestions', consultation.place) };
};
