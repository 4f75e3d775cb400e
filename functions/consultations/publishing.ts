import {
  isWaivable,
  openNeeds,
  publishGaps,
  stagesToPublish,
  type Gap,
  type TextState,
} from '#shared/consultations/publishing.ts';
import type { Publish } from '#shared/consultations/requests.ts';
import type { Consultation, ConsultationId } from '#shared/consultations/schema.ts';
import { setUpGaps } from '#shared/places/gaps.ts';
import { Problem } from '#shared/problems.ts';
import { documentsOf, passagesOf } from '../documents/service.ts';
import { writeDown } from '../ledger/service.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import { placeOf } from '../places/service.ts';
import { nowIn, type World } from '../world.ts';
import { saveChanged } from './saving.ts';
import { consultationNow } from './service.ts';

const textOf = async (world: World, id: ConsultationId): Promise<TextState> => {
  const [documents, passages] = await Promise.all([documentsOf(world, id), passagesOf(world, id)]);
  const texts = [...documents.map(({ title }) => title), ...passages.flatMap(({ heading, text }) => [heading, text])];
  return { passages: passages.length, texts };
};

/** What this consultation still needs: before it is published, or since. */
export const needsOf = async (world: World, consultation: Consultation): Promise<Gap[]> => {
  const text = await textOf(world, consultation.id);
  const now = nowIn(world);
  if (!consultation.draft) return openNeeds(consultation, text, now);
  return publishGaps(consultation, text, setUpGaps(await placeOf(world, consultation.place)), now);
};

export const needsFor = async (world: World, actor: MaybeActor, id: ConsultationId): Promise<Gap[]> => {
  const consultation = await consultationNow(world, actor, id);
  requireOffice(actor, 'read-drafts', consultation.place);
  return needsOf(world, consultation);
};

/** Publishes a draft: from now on everybody can read it, and it opens on its first date. */
export const publishConsultation = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  { version, withoutText, withoutTranslations }: Publish,
): Promise<Consultation> => {
  const { draft, ...consultation } = await consultationNow(world, actor, id);
  const { place } = consultation;
  const { by, role } = requireOffice(actor, 'open-consultation', place);
  if (!draft) throw new Problem('already-published');
  const isWaived = (gap: Gap): boolean =>
    isWaivable(gap) && (gap.what === 'text-missing' ? withoutText : withoutTranslations);
  const gaps = await needsOf(world, { ...consultation, draft });
  if (!gaps.every(isWaived)) throw new Problem('not-ready');
  const line = writeDown(world, { place, by, role, act: 'open-consultation', subject: id });
  const stages = stagesToPublish(draft, nowIn(world));
  return saveChanged(world, { ...consultation, stages, version: version + 1 }, [line]);
};
