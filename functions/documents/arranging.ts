import { dividePassage, joinPassages } from '#shared/documents/arranging.ts';
import { HEADING_LENGTH, MOST_PASSAGES, PASSAGE_LENGTH, SUMMARY_LENGTH } from '#shared/documents/rules.ts';
import type { ArrangeText, NameText } from '#shared/documents/requests.ts';
import type { Document, Passage, PassageId } from '#shared/documents/schema.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import { editTexts } from '#shared/editing.ts';
import { Problem } from '#shared/problems.ts';
import type { Texts } from '#shared/texts.ts';
import { takeNumbers } from '../ballots/numbers.ts';
import type { MaybeActor } from '../participants/actor.ts';
import type { Step } from '../storage/table.ts';
import { newId, type World } from '../world.ts';
import { atArranging, atWork, saveText, type AtWork } from './office.ts';
import { documentStep, newPassageStep, outlineStep, passageRemoval, passageStep } from './store.ts';

type Arranged = { order: PassageId[]; steps: Step[] };

const longest = (texts: Texts): number =>
  Math.max(0, ...Object.values(texts).map((wording) => wording?.text.length ?? 0));
const requireFits = ({ heading, text, summary }: Pick<Passage, 'heading' | 'text' | 'summary'>): void => {
  if (longest(heading) > HEADING_LENGTH || longest(text) > PASSAGE_LENGTH || longest(summary) > SUMMARY_LENGTH) {
    throw new Problem('too-large');
  }
};

const changed = (passage: Passage, words: Partial<Passage>): Step => {
  const after = { ...passage, ...words, version: passage.version + 1 };
  requireFits(after);
  return passageStep(after, passage.version);
};

const divided = async (world: World, order: readonly PassageId[], passage: Passage, at: number): Promise<Arranged> => {
  const halves = dividePassage(passage, at);
  if (!halves) throw new Problem('changed-meanwhile');
  if (order.length >= MOST_PASSAGES) throw new Problem('source-too-long');
  const second: Passage = {
    ...passage,
    ...halves[1],
    id: newId(world, 'passage'),
    item: await takeNumbers(world, passage.consultation, 1),
    version: 1,
  };
  requireFits(second);
  const place = order.indexOf(passage.id) + 1;
  return {
    order: [...order.slice(0, place), second.id, ...order.slice(place)],
    steps: [changed(passage, halves[0]), newPassageStep(second)],
  };
};

const moved = (order: readonly PassageId[], id: PassageId, by: number): PassageId[] => {
  const from = order.indexOf(id);
  const to = from + by;
  if (to < 0 || to >= order.length) throw new Problem('changed-meanwhile');
  return order.toSpliced(from, 1).toSpliced(to, 0, id);
};

/** The text's first document, while it is as it was seen. */
const requireSeen = ({ documents, outline }: AtWork, version: number): Document => {
  const [document] = documents;
  if (!document || (outline?.version ?? 0) !== version) throw new Problem('changed-meanwhile');
  return document;
};

/** Moves a passage, puts it together with the next one, divides it, or drops it. */
export const arrangeText = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  { version, act, passage: which, at, note }: ArrangeText,
): Promise<void> => {
  const found = await atArranging(world, actor, id);
  const { consultation, passages } = found;
  const document = requireSeen(found, version);
  const own = passages.filter((passage) => passage.document === document.id);
  const index = own.findIndex((passage) => passage.id === which);
  const passage = own[index];
  if (!passage) throw new Problem('changed-meanwhile');
  const order = own.map((one) => one.id);
  const arrange = async (): Promise<Arranged> => {
    switch (act) {
      case 'up':
        return { order: moved(order, which, -1), steps: [] };
      case 'down':
        return { order: moved(order, which, 1), steps: [] };
      case 'drop':
        return { order: order.filter((one) => one !== which), steps: [passageRemoval(passage)] };
      case 'divide':
        return divided(world, order, passage, at ?? 0);
      case 'join': {
        const next = own[index + 1];
        if (!next) throw new Problem('changed-meanwhile');
        return {
          order: order.filter((one) => one !== next.id),
          steps: [changed(passage, joinPassages(passage, next)), passageRemoval(next)],
        };
      }
    }
  };
  const arranged = await arrange();
  const outline = { document: document.id, order: arranged.order, version: version + 1 };
  const steps = [outlineStep(id, outline), ...arranged.steps];
  await saveText(world, actor, consultation, steps, {
    what: act,
    note,
    made: { id: document.id, version: version + 1 },
  });
};

/** The title of the whole text, and what kind of text it is. */
export const nameText = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  { version, title, kind, note }: NameText,
): Promise<void> => {
  const found = await atWork(world, actor, id);
  const { consultation, passages } = found;
  const document = requireSeen(found, version);
  const order = passages.filter((passage) => passage.document === document.id).map((passage) => passage.id);
  const after = { ...document, kind, title: editTexts(document.title, title, consultation.languages) };
  const steps = [documentStep(after), outlineStep(id, { document: document.id, order, version: version + 1 })];
  await saveText(world, actor, consultation, steps, {
    what: 'title',
    note,
    made: { id: document.id, version: version + 1 },
  });
};
