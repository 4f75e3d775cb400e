import type { ConsultationId } from '#shared/consultations/schema.ts';
import { isRanked } from '#shared/contributions/rules.ts';
import type { Contribution, ContributionId } from '#shared/contributions/schema.ts';
import type { ParticipantId } from '#shared/participants/schema.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { Problem, wrongField } from '#shared/problems.ts';
import type { Texts } from '#shared/texts.ts';
import { fingerprintOf } from '#shared/translations/rules.ts';
import type { Translate, TranslationsView } from '#shared/translations/schema.ts';
import { readableConsultation } from '../consultations/service.ts';
import { writeDown } from '../ledger/service.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import { staffMemberOf } from '../staff/service.ts';
import type { World } from '../world.ts';
import { forgetTranslations } from './translated.ts';
import { findContribution, findTranslations, saveTranslations } from './store.ts';

export const withOriginal = (
  { text, language }: Pick<Contribution, 'text' | 'language'>,
  translated: Texts = {},
): Texts => ({
  ...translated,
  [language]: { text, provenance: 'original' },
});

/** A person's translation as it is kept. One that says it was checked carries her name, as everybody reads it. */
export const wordedBy = async (
  world: World,
  place: PlaceId,
  by: ParticipantId,
  original: Pick<Contribution, 'text' | 'language'>,
  { language, text, checked }: Translate,
): Promise<Texts> => {
  if (language === original.language) throw wrongField('/language', 'not-valid');
  const member = checked ? await staffMemberOf(world, place, by) : undefined;
  const checkedBy = member ? { checkedBy: member.name } : {};
  return { [language]: { text, provenance: 'human', of: fingerprintOf(original.text), ...checkedBy } };
};

/** Only what is published is translated and read in translation: what a moderator put behind a click stays there. */
export const translatable = async (world: World, id: ConsultationId, which: ContributionId): Promise<Contribution> => {
  const found = await findContribution(world, id, which);
  if (!found || !isRanked(found.state)) throw new Problem('not-found');
  return found;
};

export const translationsOf = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  which: ContributionId,
): Promise<TranslationsView> => {
  await readableConsultation(world, actor, id);
  const [found, known] = await Promise.all([translatable(world, id, which), findTranslations(world, id, which)]);
  return { texts: withOriginal(found, known?.texts), version: known?.version ?? 0 };
};

export const translate = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  which: ContributionId,
  given: Translate,
): Promise<void> => {
  const { place } = await readableConsultation(world, actor, id);
  const { by, role } = requireOffice(actor, 'translate', place);
  const [found, known] = await Promise.all([translatable(world, id, which), findTranslations(world, id, which)]);
  const { version } = given;
  const wording = await wordedBy(world, place, by, found, given);
  if ((known?.version ?? 0) !== version) throw new Problem('changed-meanwhile');
  const texts: Texts = { ...known?.texts, ...wording };
  const line = writeDown(world, { place, by, role, act: 'translate', subject: which });
  const saved = await saveTranslations(world, found, { contribution: which, texts, version: version + 1 }, [line]);
  if (!saved) throw new Problem('changed-meanwhile');
  forgetTranslations(world, id);
};
