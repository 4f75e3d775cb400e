import { isAccepted } from '#shared/answers/rules.ts';
import type { Consultation, ConsultationId } from '#shared/consultations/schema.ts';
import { editTexts } from '#shared/editing.ts';
import { MOST_MEASURES, MOST_NOTES } from '#shared/measures/rules.ts';
import type { ChangeMeasure, Measure, MeasureId, PlanMeasure } from '#shared/measures/schema.ts';
import type { ParticipantId } from '#shared/participants/schema.ts';
import type { Role } from '#shared/places/rules.ts';
import { Problem } from '#shared/problems.ts';
import { answersByPassage } from '../answers/reading.ts';
import { toTellStep } from '../answers/to-tell.ts';
import { readableConsultation } from '../consultations/service.ts';
import { everyPassageOf } from '../documents/service.ts';
import { writeDown } from '../ledger/service.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import { requireHeld, transact } from '../storage/table.ts';
import { newId, nowIn, type World } from '../world.ts';
import { forgetMeasures } from './service.ts';
import { findMeasure, measureStep, measuresIn } from './store.ts';

type Planner = { consultation: Consultation; by: ParticipantId; role: Role };

const plannerAt = async (world: World, actor: MaybeActor, id: ConsultationId): Promise<Planner> => {
  const consultation = await readableConsultation(world, actor, id);
  return { consultation, ...requireOffice(actor, 'plan-measures', consultation.place) };
};

/** A measure follows from a passage that somebody who was asked has taken up, in whole or in part. */
const requireAccepted = async (world: World, consultation: Consultation, { passage }: PlanMeasure): Promise<void> => {
  if (!(await everyPassageOf(world, consultation.id)).some(({ id }) => id === passage))
    throw new Problem('passage-not-there');
  const answers = (await answersByPassage(world, consultation)).get(passage) ?? [];
  if (!answers.some(({ given }) => isAccepted(given?.outcome))) throw new Problem('not-accepted');
};

/** Says what will be done, by whom and until when. */
export const planMeasure = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  given: PlanMeasure,
): Promise<Measure> => {
  const { consultation, by, role } = await plannerAt(world, actor, id);
  await requireAccepted(world, consultation, given);
  if ((await measuresIn(world, id)).length >= MOST_MEASURES) throw new Problem('too-large');
  const { languages, place } = consultation;
  const measure: Measure = {
    id: newId(world, 'measure'),
    consultation: id,
    passage: given.passage,
    title: editTexts({}, given.title, languages),
    owner: given.owner,
    deadline: given.deadline,
    indicator: editTexts({}, given.indicator, languages),
    target: editTexts({}, given.target, languages),
    state: 'planned',
    notes: [],
    version: 1,
  };
  const why = `${given.owner}, ${given.deadline}`;
  const steps = [
    measureStep(measure),
    toTellStep(world, id, { is: 'measure', passage: given.passage }),
    writeDown(world, { place, by, role, act: 'plan-measure', subject: id, why }),
  ];
  await requireHeld(transact(world.storage, steps));
  forgetMeasures(world, id);
  return measure;
};

/** How it goes, and what is put right about it. A later day is said in the ledger, where everybody in office sees it move. */
export const changeMeasure = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  which: MeasureId,
  { note, version, title, indicator, target, ...given }: ChangeMeasure,
): Promise<Measure> => {
  const { consultation, by, role } = await plannerAt(world, actor, id);
  const before = await findMeasure(world, id, which);
  if (!before) throw new Problem('not-found');
  if (before.version !== version) throw new Problem('changed-meanwhile');
  const { languages, place } = consultation;
  const text = editTexts({}, note, languages);
  const hasNote = Object.keys(text).length > 0;
  if (hasNote && before.notes.length >= MOST_NOTES) throw new Problem('too-large');
  const measure: Measure = {
    ...before,
    ...given,
    title: editTexts(before.title, title, languages),
    indicator: editTexts(before.indicator, indicator, languages),
    target: editTexts(before.target, target, languages),
    notes: hasNote ? [...before.notes, { at: nowIn(world), text }] : before.notes,
    version: version + 1,
  };
  const moved = before.deadline === measure.deadline ? '' : `, ${before.deadline} → ${measure.deadline}`;
  const why = `${measure.owner}: ${measure.state}${moved}`;
  const line = writeDown(world, { place, by, role, act: 'change-measure', subject: id, why });
  await requireHeld(transact(world.storage, [measureStep(measure), line]));
  forgetMeasures(world, id);
  return measure;
};
