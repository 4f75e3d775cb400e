import type { PrepareConsultation } from '#shared/consultations/requests.ts';
import type { Consultation, ConsultationId } from '#shared/consultations/schema.ts';
import { editTexts } from '#shared/editing.ts';
import { moderationOf } from '#shared/places/gaps.ts';
import { Problem } from '#shared/problems.ts';
import { writeDown } from '../ledger/service.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import { forgetKey, keyDestruction, makeConsultationKey } from '../participants/pseudonyms.ts';
import { placeIdAt, placeOf } from '../places/service.ts';
import { newId, type World } from '../world.ts';
import { consultationNow, forgetConsultation } from './service.ts';
import { removeDraft, saveNewConsultation } from './store.ts';

/** Which consultation a draft was made from, for the ledger. */
type Made = { from?: ConsultationId };

export const beginDraft = async (
  world: World,
  actor: MaybeActor,
  given: Omit<Consultation, 'id' | 'version' | 'stages'>,
  { from }: Made = {},
): Promise<Consultation> => {
  const { by, role } = requireOffice(actor, 'prepare-consultation', given.place);
  const { premoderation } = moderationOf(await placeOf(world, given.place));
  const consultation: Consultation = {
    ...given,
    id: newId(world, 'consultation'),
    stages: [],
    version: 1,
    ...(premoderation && { premoderation }),
  };
  await makeConsultationKey(world, consultation.id);
  const line = writeDown(world, {
    place: given.place,
    by,
    role,
    act: 'prepare-consultation',
    subject: consultation.id,
    ...(from && { why: from }),
  });
  if (!(await saveNewConsultation(world, consultation, [line]))) throw new Problem('changed-meanwhile');
  forgetConsultation(world, consultation);
  return consultation;
};

/** A new draft with its first words. Everything else can wait. */
export const prepareConsultation = async (
  world: World,
  actor: MaybeActor,
  slug: string,
  { title, question, language, languages: wished }: PrepareConsultation,
): Promise<Consultation> => {
  const place = await placeIdAt(world, slug);
  const languages = [...new Set([language, ...wished])];
  const said = (text: string) => editTexts({}, { [language]: text });
  return beginDraft(world, actor, {
    place,
    title: said(title),
    question: said(question),
    why: {},
    whatHappens: {},
    areas: [],
    grounds: [],
    languages,
    draft: { plan: [], opensAtOnce: false },
    resultDates: [],
    doors: ['open', 'handed'],
  });
};

/** A draft that will not be published goes with all that was written for it; what was published stays for good. */
export const deleteDraft = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  version: number,
): Promise<void> => {
  const draft = await consultationNow(world, actor, id);
  const { by, role } = requireOffice(actor, 'prepare-consultation', draft.place);
  if (!draft.draft) throw new Problem('already-published');
  const line = writeDown(world, { place: draft.place, by, role, act: 'delete-draft', subject: id });
  const gone = await removeDraft(world, draft, version, [line, keyDestruction(id)]);
  forgetConsultation(world, draft);
  forgetKey(world, id);
  if (!gone) throw new Problem('changed-meanwhile');
};
