import { createSignal, type Accessor } from 'solid-js';
import type { Choice } from '#shared/ballots/rules.ts';
import type { DealtCard, DeckView } from '#shared/consultations/views.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { Locale } from '#shared/locales.ts';
import type { PassageId } from '#shared/documents/schema.ts';
import { Refusal, answer, type Api } from '#web/api.ts';
import type { Queue } from './queue.ts';

const CARDS_AT_ONCE = 6;
const REFILL_BELOW = 4;
/** As many as the API takes. */
const MOST_ASIDE = 200;

/** Has the desk laid a label or an answer beside it? Few cards have one, so the words around it come with them. */
export const isMarked = ({ mark, counterStatement }: DealtCard): boolean => Boolean(mark ?? counterStatement);

export type Asked = { con: ConsultationId; readIn: Locale; passage: PassageId | undefined; aside: readonly number[] };

export const dealFor = (api: Api, { con, readIn, passage, aside }: Asked): Promise<DeckView> => {
  const query = {
    count: String(CARDS_AT_ONCE),
    readIn,
    ...(aside.length > 0 ? { not: aside.slice(-MOST_ASIDE).join(',') } : {}),
    ...(passage ? { passage } : {}),
  };
  return answer(api.consultations[':con'].deck.$get({ param: { con }, query }));
};

type Laid = { card: DealtCard; choice: Exclude<Choice, 'withdrawn'> | 'aside' };

/** The cards in front of a voter, in the browser: what is next, what was answered, what was laid aside. */
export const createHand = (
  api: Api,
  asked: Asked,
  first: DeckView,
  queue: Accessor<Queue | undefined>,
  /** She has to agree to a new text before she is dealt more. */
  agreeAgain: () => void,
  learn: (chunk: 'looks') => Promise<void>,
) => {
  const [cards, setCards] = createSignal(first.cards);
  const [laid, setLaid] = createSignal<readonly Laid[]>([]);
  const [counts, setCounts] = createSignal({ left: first.left, answered: first.answered });
  const [more, setMore] = createSignal<'coming' | 'missing'>();
  const aside = new Set(asked.aside);

  const refill = async (): Promise<void> => {
    if (more() === 'coming') return;
    setMore('coming');
    const unsent = laid().filter(({ card }) => queue()?.unsent(card.item));
    const known = [...aside, ...cards().map(({ item }) => item), ...unsent.map(({ card }) => card.item)];
    try {
      const dealt = await dealFor(api, { ...asked, aside: known });
      if (dealt.cards.some(isMarked)) await learn('looks');
      const held = new Set([...cards(), ...laid().map(({ card }) => card)].map(({ item }) => item));
      setCards((now) => [...now, ...dealt.cards.filter(({ item }) => !held.has(item))]);
      setMore(undefined);
    } catch (error) {
      setMore('missing');
      if (error instanceof Refusal && error.problem.code === 'consent-outdated') agreeAgain();
    }
  };

  const lay = (choice: Laid['choice']): void => {
    const [card, ...rest] = cards();
    if (!card) return;
    setCards(rest);
    setLaid((before) => [...before, { card, choice }]);
    if (choice === 'aside') aside.add(card.item);
    else {
      queue()?.cast({ item: card.item, choice, deal: card.deal });
      setCounts(({ left, answered }) => ({ left: Math.max(0, left - 1), answered: answered + 1 }));
    }
    if (rest.length < REFILL_BELOW) void refill();
  };

  /** Takes the last card back into the hand, and with it the vote. */
  const undo = (): void => {
    const last = laid().at(-1);
    if (!last) return;
    setLaid((before) => before.slice(0, -1));
    setCards((now) => [last.card, ...now]);
    aside.delete(last.card.item);
    if (last.choice === 'aside') return;
    queue()?.cast({ item: last.card.item, choice: 'withdrawn', deal: last.card.deal });
    setCounts(({ left, answered }) => ({ left: left + 1, answered: Math.max(0, answered - 1) }));
  };

  return { cards, laid, counts, more, lay, undo, refill };
};
export type Hand = ReturnType<typeof createHand>;
