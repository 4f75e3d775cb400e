import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { DocumentId, PassageId } from '#shared/documents/schema.ts';
import { editTexts } from '#shared/editing.ts';
import { Problem } from '#shared/problems.ts';
import { insertAfter, moveTo, putBack, takeOut } from '#shared/versions/outline.ts';
import type { Arrange, Draft, DraftPassage } from '#shared/versions/schema.ts';
import type { MaybeActor } from '../participants/actor.ts';
import { requireHeld, transact } from '../storage/table.ts';
import { newId, type World } from '../world.ts';
import { draftDeskOf, type DraftDesk } from './drafting.ts';
import { draftPassageStep, draftStep } from './store.ts';

type Outline = Pick<Draft, 'order' | 'gone'>;
/** What an act makes of the draft; `focus` is the passage to go on with. */
type Arranged = { outline: Outline; written: DraftPassage[]; focus: PassageId };

const held = (arranged: ReturnType<typeof insertAfter>): Outline => {
  if (!arranged.allowed || !arranged.outline) throw new Problem('passage-not-there');
  return arranged.outline;
};

const wasThere = (desk: DraftDesk, passage: PassageId): boolean => desk.base.some(({ id }) => id === passage);

/** What is asked for, done to the outline. */
const arranged = (world: World, desk: DraftDesk, given: Arrange): Arranged => {
  const { draft } = desk.whole;
  switch (given.act) {
    case 'insert': {
      const passage = newId(world, 'passage');
      const order = desk.consultation.languages;
      const words = {
        heading: editTexts({}, given.heading, order),
        text: editTexts({}, given.text, order),
        summary: {},
      };
      const written = [{ passage, words, cites: [], version: 1 }];
      return { outline: held(insertAfter(draft, passage, given.after)), written, focus: passage };
    }
    case 'move':
      return { outline: held(moveTo(draft, given.passage, given.to)), written: [], focus: given.passage };
    case 'withdraw':
      return {
        outline: held(takeOut(draft, given.passage, wasThere(desk, given.passage))),
        written: [],
        focus: given.passage,
      };
    case 'restore':
      return { outline: held(putBack(draft, given.passage)), written: [], focus: given.passage };
  }
};

/** Adds, divides, puts together, moves, withdraws and puts back. The draft's version guards the order as a whole. */
export const arrangeDraft = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  which: DocumentId,
  given: Arrange,
): Promise<{ focus: PassageId }> => {
  const desk = await draftDeskOf(world, actor, id, which);
  const { outline, written, focus } = arranged(world, desk, given);
  const draft: Draft = { ...desk.whole.draft, ...outline, version: given.version + 1 };
  await requireHeld(
    transact(world.storage, [draftStep(draft), ...written.map((passage) => draftPassageStep(which, passage))]),
  );
  return { focus };
};
