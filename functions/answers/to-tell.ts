import { z } from 'zod';
import { ConsultationId, Moment } from '#shared/consultations/schema.ts';
import { DocumentId, PassageId } from '#shared/documents/schema.ts';
import { keys } from '../storage/keys.ts';
import { queryAll, remove, type Step } from '../storage/table.ts';
import { nowIn, type World } from '../world.ts';

/** What became of words and was not told to whoever wrote them: a version has them, an answer, a measure. */
const ToTell = z.object({
  consultation: ConsultationId,
  what: z.discriminatedUnion('is', [
    z.object({ is: z.literal('version'), document: DocumentId, version: z.int() }),
    z.object({ is: z.literal('answer'), passage: PassageId }),
    z.object({ is: z.literal('measure'), passage: PassageId }),
  ]),
  at: Moment,
});
export type ToTell = z.infer<typeof ToTell>;

const keyOf = ({ consultation, what }: Omit<ToTell, 'at'>) =>
  keys.wordsToTell(consultation, what.is === 'version' ? what.document : what.passage, what.is);

/** Written with the act itself, so that whoever spoke hears of it also if a process died in between. */
export const toTellStep = (world: World, consultation: ConsultationId, what: ToTell['what']): Step => ({
  table: 'records',
  put: { ...keyOf({ consultation, what }), consultation, what, at: nowIn(world) },
});

export const wordsToTell = async (world: World): Promise<ToTell[]> => {
  const items = await queryAll(world.storage, 'records', { pk: keys.wordsToTell().pk });
  return items.map((item) => ToTell.parse(item));
};

export const forgetTold = (world: World, told: ToTell): Promise<void> => remove(world.storage, 'records', keyOf(told));
