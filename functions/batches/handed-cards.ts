import type { PlaceId } from '#shared/places/schema.ts';
import { keys } from '../storage/keys.ts';
import { queryAll, requireHeld, transact, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';

/** A card of a batch, known by the HMAC of its digits. It goes by itself when its time (seconds since 1970) is over. */
export type HandedCard = { mac: string; place: PlaceId; batch: number; expires: number };

const AT_ONCE = 50;

const cardStep = ({ mac, ...card }: HandedCard, state: 'unused' | 'used'): Step => ({
  table: 'vault',
  put: { ...keys.card(mac), ...card, state },
  if: state === 'unused' ? { is: 'absent' } : { is: 'state', states: ['unused'] },
});

/** Cards that nobody has used. Until their batch says that they are there, they open nothing. */
export const saveHandedCards = async (world: World, cards: readonly HandedCard[]): Promise<void> => {
  for (let i = 0; i < cards.length; i += AT_ONCE) {
    const some = cards.slice(i, i + AT_ONCE);
    await requireHeld(
      transact(
        world.storage,
        some.map((card) => cardStep(card, 'unused')),
      ),
    );
  }
};

/** The number dies. What stays says that it was used, and neither by whom nor when. */
export const useSteps = (card: HandedCard): Step[] => [
  cardStep(card, 'used'),
  { table: 'vault', put: keys.usedCard(card.place, card.batch, card.mac) },
];

/** How many cards of a batch were used. By whom is written nowhere. */
export const countUsedCards = async (world: World, place: PlaceId, batch: number): Promise<number> =>
  (await queryAll(world.storage, 'vault', { pk: keys.usedCard(place, batch).pk })).length;
