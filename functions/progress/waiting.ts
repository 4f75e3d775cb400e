import type { Consultation } from '#shared/consultations/schema.ts';
import type { WaitKind, Waiting } from '#shared/progress/needs.ts';
import { isWaiting, statusOf } from '#shared/translations/rules.ts';
import type { Texts } from '#shared/texts.ts';
import { currentItems } from '../contributions/items.ts';
import { documentsOf, passagesOf } from '../documents/service.ts';
import { reportsWaiting } from '../moderation/queue-length.ts';
import type { World } from '../world.ts';

const untranslated = async (world: World, consultation: Consultation): Promise<number> => {
  const [documents, passages] = await Promise.all([
    documentsOf(world, consultation.id),
    passagesOf(world, consultation.id),
  ]);
  const { title, question, why, whatHappens } = consultation;
  const texts: Texts[] = [
    title,
    question,
    why,
    whatHappens,
    ...documents.map((document) => document.title),
    ...passages.flatMap(({ heading, text, summary }) => [heading, text, summary]),
  ];
  const written = texts.filter((text) => Object.keys(text).length > 0);
  return written.filter((text) => consultation.languages.some((language) => isWaiting(statusOf(text, language))))
    .length;
};

const unapproved = async (world: World, { id }: Consultation): Promise<number> =>
  [...(await currentItems(world, id)).contributions.values()].filter(({ state }) => state === 'waiting').length;

/** Who counts what waits: each slice whose work can wait. */
const COUNTERS: Record<WaitKind, (world: World, consultation: Consultation) => Promise<number>> = {
  translations: untranslated,
  approvals: unapproved,
  reports: (world, { place }) => reportsWaiting(world, place),
};

/** What waits in a consultation, and for whom (`WAITS_FOR`). */
export const waitingIn = (world: World, consultation: Consultation): Promise<Waiting[]> =>
  Promise.all(
    (Object.keys(COUNTERS) as WaitKind[]).map(async (what) => ({
      what,
      count: await COUNTERS[what](world, consultation),
    })),
  );
