import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { DocumentId, PassageId } from '#shared/documents/schema.ts';
import { dividePassage, joinPassages } from '#shared/documents/arranging.ts';
import { MOST_PASSAGES, PASSAGE_LENGTH } from '#shared/documents/rules.ts';
import { editTexts } from '#shared/editing.ts';
import { Problem, wrongField } from '#shared/problems.ts';
import { insertAfter, moveTo, passageAfter, putBack, takeOut } from '#shared/versions/outline.ts';
import { wordsOf } from '#shared/versions/planning.ts';
import { MOST_CITED, type Words } from '#shared/versions/rules.ts';
import type { Arrange, Draft, DraftPassage } from '#shared/versions/schema.ts';
import type { MaybeActor } from '../participants/actor.ts';
import { requireHeld, transact } from '../storage/table.ts';
import { newId, type World } from '../world.ts';
import { draftDeskOf, draftedOf, type DraftDesk } from './drafting.ts';
import { draftPassageStep, draftStep } from './store.ts';

type Outline = Pick<Draft, 'order' | 'gone'>;
/** What an act makes of the draft; `focus` is the passage to go on with. */
type Arranged = { outline: Outline; written: DraftPassage[]; focus: PassageId };

const held = (arranged: ReturnType<typeof insertAfter>): Outline => {
  if (!arranged.allowed || !arranged.outline) throw new Problem('passage-not-there');
  return arranged.outline;
};

const wasThere = (desk: DraftDesk, passage: PassageId): boolean => desk.base.some(({ id }) => id === passage);

/** What the draft says of a passage, as it stands in the outline. */
const wordedIn = (desk: DraftDesk, passage: PassageId): Words => {
  const words = wordsOf(
    desk.base.find(({ id }) => id === passage),
    draftedOf(desk, passage),
  );
  if (!words || !desk.whole.draft.order.some((one) => one.passage === passage)) throw new Problem('passage-not-there');
  return words;
};

const rewritten = (desk: DraftDesk, passage: PassageId, words: Words): DraftPassage => {
  const drafted = draftedOf(desk, passage);
  return { ...drafted, words, version: drafted.version + 1 };
};

/**
 * The first part stays the passage that it was, the second is a new one that knows where it came from: from what readers
 * know, and never from a part that only the draft had.
 */
const split = (world: World, desk: DraftDesk, passage: PassageId, at: number): Arranged => {
  const halves = dividePassage(wordedIn(desk, passage), at);
  if (!halves) throw wrongField('/at', 'not-valid');
  const second = newId(world, 'passage');
  const { cites } = draftedOf(desk, passage);
  const before = desk.whole.draft.order.find((one) => one.passage === passage)?.from ?? [];
  const from = wasThere(desk, passage) ? [passage, ...before] : before;
  return {
    outline: held(insertAfter(desk.whole.draft, second, passage, from)),
    written: [rewritten(desk, passage, halves[0]), { passage: second, words: halves[1], cites, version: 1 }],
    focus: passage,
  };
};

/** The second becomes a part of the first; both were cited for what stands there now. */
const merge = (desk: DraftDesk, passage: PassageId): Arranged => {
  const second = passageAfter(desk.whole.draft, passage);
  if (!second) throw new Problem('passage-not-there');
  const words = joinPassages(wordedIn(desk, passage), wordedIn(desk, second));
  const tooLong = Object.values(words.text).some(({ text }) => text.length > PASSAGE_LENGTH);
  if (tooLong) throw wrongField('/passage', 'words-too-long');
  const whole = rewritten(desk, passage, words);
  const before = desk.base.find(({ id }) => id === second)?.cites.map(({ contribution }) => contribution) ?? [];
  const cites = [...new Set([...whole.cites, ...before, ...draftedOf(desk, second).cites])].slice(0, MOST_CITED);
  return {
    outline: held(takeOut(desk.whole.draft, second, wasThere(desk, second), passage)),
    written: [{ ...whole, cites }],
    focus: passage,
  };
};

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
    case 'split':
      return split(world, desk, given.passage, given.at);
    case 'merge':
      return merge(desk, given.passage);
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
  if (outline.order.length > MOST_PASSAGES) throw new Problem('too-large');
  const draft: Draft = { ...desk.whole.draft, ...outline, version: given.version + 1 };
  await requireHeld(
    transact(world.storage, [draftStep(draft), ...written.map((passage) => draftPassageStep(which, passage))]),
  );
  return { focus };
};
