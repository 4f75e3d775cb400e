import { drawCards } from '#shared/ballots/dealing.ts';
import { choiceOf } from '#shared/ballots/rules.ts';
import { mayNow } from '#shared/consultations/phases.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { DealtCard, DeckView } from '#shared/consultations/views.ts';
import type { Contribution } from '#shared/contributions/schema.ts';
import { standsFor } from '#shared/contributions/merging.ts';
import { isDealable, isRanked, isReadableBy } from '#shared/contributions/rules.ts';
import { isLanguage, type Language } from '#shared/locales.ts';
import { Problem } from '#shared/problems.ts';
import type { Texts, Translated } from '#shared/texts.ts';
import { broughtInto, translatedInto } from '#shared/translations/rules.ts';
import { readableConsultation } from '../consultations/service.ts';
import { itemsOf } from '../contributions/items.ts';
import { translationsIn } from '../contributions/translated.ts';
import { publicContribution } from '../contributions/views.ts';
import { weightsForDealing } from '../opinion/dealing.ts';
import type { Actor } from '../participants/actor.ts';
import { pseudonymOf } from '../participants/pseudonyms.ts';
import { requireConsent } from '../participants/consent.ts';
import { nowIn, type World } from '../world.ts';
import { deal } from './deals.ts';
import { readBallot } from './store.ts';

const randomOf = (world: World) => (): number => Buffer.from(world.randomBytes(6)).readUIntBE(0, 6) / 2 ** 48;

/** What she chose by a link, if that is her word on the card now. */
const earlierChoice = (value: number | undefined): DealtCard['earlier'] => {
  if (value === undefined) return undefined;
  const choice = choiceOf(value);
  return choice === 'withdrawn' ? undefined : choice;
};

type Card = Pick<Contribution, 'text' | 'language'> & { broughtInto: readonly Language[] };

/**
 * How a card reads in the language of her pages; where it reads in none that she knows but by a person's translation, as
 * that. Nobody votes on a translation of words that have changed since.
 */
const readAs = (
  { text, language, broughtInto: into }: Card,
  texts: Texts | undefined,
  reads: readonly Language[],
  ofPages: string,
): Translated | undefined => {
  if (language === ofPages) return undefined;
  const shown = isLanguage(ofPages) ? translatedInto(texts, text, ofPages) : undefined;
  if (shown && !shown.outdated) return shown;
  const known = reads.includes(language) ? undefined : into.find((one) => reads.includes(one));
  return known && translatedInto(texts, text, known);
};

/** Draws the next cards for her. `about` keeps to one passage; `not` are cards she laid aside just now. */
export const dealCards = async (
  world: World,
  asking: Actor,
  id: ConsultationId,
  {
    count,
    not,
    about,
    language = '',
  }: { count: number; not: readonly number[]; about?: string | undefined; language?: string },
): Promise<DeckView> => {
  const consultation = await readableConsultation(world, asking, id);
  const actor = await requireConsent(world, asking, consultation);
  const now = nowIn(world);
  const verdict = mayNow(consultation, 'vote', now);
  if (!verdict.allowed) throw new Problem(verdict.reason);
  const pseudonym = await pseudonymOf(world, id, actor.participant);
  const [items, ballot, translations] = await Promise.all([
    itemsOf(world, id),
    readBallot(world, id, pseudonym),
    translationsIn(world, id),
  ]);
  const isAnswered = (item: number): boolean => {
    const value = ballot?.linked.get(item) ?? ballot?.dealt.get(item);
    return ballot?.dealt.has(item) === true && value !== undefined && choiceOf(value) !== 'withdrawn';
  };
  const byId = new Map([...items.contributions.values()].map((card) => [card.id as string, card]));
  const cards = [...byId.values()]
    .filter((card) => standsFor(card, byId) === card && (!about || card.passage === about))
    .map((card) => ({ ...card, broughtInto: broughtInto(translations.get(card.id), card.text) }));
  const dealable = cards.filter((card) => isDealable(card, { pseudonym, reads: actor.reads }, now));
  const open = dealable.filter(({ item }) => !isAnswered(item));
  const wanted = open.filter(({ item }) => !not.includes(item));
  const weights = await weightsForDealing(world, id, wanted, actor.reads);
  const drawn = drawCards(wanted, (_, nth) => weights[nth]!, count, randomOf(world));
  return {
    cards: drawn.map((card) => {
      const earlier = earlierChoice(ballot?.linked.get(card.item));
      const translated = readAs(card, translations.get(card.id), actor.reads, language);
      const { broughtInto: _, ...said } = card;
      const dealt = {
        ...publicContribution(said, pseudonym),
        ...(translated && { translated }),
        deal: deal(world, id, pseudonym, card.item),
      };
      return earlier ? { ...dealt, earlier } : dealt;
    }),
    left: open.length,
    answered: dealable.length - open.length,
    unreadable: cards.filter(
      (card) => isRanked(card.state) && card.by !== pseudonym && !isReadableBy(card, actor.reads),
    ).length,
  };
};
