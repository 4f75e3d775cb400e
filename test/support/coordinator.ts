import type { Consultation } from '#shared/consultations/schema.ts';
import type { Place } from '#shared/places/schema.ts';
import type { Texts } from '#shared/texts.ts';
import { DAY, later } from '#shared/time.ts';
import { aPlace, aStaffMember } from './builders.ts';
import { someoneIn } from './people.ts';
import type { Resident } from './resident.ts';
import type { TestWorld } from './world.ts';

const said = (text: string): Texts => ({ en: { text, provenance: 'original' } });

/** A place that has all that publishing asks of it. */
export const aReadyPlace = (world: TestWorld, given: Partial<Place> = {}): Promise<Place> =>
  aPlace(world, {
    help: (['emergency', 'equality-body', 'local-desk'] as const).map((kind) => ({
      kind,
      name: said(kind),
      what: said('Helps.'),
      phone: '112',
    })),
    ...given,
  });

/** A coordinator of a place, speaking HTTP as her browser would. */
export const aCoordinator = async (world: TestWorld, place: Place): Promise<Resident> => {
  const person = someoneIn(world);
  person.useCookie(`__Host-session=${(await aStaffMember(world, place, 'coordinator')).token}`);
  return person;
};

/** One round from ten days ahead, ten days for each phase. */
export const aPlan = (world: TestWorld): Consultation['stages'] =>
  (['suggesting', 'deliberating', 'drafting', 'answered', 'closed'] as const).map((phase, i) => ({
    phase,
    from: later(world.now(), (i + 1) * 10 * DAY),
  }));

export const WORDS = {
  why: { en: 'Because rents rise.' },
  whatHappens: { en: 'The council answers every point.' },
};

/** A draft with words and dates, and no text. */
export const aWrittenDraft = async (world: TestWorld, place: Place, coordinator: Resident): Promise<Consultation> => {
  const { id } = await coordinator.ask<Consultation>('POST', `/places/${place.slug}/consultations`, {
    title: 'Homes',
    question: 'What should change?',
    language: 'en',
    languages: ['en', 'it'],
  });
  await coordinator.ask('PATCH', `/consultations/${id}`, { version: 1, ...WORDS });
  const stages = aPlan(world);
  return coordinator.ask('PUT', `/consultations/${id}/dates`, { version: 2, stages, resultDates: [] });
};

export const publish = (coordinator: Resident, { id, version }: Consultation): Promise<Consultation> =>
  coordinator.ask('POST', `/consultations/${id}/publication`, {
    version,
    withoutText: true,
    withoutTranslations: true,
  });
