import { phaseAt, stageAfter } from '#shared/consultations/phases.ts';
import type { DeskConsultation } from '#shared/consultations/views.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import { placeIdAt } from '../places/service.ts';
import { nowIn, type World } from '../world.ts';
import { needsOf } from './publishing.ts';
import { consultationsNow } from './service.ts';

/** Every consultation of a place for those in office there, drafts among them, each with what it needs. */
export const listForDesk = async (world: World, actor: MaybeActor, slug: string): Promise<DeskConsultation[]> => {
  const place = await placeIdAt(world, slug);
  requireOffice(actor, 'read-drafts', place);
  const now = nowIn(world);
  const listed = (await consultationsNow(world, place)).map(async (consultation): Promise<DeskConsultation> => {
    const { id, title, question, languages, draft } = consultation;
    const next = draft?.plan[0] ?? stageAfter(consultation, now);
    const standing = { phase: phaseAt(consultation, now), ...(next && { next }) };
    return {
      id,
      title,
      question,
      languages,
      standing,
      isDraft: draft !== undefined,
      needs: await needsOf(world, consultation),
    };
  });
  return Promise.all(listed);
};
