import { phaseAt, stageAfter } from '#shared/consultations/phases.ts';
import type { Consultation } from '#shared/consultations/schema.ts';
import type { DeskConsultation } from '#shared/consultations/views.ts';
import { remindersDue } from '#shared/progress/reminders.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import { placeIdAt } from '../places/service.ts';
import { lacksFor } from '../progress/standing.ts';
import { nowIn, type World } from '../world.ts';
import { needsOf } from './publishing.ts';
import { consultationsNow } from './service.ts';

/** How much is missing for the steps that those who run it are reminded of now. */
const lackingNow = async (world: World, consultation: Consultation): Promise<number> => {
  const due = remindersDue(consultation.stages, nowIn(world));
  const lacks = await Promise.all(due.map(({ phase }) => lacksFor(world, consultation, phase)));
  return new Set(lacks.flat()).size;
};

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
      lacking: draft ? 0 : await lackingNow(world, consultation),
    };
  });
  return Promise.all(listed);
};
