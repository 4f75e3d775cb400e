import { drawCards } from '#shared/ballots/dealing.ts';
import { choiceOf } from '#shared/ballots/rules.ts';
import { mayNow } from '#shared/consultations/phases.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { DealtCard, DeckView } from '#shared/consultations/views.ts';
import { standsFor } from '#shared/contributions/merging.ts';
import { isDealable, isRanked } from '#shared/contributions/rules.ts';
import { Problem } from '#shared/problems.ts';
import { readableConsultation } from '../consultations/service.ts';
import { itemsOf } from '../contributions/items.ts';
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

/** Draws the next cards for her. `about` keeps to one passage; `not` are cards she laid aside just now. */
export const dealCards = async (
  world: World,
  asking: Actor,
  id: ConsultationId,
  { count, not, about }: { count: number; not: readonly number[]; about?: string | undefined },
): Promise<DeckView> => {
  const consultation = await readableConsultation(world, asking, id);
  const actor = await requireConsent(world, asking, consultation);
  const now = nowIn(world);
  const verdict = mayNow(consultation, 'vote', now);
  if (!verdict.allowed) throw new Problem(verdict.reason);
  const pseudonym = await pseudonymOf(world, id, actor.participant);
  const [items, ballot] = await Promise.all([itemsOf(world, id), readBallot(world, id, pseudonym)]);
  const isAnswered = (item: number): boolean => {
    const value = ballot?.linked.get(item) ?? ballot?.dealt.get(item);
    return ballot?.dealt.has(item) === true && value !== undefined && choiceOf(value) !== 'withdrawn';
  };
  const byId = new Map([...items.contributions.values()].map((card) => [card.id as string, card]));
  const cards = [...byId.values()].filter(
    (card) => standsFor(card, byId) === card && (!about || card.passage === about),
  );
  const dealable = cards.filter((card) => isDealable(card, { pseudonym, reads: actor.reads }, now));
  const open = dealable.filter(({ item }) => !isAnswered(item));
  const wanted = open.filter(({ item }) => !not.includes(item));
  const weights = await weightsForDealing(world, id, wanted, actor.reads);
  const drawn = drawCards(wanted, (_, nth) => weights[nth]!, count, randomOf(world));
  return {
    cards: drawn.map((card) => {
      const earlier = earlierChoice(ballot?.linked.get(card.item));
      const dealt = { ...publicContribution(card, pseudonym), deal: deal(world, id, pseudonym, card.item) };
      return earlier ? { ...dealt, earlier } : dealt;
    }),
    left: open.length,
    answered: dealable.length - open.length,
    unreadable: cards.filter(
      (card) => isRanked(card.state) && card.by !== pseudonym && !actor.reads.includes(card.language),
    ).length,
  };
};
