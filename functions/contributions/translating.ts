import type { ConsultationId } from '#shared/consultations/schema.ts';
import { isRanked } from '#shared/contributions/rules.ts';
import type { Contribution, ContributionId } from '#shared/contributions/schema.ts';
import type { Passage } from '#shared/documents/schema.ts';
import type { Language } from '#shared/locales.ts';
import { Problem } from '#shared/problems.ts';
import type { Texts } from '#shared/texts.ts';
import { byImportance } from '#shared/translations/importance.ts';
import { fingerprintOf, isWaiting, originalOf, statusOf, worstOf } from '#shared/translations/rules.ts';
import type { Translate, TranslationList, TranslationsView, WaitingText } from '#shared/translations/schema.ts';
import { readableConsultation } from '../consultations/service.ts';
import { writeDown } from '../ledger/service.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import { staffMemberOf } from '../staff/service.ts';
import type { World } from '../world.ts';
import { currentItems } from './items.ts';
import { findContribution, findTranslations, listTranslations, saveTranslations } from './store.ts';

/** How much of a text the list shows, and how many texts: what comes first is worked off first. */
const BEGINNING = 160;
const MOST = 100;

const withOriginal = ({ text, language }: Contribution, translated: Texts = {}): Texts => ({
  ...translated,
  [language]: { text, provenance: 'original' },
});

/** Only what is published is translated and read in translation: what a moderator put behind a click stays there. */
const translatable = async (world: World, id: ConsultationId, which: ContributionId): Promise<Contribution> => {
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
};

const waitingIn = (
  of: WaitingText['of'],
  texts: readonly Texts[],
  shown: Texts,
  languages: readonly Language[],
): WaitingText[] => {
  const original = originalOf(shown);
  if (!original) return [];
  const beginning = { text: original.text.slice(0, BEGINNING), language: original.language };
  return languages.flatMap((language) => {
    const status = texts.length === 1 && texts[0] ? statusOf(texts[0], language) : worstOf(texts, language);
    return isWaiting(status) ? [{ of, language, status, original: beginning }] : [];
  });
};

const ofPassage = ({ id, heading, text, summary }: Passage, languages: readonly Language[]): WaitingText[] => {
  const written = [heading, text, summary].filter((one) => Object.keys(one).length > 0);
  return waitingIn({ kind: 'passage', id }, written, originalOf(heading) ? heading : text, languages);
};

/** What waits for a translation here, the most important first. */
export const translationList = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  into: Language | undefined,
): Promise<TranslationList> => {
  const consultation = await readableConsultation(world, actor, id);
  requireOffice(actor, 'translate', consultation.place);
  const languages = consultation.languages.filter((one) => into === undefined || one === into);
  const [{ passages, contributions }, known] = await Promise.all([
    currentItems(world, id),
    listTranslations(world, id),
  ]);
  const translated = new Map(known.map((one) => [one.contribution, one.texts]));
  const suggestions = [...contributions.values()].filter(({ state, merged }) => isRanked(state) && !merged);
  const waiting = byImportance([
    ...[...passages.values()].toSorted((a, b) => a.position - b.position).flatMap((one) => ofPassage(one, languages)),
    ...suggestions.flatMap((one) => {
      const texts = withOriginal(one, translated.get(one.id));
      return waitingIn({ kind: 'contribution', id: one.id }, [texts], texts, languages);
    }),
  ]);
  return { waiting: waiting.slice(0, MOST), total: waiting.length };
};
