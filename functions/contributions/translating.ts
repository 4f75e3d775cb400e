import type { ConsultationId } from '#shared/consultations/schema.ts';
import { isRanked } from '#shared/contributions/rules.ts';
import type { Contribution, ContributionId } from '#shared/contributions/schema.ts';
import { Problem } from '#shared/problems.ts';
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

/** A person's translation. One that says it was checked carries her name, as everybody reads it. */
export const translate = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  which: ContributionId,
  { language, text, checked, version }: Translate,
): Promise<void> => {
  const { place } = await readableConsultation(world, actor, id);
  const { by, role } = requireOffice(actor, 'translate', place);
  const [found, known, member] = await Promise.all([
    translatable(world, id, which),
    findTranslations(world, id, which),
    staffMemberOf(world, place, by),
  ]);
  if (language === found.language)
    throw new Problem('invalid-request', { errors: [{ pointer: '/language', code: 'not-valid' }] });
  if ((known?.version ?? 0) !== version) throw new Problem('changed-meanwhile');
  const checkedBy = checked && member ? { checkedBy: member.name } : {};
  const texts: Texts = {
    ...known?.texts,
    [language]: { text, provenance: 'human', of: fingerprintOf(found.text), ...checkedBy },
  };
  const line = writeDown(world, { place, by, role, act: 'translate', subject: which });
  const saved = await saveTranslations(world, found, { contribution: which, texts, version: version + 1 }, [line]);
  if (!saved) throw new Problem('changed-meanwhile');
  forgetTranslations(world, id);
};
