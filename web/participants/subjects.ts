import type { ConsultationView } from '#shared/consultations/views.ts';
import type { PublicContribution } from '#shared/contributions/schema.ts';
import type { PassageId } from '#shared/documents/schema.ts';
import type { Texts } from '#shared/texts.ts';
import { answer, type Api } from '#web/api.ts';

/** What a vote was about. */
export type Subject =
  | { kind: 'passage'; id: PassageId; heading: Texts }
  | { kind: 'contribution'; id: PublicContribution['id']; text: string; language: PublicContribution['language'] };

type Place = PassageId | 'none';

/** Everything said about one passage, or about the whole, page after page until nothing is missing any more. */
const gather = async (api: Api, con: ConsultationView['id'], passage: Place, missing: Set<number>) => {
  const found: PublicContribution[] = [];
  let cursor: string | undefined;
  do {
    const query = { passage, order: 'oldest' as const, ...(cursor && { cursor }) };
    const page = await answer(api.consultations[':con'].contributions.$get({ param: { con }, query }));
    for (const one of page.contributions) {
      if (missing.delete(one.item)) found.push(one);
    }
    cursor = page.next;
  } while (cursor && missing.size > 0);
  return found;
};

/** What these item numbers stand for. What was taken back has no words any more and is missing. */
export const subjectsOf = async (
  api: Api,
  consultation: ConsultationView,
  items: readonly number[],
): Promise<Record<number, Subject>> => {
  const passages = consultation.documents.flatMap((document) => document.passages);
  const subjects: Record<number, Subject> = {};
  const missing = new Set(items);
  for (const { item, id, heading } of passages) {
    if (missing.delete(item)) subjects[item] = { kind: 'passage', id, heading };
  }
  const places: Place[] = ['none', ...passages.map(({ id }) => id)];
  const gathered = await Promise.all(places.map((place) => gather(api, consultation.id, place, missing)));
  for (const { item, id, text, language } of gathered.flat()) {
    if (text !== null) subjects[item] = { kind: 'contribution', id, text, language };
  }
  return subjects;
};
