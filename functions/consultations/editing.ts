import { mayCorrect } from '#shared/consultations/correcting.ts';
import { CHANGED, WORD_FIELDS, type Changed } from '#shared/consultations/rules.ts';
import type { EditConsultation } from '#shared/consultations/requests.ts';
import type { Consultation, ConsultationId } from '#shared/consultations/schema.ts';
import { editTexts } from '#shared/editing.ts';
import { Problem } from '#shared/problems.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import { nowIn, type World } from '../world.ts';
import { saveChanged, saveInPublic } from './saving.ts';
import { consultationNow } from './service.ts';

const belongingAfter = (
  { belonging }: Consultation,
  given: EditConsultation['belonging'],
  languages: Consultation['languages'],
): Consultation['belonging'] => {
  if (!given) return given === null ? undefined : belonging;
  return {
    version: belonging?.version ?? 1,
    question: editTexts(belonging?.question ?? {}, given.question, languages),
    why: editTexts(belonging?.why ?? {}, given.why, languages),
    answers: given.answers.map(({ key, label }) => ({
      key,
      label: editTexts(belonging?.answers.find((known) => known.key === key)?.label ?? {}, label, languages),
    })),
  };
};

const edited = (before: Consultation, edit: EditConsultation): Consultation => {
  const { belonging: _, ...kept } = before;
  const languages = edit.languages ?? before.languages;
  const words = WORD_FIELDS.map(
    (field) => [field, editTexts(before[field] ?? {}, edit[field] ?? {}, languages)] as const,
  );
  const belonging = belongingAfter(before, edit.belonging, languages);
  return {
    ...kept,
    ...(Object.fromEntries(words) as Pick<Consultation, (typeof WORD_FIELDS)[number]>),
    languages,
    areas: edit.areas ?? before.areas,
    grounds: edit.grounds ?? before.grounds,
    doors: edit.doors ?? before.doors,
    premoderation: edit.premoderation ?? before.premoderation ?? false,
    ...(belonging && { belonging }),
    version: edit.version + 1,
  };
};

/** What differs between the two, by the names that the public list of changes uses. */
const differences = (before: Consultation, after: Consultation): Changed[] => {
  const part = (of: Consultation, what: Changed): string =>
    what === 'text' || what === 'dates' || what === 'closing' ? '' : JSON.stringify(of[what] || {});
  return CHANGED.filter((what) => part(before, what) !== part(after, what));
};

/** Edits a draft freely; corrects what is published by the rules, with a note that everybody can read. */
export const editConsultation = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  edit: EditConsultation,
): Promise<Consultation> => {
  const before = await consultationNow(world, actor, id);
  requireOffice(actor, before.draft ? 'prepare-consultation' : 'correct-consultation', before.place);
  const after = edited(before, edit);
  const what = differences(before, after);
  if (what.length === 0) return before;
  if (before.draft) return saveChanged(world, after);
  if (edit.version !== before.version) throw new Problem('changed-meanwhile');
  const verdict = mayCorrect(before, after, nowIn(world));
  if (!verdict.allowed) throw new Problem(verdict.reason);
  return saveInPublic(world, actor, after, { act: 'correct-consultation', what, note: edit.note });
};
