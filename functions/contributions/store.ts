import type { ConsultationId } from '#shared/consultations/schema.ts';
import { Contribution, type ContributionId } from '#shared/contributions/schema.ts';
import type { PassageId } from '#shared/documents/schema.ts';
import type { Language } from '#shared/locales.ts';
import type { Order } from '#shared/replies/rules.ts';
import { Translations } from '#shared/translations/schema.ts';
import { keys } from '../storage/keys.ts';
import type { ReplyPath } from '../storage/keys/contributions.ts';
import { get, put, query, queryAll, remove, transact, type Item, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';

const itemOf = (contribution: Contribution): Item => ({
  ...keys.contribution(contribution.consultation, contribution.id),
  ...contribution,
  topic: keys.contributionsAbout(contribution.consultation, contribution.passage),
  listed: `${contribution.at}#${contribution.id}`,
});

export const saveNewContribution = (world: World, contribution: Contribution, also: Step[]): Promise<boolean> =>
  transact(world.storage, [{ table: 'records', put: itemOf(contribution), if: { is: 'absent' } }, ...also]);

/** What it becomes, if it is still what was read: what was taken back, changed or withheld meanwhile stays so. */
export const changeStep = (before: Contribution, becomes: Contribution): Step => ({
  table: 'records',
  put: itemOf({ ...becomes, version: before.version + 1 }),
  if: { is: 'state', states: [before.state], version: before.version },
});

/** It is still what was read, for an act that leans on it. */
export const unchangedStep = ({ consultation, id, state, version }: Contribution): Step => ({
  table: 'records',
  check: keys.contribution(consultation, id),
  if: { is: 'state', states: [state], version },
});

/** Words that are gone are gone in every language. */
export const forgetTranslationsStep = (consultation: ConsultationId, id: ContributionId): Step => ({
  table: 'records',
  remove: keys.translations(consultation, id),
});

/** Takes exactly those out that were read: whoever translates at the same moment is not overlooked. */
export const takeTranslationsStep = (
  { consultation, id }: Pick<Contribution, 'consultation' | 'id'>,
  read: Translations | undefined,
): Step => ({
  table: 'records',
  remove: keys.translations(consultation, id),
  if: read ? { is: 'version', version: read.version } : { is: 'absent' },
});

export const translationsBackStep = (consultation: ConsultationId, translations: Translations): Step => ({
  table: 'records',
  put: { ...keys.translations(consultation, translations.contribution), ...translations },
  if: { is: 'absent' },
});

/** A translation is of words that still stand as they were read. */
export const saveTranslations = (
  world: World,
  of: Contribution,
  translations: Translations,
  also: Step[],
): Promise<boolean> =>
  transact(world.storage, [
    {
      table: 'records',
      put: { ...keys.translations(of.consultation, of.id), ...translations },
      if: translations.version === 1 ? { is: 'absent' } : { is: 'version', version: translations.version - 1 },
    },
    unchangedStep(of),
    ...also,
  ]);

export const findTranslations = async (
  world: World,
  consultation: ConsultationId,
  id: ContributionId,
): Promise<Translations | undefined> => {
  const item = await get(world.storage, 'records', keys.translations(consultation, id));
  return item && Translations.parse(item);
};

export const listTranslations = async (world: World, consultation: ConsultationId): Promise<Translations[]> =>
  (await queryAll(world.storage, 'records', { pk: keys.translations(consultation).pk })).map((item) =>
    Translations.parse(item),
  );

/** By this all who ask for the same words are counted together. */
export type AskedName = ContributionId | ReplyPath;

/** True the first time that this reader asks for it. */
export const saveAsked = (
  world: World,
  consultation: ConsultationId,
  what: AskedName,
  language: Language,
  mark: string,
): Promise<boolean> =>
  put(world.storage, 'records', keys.translationAsked(consultation, what, `${language}#${mark}`), { is: 'absent' });

/** How many readers asked, by `<what>#<language>`. */
export const countAsked = async (world: World, consultation: ConsultationId): Promise<Map<string, number>> => {
  const counts = new Map<string, number>();
  for (const { sk } of await queryAll(world.storage, 'records', { pk: keys.translationAsked(consultation).pk })) {
    const what = sk.slice(0, sk.lastIndexOf('#'));
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  return counts;
};

export const removeTranslations = (world: World, consultation: ConsultationId, id: ContributionId): Promise<void> =>
  remove(world.storage, 'records', keys.translations(consultation, id));

export const saveContribution = (
  world: World,
  before: Contribution,
  becomes: Contribution,
  also: readonly Step[] = [],
): Promise<boolean> => transact(world.storage, [changeStep(before, becomes), ...also]);

/** For erasure: whatever its state, this is what remains of it. */
export const overwriteContribution = (world: World, contribution: Contribution): Promise<boolean> =>
  put(world.storage, 'records', itemOf(contribution));

export const findContribution = async (
  world: World,
  consultation: ConsultationId,
  id: ContributionId,
): Promise<Contribution | undefined> => {
  const item = await get(world.storage, 'records', keys.contribution(consultation, id));
  return item && Contribution.parse(item);
};

export const listContributions = async (world: World, consultation: ConsultationId): Promise<Contribution[]> => {
  const { pk, sk } = keys.contribution(consultation);
  return (await queryAll(world.storage, 'records', { pk, prefix: sk })).map((item) => Contribution.parse(item));
};

export const pageOfContributions = async (
  world: World,
  consultation: ConsultationId,
  ask: { passage: PassageId | undefined; order: Order; after: string | undefined; limit: number },
): Promise<{ contributions: Contribution[]; next: string | undefined }> => {
  const [, id] = ask.after?.split('#') ?? [];
  const page = await query(world.storage, 'records', {
    index: 'byTopic',
    pk: keys.contributionsAbout(consultation, ask.passage),
    order: ask.order === 'newest' ? 'backward' : 'forward',
    limit: ask.limit,
    ...(id && { after: ask.after, afterKey: keys.contribution(consultation, id as ContributionId) }),
  });
  return { contributions: page.items.map((item) => Contribution.parse(item)), next: page.next };
};
