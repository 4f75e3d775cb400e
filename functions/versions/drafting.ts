import { phaseAt } from '#shared/consultations/phases.ts';
import type { Consultation, ConsultationId } from '#shared/consultations/schema.ts';
import type { Document, DocumentId, Passage, PassageId } from '#shared/documents/schema.ts';
import { editTexts } from '#shared/editing.ts';
import { Problem } from '#shared/problems.ts';
import { wordsOf } from '#shared/versions/planning.ts';
import { isSame } from '#shared/versions/rules.ts';
import type {
  CitePassage,
  Draft,
  DraftPassage,
  NoteDraft,
  ReworkPassage,
  WholeDraft,
} from '#shared/versions/schema.ts';
import { readableConsultation } from '../consultations/service.ts';
import { editionOf, requireDocument } from '../documents/editions.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import { requireHeld, transact } from '../storage/table.ts';
import { nowIn, type World } from '../world.ts';
import { wholeCitation } from './citing.ts';
import {
  clearDraft,
  draftIsThere,
  draftPassageStep,
  draftStep,
  endDraftStep,
  readDraft,
  settledStep,
} from './store.ts';

/** What every act on a draft is about. */
type Desk = {
  consultation: Consultation;
  document: Document;
  /** The passages of the version that it changes, those that are withdrawn among them. */
  base: Passage[];
};
export type DraftDesk = Desk & { whole: WholeDraft };

const deskOf = async (world: World, actor: MaybeActor, id: ConsultationId, which: DocumentId): Promise<Desk> => {
  const consultation = await readableConsultation(world, actor, id);
  requireOffice(actor, 'write-version', consultation.place);
  const document = await requireDocument(world, id, which);
  return { consultation, document, base: await editionOf(world, document, document.version) };
};

/** The same where a draft has begun. */
export const draftDeskOf = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  which: DocumentId,
): Promise<DraftDesk> => {
  const desk = await deskOf(world, actor, id, which);
  const whole = await readDraft(world, which);
  if (!whole || whole.draft.base !== desk.document.version) throw new Problem('not-found');
  return { ...desk, whole };
};

/** Begins the next version: every passage as it stands. Before people vote on it, a text is simply changed. */
export const beginDraft = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  which: DocumentId,
): Promise<void> => {
  const { consultation, document, base } = await deskOf(world, actor, id, which);
  const phase = phaseAt(consultation, nowIn(world));
  if (phase === 'preparing') throw new Problem('consultation-in-preparation');
  if (phase === 'closed') throw new Problem('consultation-closed');
  const standing = base.filter(({ withdrawnIn }) => withdrawnIn === undefined);
  const draft: Draft = {
    consultation: id,
    document: which,
    base: document.version,
    order: standing.toSorted((a, b) => a.position - b.position).map(({ id: passage }) => ({ passage, from: [] })),
    gone: [],
    note: {},
    shared: false,
    version: 1,
  };
  await requireHeld(transact(world.storage, [draftStep(draft), settledStep(which)]));
};

/** Gives the draft up, with everything that was said about it. What is public stays as it is. */
export const giveUpDraft = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  which: DocumentId,
  version: number,
): Promise<void> => {
  const { whole } = await draftDeskOf(world, actor, id, which);
  await requireHeld(transact(world.storage, [endDraftStep({ ...whole.draft, version })]));
  await clearDraft(world, which);
};

/** What the draft says of a passage so far; `version` 0 while it says nothing. */
export const draftedOf = ({ whole }: DraftDesk, passage: PassageId): DraftPassage =>
  whole.passages.find((one) => one.passage === passage) ?? { passage, cites: [], version: 0 };

const requireStanding = ({ whole }: DraftDesk, passage: PassageId): void => {
  if (!whole.draft.order.some((one) => one.passage === passage)) throw new Problem('passage-not-there');
};

const saveDrafted = (world: World, desk: DraftDesk, drafted: DraftPassage): Promise<void> =>
  requireHeld(transact(world.storage, [draftIsThere(desk.document.id), draftPassageStep(desk.document.id, drafted)]));

/** New words for one passage, with what it takes up. Two who write the same one: the later hears of it, with both texts. */
export const reworkPassage = async (
  world: World,
  actor: MaybeActor,
  [id, which, passage]: [ConsultationId, DocumentId, PassageId],
  { version, ...given }: ReworkPassage,
): Promise<void> => {
  const desk = await draftDeskOf(world, actor, id, which);
  requireStanding(desk, passage);
  const drafted = draftedOf(desk, passage);
  const before = desk.base.find((one) => one.id === passage);
  const words = wordsOf(before, drafted);
  if (!words) throw new Problem('passage-not-there');
  const order = desk.consultation.languages;
  const next = {
    heading: editTexts(words.heading, given.heading, order),
    text: editTexts(words.text, given.text, order),
    summary: editTexts(words.summary, given.summary, order),
  };
  const { words: _, ...others } = drafted;
  const cites = given.contributions ? await wholeCitation(world, id, given.contributions) : drafted.cites;
  const changes = !before || !isSame(before, next);
  await saveDrafted(world, desk, { ...others, cites, ...(changes && { words: next }), version: version + 1 });
};

/** Which suggestions a passage comes from. Of suggestions that were merged, all are cited. */
export const citePassage = async (
  world: World,
  actor: MaybeActor,
  [id, which, passage]: [ConsultationId, DocumentId, PassageId],
  { version, contributions }: CitePassage,
): Promise<void> => {
  const desk = await draftDeskOf(world, actor, id, which);
  requireStanding(desk, passage);
  const cites = await wholeCitation(world, id, contributions);
  await saveDrafted(world, desk, { ...draftedOf(desk, passage), cites, version: version + 1 });
};

/** The note that goes out with the version, and whether colleagues may read the draft. */
export const noteDraft = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  which: DocumentId,
  { note, shared, version }: NoteDraft,
): Promise<void> => {
  const { whole, consultation } = await draftDeskOf(world, actor, id, which);
  const next = {
    ...whole.draft,
    note: editTexts(whole.draft.note, note, consultation.languages),
    shared,
    version: version + 1,
  };
  await requireHeld(transact(world.storage, [draftStep(next)]));
};
