import type { ConsultationId } from '#shared/consultations/schema.ts';
import { standsFor } from '#shared/contributions/merging.ts';
import { isReadable } from '#shared/contributions/rules.ts';
import type { Contribution } from '#shared/contributions/schema.ts';
import { originalOf } from '#shared/translations/rules.ts';
import type { Work } from '#shared/suggestions/schema.ts';
import { versionName } from '#shared/versions/rules.ts';
import { readableConsultation } from '../consultations/service.ts';
import { currentItems } from '../contributions/items.ts';
import { lastCount, type LastCount } from '../opinion/service.ts';
import { itemResultOf } from '../opinion/view.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import { citationsOf } from '../versions/citing.ts';
import type { World } from '../world.ts';
import { candidatesIn, type Candidate } from './filtering.ts';
import { colleaguesIn } from './listing.ts';
import { listWork } from './store.ts';

type Citations = Awaited<ReturnType<typeof citationsOf>>;

/**
 * One suggestion as it leaves the house: its words and what was counted and done about it. Nothing of who wrote it: a
 * name that she chose in two consultations would tie them together, and so would the letters that stand for her here.
 */
type ExportedSuggestion = Record<string, string | number>;

const votesOf = (candidate: Candidate | undefined, groups: readonly string[]): ExportedSuggestion => {
  const figures = candidate?.figure && itemResultOf(candidate.figure);
  const { agree = '', disagree = '', pass = '' } = figures?.dealt ?? {};
  return {
    rank: figures && candidate.figure?.rank ? candidate.figure.rank : '',
    agree,
    disagree,
    pass,
    'agree-share': figures?.agree.share ?? '',
    'agree-at-least': figures?.agree.low ?? '',
    'voices-missing': figures?.missing ?? '',
    lists: candidate?.lists.join(' ') ?? '',
    ...Object.fromEntries(groups.map((label) => [`group-${label}-share`, figures?.groups[label]?.share ?? ''])),
  };
};

const oneOf = (
  one: Contribution,
  byId: ReadonlyMap<string, Contribution>,
  work: Work | undefined,
  names: ReadonlyMap<string, string>,
  cited: Citations,
): ExportedSuggestion => {
  const standing = standsFor(one, byId);
  const places = cited.get(one.id) ?? cited.get(standing.id) ?? [];
  return {
    number: one.item,
    kind: one.kind,
    language: one.language,
    passage: one.passage ?? '',
    words: one.text,
    'stands-under': standing === one ? '' : standing.item,
    tags: work?.tags.join(', ') ?? '',
    'looked-after-by': names.get(work?.assigned?.to ?? '') ?? '',
    until: work?.assigned?.until ?? '',
    answer: work?.outcome?.outcome ?? '',
    'taken-up-in': places.map(({ version, passage }) => `${versionName(version)} ${passage}`).join(', '),
    reason: originalOf(work?.outcome?.reason ?? {})?.text ?? '',
  };
};

const candidatesById = (count: LastCount | undefined): Map<string, Candidate> =>
  new Map(count ? candidatesIn(count.counted, 'all').map((one) => [one.id, one]) : []);

/** Every suggestion that can be read, in the order of their numbers. Private notes are never among it. */
export const exportSuggestions = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
): Promise<ExportedSuggestion[]> => {
  const { place } = await readableConsultation(world, actor, id);
  requireOffice(actor, 'read-staff-snapshot', place);
  const [{ contributions }, count, work, colleagues, cited] = await Promise.all([
    currentItems(world, id),
    lastCount(world, id),
    listWork(world, id),
    colleaguesIn(world, place),
    citationsOf(world, id),
  ]);
  const byId = new Map([...contributions.values()].map((one) => [one.id as string, one]));
  const workOf = new Map(work.map((one) => [one.contribution, one]));
  const names = new Map(colleagues.map(({ participant, name }) => [participant as string, name]));
  const candidates = candidatesById(count);
  const groups = count?.counted.snapshot.groups.list.map(({ label }) => label) ?? [];
  return [...byId.values()]
    .filter(({ state }) => isReadable(state))
    .toSorted((a, b) => a.item - b.item)
    .map((one) => ({
      ...oneOf(one, byId, workOf.get(one.id), names, cited),
      ...votesOf(candidates.get(one.id), groups),
    }));
};
