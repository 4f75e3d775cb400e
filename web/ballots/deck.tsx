import { Show, createEffect, on, untrack } from 'solid-js';
import type { DeckView } from '#shared/consultations/views.ts';
import type { ProblemCode } from '#shared/problems.ts';
import type { Instant } from '#shared/time.ts';
import { useAddresses } from '#web/consultations/addresses.ts';
import type { Own, Within } from '#web/consultations/load.ts';
import { textOf } from '#web/form-data.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Button, LinkButton } from '#web/ui/button/button.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { useVisit } from '#web/visit.ts';
import { joinAndBack, voteIn } from './cast.ts';
import { DeckCard, type Headings } from './deck-card.tsx';
import { DeckEnd } from './deck-end.tsx';
import { createHand, type Asked } from './hand.ts';
import { choiceForKey } from './keys.ts';
import { QueueNotice } from './queue-notice.tsx';
import { useQueue } from './use-queue.ts';
import { KeepVotes, Keys, LastCard } from './around-the-card.tsx';
import { hrefOf } from './deck-address.ts';

type Open = { deck: DeckView; asked: Asked; last?: number };
export type DeckData = {
  within: Within;
  own: Pick<Own, 'joined' | 'hasCard' | 'nextNumber'> & { votes: number };
  headings: Headings;
  resultsOn?: Instant;
  open?: Open;
  closed?: ProblemCode;
};

/** The deck in play: the card in front, what became of the last one, what to do after the third. */
export const Deck = (props: { data: DeckData; open: Open }) => {
  const { t, direction, locale, learn } = useI18n();
  const { api, go } = useVisit();
  const { within, own } = untrack(() => props.data);
  const { asked, deck } = untrack(() => props.open);
  const to = useAddresses(within.id);
  const queue = useQueue(within.id, own);
  const join = joinAndBack(locale, within.id, hrefOf(to.deck, asked));
  const hand = createHand(api, asked, deck, queue, () => go(join), learn);
  const card = () => hand.cards()[0];
  let face: HTMLElement | undefined;

  const front = () => card() ?? hand.more();
  createEffect(on(front, () => (card() ? face : document.getElementById('deck-end'))?.focus(), { defer: true }));

  const atOnce = (form: FormData): boolean => {
    const choice = voteIn((name) => textOf(form, name))?.choice;
    if (!choice || choice === 'withdrawn' || !queue()) return false;
    hand.lay(choice);
    return true;
  };

  /** Only while something in here has focus: single keys must never surprise somebody who is typing or dictating. */
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !queue()) return;
    const choice = choiceForKey(event.key, direction);
    if (choice && card()) hand.lay(choice);
    else if (event.key === 'z') hand.undo();
    else return;
    event.preventDefault();
  };

  return (
    <div class="deck stack" onKeyDown={onKeyDown}>
      <div class="deck-progress">
        <p id="deck-left">{t('ballots.left', { count: hand.counts().left })}</p>
        <progress
          aria-labelledby="deck-left"
          max={Math.max(1, hand.counts().left + hand.counts().answered)}
          value={hand.counts().answered}
        />
      </div>
      <Show
        when={card()}
        keyed
        fallback={
          <Show
            when={hand.more() !== 'coming'}
            fallback={
              <p id="deck-end" tabindex="-1">
                {t('ballots.next-come')}
              </p>
            }
          >
            <Show
              when={!hand.more()}
              fallback={
                <Notice kind="careful" spoken title={t('ballots.no-more-now')}>
                  <Button look="plain" type="button" onClick={() => void hand.refill()}>
                    {t('ballots.try-again')}
                  </Button>
                </Notice>
              }
            >
              <DeckEnd
                within={within}
                answered={hand.counts().answered}
                unreadable={deck.unreadable}
                resultsOn={props.data.resultsOn}
              />
            </Show>
          </Show>
        }
      >
        {(shown) => (
          <DeckCard
            card={shown}
            headings={props.data.headings}
            asideHref={hrefOf(to.deck, { ...asked, aside: [...asked.aside, shown.item] })}
            reportHref={`${to.home}/report?ctr=${shown.id}`}
            atOnce={atOnce}
            onAside={(event) => {
              if (!queue()) return;
              event.preventDefault();
              hand.lay('aside');
            }}
            ref={(element) => (face = element)}
          />
        )}
      </Show>
      <LastCard hand={hand} last={props.open.last} sending={(queue()?.state().unsent ?? 0) > 0} />
      <Show when={queue()}>{(waiting) => <QueueNotice state={waiting().state()} join={join} />}</Show>
      <KeepVotes
        hasCard={own.hasCard}
        votes={own.votes + hand.laid().filter(({ choice }) => choice !== 'aside').length}
      />
      <Show when={card()}>
        <div class="row row-apart">
          <LinkButton href={to.home} look="plain">
            {t('ballots.stop')}
          </LinkButton>
        </div>
        <Keys />
      </Show>
    </div>
  );
};
