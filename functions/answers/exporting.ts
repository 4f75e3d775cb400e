import type { ConsultationId } from '#shared/consultations/schema.ts';
import { readingOf } from '#shared/reading.ts';
import type { Texts } from '#shared/texts.ts';
import type { MaybeActor } from '../participants/actor.ts';
import type { World } from '../world.ts';
import { viewAnswers } from './reading.ts';

type Row = Record<string, string | number>;

const wordsIn = (texts: Texts): string => readingOf(texts, [])?.text ?? '';

/**
 * Answers and measures as they leave the house, a line for each. Nothing of whoever spoke: an answer is an institution's,
 * and which suggestions it goes back to is in the text itself.
 */
export const exportAnswers = async (world: World, actor: MaybeActor, id: ConsultationId): Promise<Row[]> => {
  const { points } = await viewAnswers(world, actor, id);
  return points.flatMap(({ passage, answers, measures }) => {
    const about = { part: passage.position, passage: passage.id, heading: wordsIn(passage.heading) };
    return [
      ...answers.map(({ addressee, due, edition, standing, given }): Row => ({
        ...about,
        kind: 'answer',
        who: addressee.name,
        version: edition,
        due,
        standing,
        outcome: given?.outcome ?? '',
        words: given ? wordsIn(given.why) : '',
        'by-whom': given?.who ?? '',
        'by-when': given?.when ?? '',
        at: given?.at ?? '',
        indicator: '',
        target: '',
        'last-note': '',
      })),
      ...measures.map(({ title, owner, deadline, standing, indicator, target, notes }): Row => ({
        ...about,
        kind: 'measure',
        who: owner,
        version: '',
        due: deadline,
        standing,
        outcome: '',
        words: wordsIn(title),
        'by-whom': owner,
        'by-when': deadline,
        at: notes.at(-1)?.at ?? '',
        indicator: wordsIn(indicator),
        target: wordsIn(target),
        'last-note': wordsIn(notes.at(-1)?.text ?? {}),
      })),
    ];
  });
};
