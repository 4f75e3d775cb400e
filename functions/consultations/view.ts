import { phaseAt, stageAfter } from '#shared/consultations/phases.ts';
import { maySeeResults, publicationDates } from '#shared/consultations/rules.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { ConsultationView } from '#shared/consultations/views.ts';
import { countCards } from '../contributions/service.ts';
import { documentsOf } from '../documents/service.ts';
import type { MaybeActor } from '../participants/actor.ts';
import { briefOf, placeOf } from '../places/service.ts';
import { translatorFor } from '../translations/service.ts';
import { nowIn, type World } from '../world.ts';
import { changesOf, consultationNow } from './service.ts';

/** A consultation as its page shows it: where it stands, what it is about, what comes next. */
export const viewConsultation = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
): Promise<ConsultationView> => {
  const consultation = await consultationNow(world, actor, id);
  const now = nowIn(world);
  const [place, documents, cards, changes] = await Promise.all([
    placeOf(world, consultation.place),
    documentsOf(world, id),
    countCards(world, id),
    changesOf(world, id),
  ]);
  const next = stageAfter(consultation, now);
  const translator = translatorFor(world, place)?.service;
  const resultsOn = publicationDates(consultation).find((date) => date > now);
  return {
    ...consultation,
    placeBrief: briefOf(place),
    consentVersion: place.consent.version,
    ...(translator && { translator }),
    standing: { phase: phaseAt(consultation, now), ...(next && { next }) },
    documents,
    cards,
    ...(resultsOn && { resultsOn }),
    resultsPublic: maySeeResults(consultation, now).allowed,
    changes,
  };
};
