import type { ConsultationId } from '#shared/consultations/schema.ts';
import { editTexts } from '#shared/editing.ts';
import { Problem } from '#shared/problems.ts';
import type { GroupName, NameGroup } from '#shared/suggestions/schema.ts';
import { originalOf } from '#shared/translations/rules.ts';
import { writeDown } from '../ledger/service.ts';
import { lastCount } from '../opinion/service.ts';
import type { MaybeActor } from '../participants/actor.ts';
import { requireHeld, transact } from '../storage/table.ts';
import type { World } from '../world.ts';
import { drafterAt } from './desk.ts';
import { groupNameStep, listGroupNames } from './store.ts';

/** A name for people who vote alike, or none any more. The label stays theirs from count to count, and so does the name. */
export const nameGroup = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  label: string,
  { name, version }: NameGroup,
): Promise<GroupName> => {
  const { consultation, by, role } = await drafterAt(world, actor, id);
  const groups = (await lastCount(world, id))?.counted.snapshot.groups.list ?? [];
  if (!groups.some((group) => group.label === label)) throw new Problem('not-found');
  const before = (await listGroupNames(world, id)).find((one) => one.label === label);
  const named: GroupName = {
    label,
    name: editTexts(before?.name ?? {}, name, consultation.languages),
    version: version + 1,
  };
  const why = `${label}: ${originalOf(named.name)?.text ?? ''}`;
  const line = writeDown(world, { place: consultation.place, by, role, act: 'name-group', subject: id, why });
  await requireHeld(transact(world.storage, [groupNameStep(id, named), line]));
  return named;
};
