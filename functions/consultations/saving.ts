import type { Changed } from '#shared/consultations/rules.ts';
import type { Consultation } from '#shared/consultations/schema.ts';
import { editTexts, type TextsGiven } from '#shared/editing.ts';
import type { LedgerLine } from '#shared/ledger/schema.ts';
import { originalOf } from '#shared/translations/rules.ts';
import type { OfficeAct } from '#shared/places/rules.ts';
import { Problem, wrongField } from '#shared/problems.ts';
import { writeDown } from '../ledger/service.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import type { Step } from '../storage/table.ts';
import { nowIn, type World } from '../world.ts';
import { forgetConsultation } from './service.ts';
import { changeStep, saveConsultation } from './store.ts';

/** Saves what was made of the version that was read. Somebody else's change meanwhile is found on the next look. */
export const saveChanged = async (world: World, changed: Consultation, also: Step[] = []): Promise<Consultation> => {
  const held = await saveConsultation(world, changed, changed.version - 1, also);
  forgetConsultation(world, changed);
  if (!held) throw new Problem('changed-meanwhile');
  return changed;
};

export type PublicChange = {
  act: OfficeAct & LedgerLine['act'];
  what: Changed[];
  note: TextsGiven | undefined;
  /** Where a form names the note otherwise. */
  field?: string;
  /** What the change made, where that is no version of the consultation itself. */
  mark?: string;
  /** What the ledger says before the reason. */
  detail?: string;
};

/** A change of something published is told to everybody with a note, and written down: steps for the change's own write. */
export const publicSteps = (
  world: World,
  actor: MaybeActor,
  changed: Consultation,
  { act, what, note = {}, field = 'note', mark = String(changed.version), detail = what.join(', ') }: PublicChange,
): Step[] => {
  const { by, role } = requireOffice(actor, act, changed.place);
  const texts = editTexts({}, note, changed.languages);
  const reason = originalOf(texts);
  if (!reason) throw wrongField(`/${field}`, 'words-missing');
  const { id, place } = changed;
  return [
    changeStep(id, mark, { at: nowIn(world), what, note: texts }),
    writeDown(world, { place, by, role, act, subject: id, why: `${detail}: ${reason.text}` }),
  ];
};

export const saveInPublic = (
  world: World,
  actor: MaybeActor,
  changed: Consultation,
  change: PublicChange,
): Promise<Consultation> => saveChanged(world, changed, publicSteps(world, actor, changed, change));
