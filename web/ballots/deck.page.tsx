import { Show, createEffect, on, untrack } from 'solid-js';
import { mayNow } from '#shared/consultations/phases.ts';
import { VOTES_BEFORE_CARD_OFFER } from '#shared/participants/rules.ts';
import type { DeckView } from '#shared/consultations/views.ts';
import type { PassageId } from '#shared/documents/schema.ts';
import type { ProblemCode } from '#shared/problems.ts';
import type { Instant } from '#shared/time.ts';
import { Refusal } from '#web/api.ts';
import { addressesOf, useAddresses } from '#web/consultations/addresses.ts';
import { loadConsultation, withinOf, type Own, type Within } from '#web/consultations/load.ts';
import { textOf } from '#web/form-data.ts';
import { idIn } from '#web/ids.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Elsewhere, definePage, type At } from '#web/page.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button, LinkButton } from '#web/ui/button/button.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { Wording } from '#web/ui/reading/reading.tsx';
import { useVisit } from '#web/visit.ts';
import { postVote, voteIn } from './cast.ts';
import { DeckCard, type Headings } from './deck-card.tsx';
import { DeckEnd } from './deck-end.tsx';
import { createHand, dealFor, type Asked, type Hand } from './hand.ts';
import { choiceForKey } from './keys.ts';
import { QueueNotice } from './queue-notice.tsx';
import { useQueue } from './use-queue.ts';

type Open = { deck: DeckView; asked: Asked; last?: number };
type Data = {
  within: Within;
  own: Pick<Own, 'joined' | 'hasCard' | 'nextNumber'> & { votes: number };
  headings: Headings;
  resultsOn?: Instant;
  open?: Open;
  closed?: ProblemCode;
};

/** What an address of the deck asks for: one passage's cards, some cards not again, and which one was answered last. */
const askedIn = ({ url, params }: At): Asked => ({
  con: idIn('consultation', params),
  passage: (url.searchParams.get('passage') as PassageId | null) ?? undefined,
  aside: (url.searchParams.get('not') ?? '')
    .split(',')
    .map(Number)
    .filter((item) => Number.isSafeInteger(item) && item > 0),
});

const hrefOf = (home: string, { passage, aside }: Asked, last?: number): string => {
  const parameters = new URLSearchParams();
  if (passage) parameters.set('passage', passage);
  if (aside.length > 0) parameters.set('not', aside.join(','));
  if (last) parameters.set('last', String(last));
  const query = parameters.toString();
  return query ? `${home}?${query}` : home;
};

/** "Keep your votes": after the third vote, for whoever has no card. */
const KeepVotes = (props: { votes: number; hasCard: boolean }) => {
  const { t, locale } = useI18n();
  return (
    <Show when={!props.hasCard && props.votes >= VOTES_BEFORE_CARD_OFFER}>
      <Notice title={t('ballots.keep')}>
        <p>{t('ballots.keep-why')}</p>
        <LinkButton href={`/${locale}/me/card`} look="plain">
          {t('ballots.keep-do')}
        </LinkButton>
      </Notice>
    </Show>
  );
};

const Keys = () => {
  const { t } = useI18n();
  return (
    <Details summary={t('ballots.keys')}>
      <p>{t('ballots.keys-choices')}</p>
      <p>{t('ballots.keys-undo')}</p>
    </Details>
  );
};

/** What became of the last card, and the way to take it back. */
const LastCard = (props: { hand: Hand; last: number | undefined; sending: boolean }) => {
  const { t } = useI18n();
  const item = () => props.hand.laid().at(-1)?.card.item ?? props.last;
  const isAside = () => props.hand.laid().at(-1)?.choice === 'aside';
  return (
    <Show when={item()}>
      <PostForm
        class="row"
        atOnce={() => {
          const here = props.hand.laid().length > 0;
          if (here) props.hand.undo();
          return here;
        }}
      >
        <input type="hidden" name="form" value="undo" />
        <input type="hidden" name="item" value={item()} />
        <span class="hint">
          {isAside() ? t('ballots.laid-aside') : props.sending ? t('ballots.sending') : t('ballots.saved')}
        </span>
        <Button look="quiet" name="choice" value="withdrawn">
          {t('ballots.undo')}
        </Button>
      </PostForm>
    </Show>
  );
};

const Deck = (props: { data: Data; open: Open }) => {
  const { t, direction } = useI18n();
  const { api } = useVisit();
  const { within, own } = untrack(() => props.data);
  const { asked, deck } = untrack(() => props.open);
  const to = useAddresses(within.id);
  const queue = useQueue(within.id, own);
  const hand = createHand(api, asked, deck, queue);
  const card = () => hand.cards()[0];
  let face: HTMLElement | undefined;

  createEffect(on(card, () => (card() ? face : document.getElementById('deck-end'))?.focus(), { defer: true }));

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
            when={!hand.missing()}
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
        }
      >
        {(shown) => (
          <DeckCard
            card={shown}
            headings={props.data.headings}
            asideHref={hrefOf(to.deck, { ...asked, aside: [...asked.aside, shown.item] })}
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
      <Show when={queue()}>{(waiting) => <QueueNotice state={waiting().state()} />}</Show>
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

const DeckPage = (props: { data: Data }) => {
  const { t } = useI18n();
  const to = useAddresses(untrack(() => props.data.within.id));
  return (
    <div class="narrow stack">
      <header class="stack stack-tight">
        <p class="hint">
          <a href={to.home}>
            <Wording texts={props.data.within.title} />
          </a>
        </p>
        <h1>{t('ballots.title')}</h1>
      </header>
      <Show when={props.data.closed}>
        {(code) => (
          <>
            <Notice kind="careful" title={t(`problem.${code()}`)} />
            <div class="row">
              <LinkButton href={to.home}>{t('site.back')}</LinkButton>
            </div>
          </>
        )}
      </Show>
      <Show when={props.data.open}>{(open) => <Deck data={props.data} open={open()} />}</Show>
    </div>
  );
};

const BEFORE_THE_FIRST: readonly ProblemCode[] = ['not-signed-in', 'consent-missing'];
const CLOSED: readonly ProblemCode[] = [
  'consultation-closed',
  'phase-has-passed',
  'not-in-this-phase',
  'door-not-open',
];

export default definePage<Data>({
  cache: 'private',
  async load(loading) {
    const { api, params, url, locale, now } = loading;
    const con = idIn('consultation', params);
    const asked = askedIn(loading);
    const to = addressesOf(locale, con);
    const [{ consultation, own }, dealt] = await Promise.all([
      loadConsultation(api, con),
      dealFor(api, asked).catch((error: unknown) => {
        if (error instanceof Refusal) return error.problem.code;
        throw error;
      }),
    ]);
    const verdict = mayNow(consultation, 'vote', now);
    const deck = verdict.allowed ? dealt : verdict.reason;
    if (typeof deck === 'string' && BEFORE_THE_FIRST.includes(deck)) {
      throw new Elsewhere(`${to.join}?then=${encodeURIComponent(url.pathname + url.search)}`);
    }
    if (typeof deck === 'string' && !CLOSED.includes(deck)) throw new Error(deck);
    const passages = consultation.documents.flatMap((document) => document.passages);
    const last = Number(url.searchParams.get('last'));
    return {
      within: withinOf(consultation),
      own: {
        joined: own.joined,
        hasCard: own.hasCard,
        nextNumber: own.nextNumber,
        votes: Object.keys(own.votes).length,
      },
      headings: Object.fromEntries(passages.map(({ id, heading, position }) => [id, { heading, position }])),
      ...(consultation.resultsOn ? { resultsOn: consultation.resultsOn } : {}),
      ...(typeof deck === 'string' ? { closed: deck } : { open: { deck, asked, ...(last ? { last } : {}) } }),
    };
  },
  head: (_, { t }) => ({ title: t('ballots.title') }),
  post(posting) {
    const to = addressesOf(posting.locale, idIn('consultation', posting.params));
    const isUndo = textOf(posting.form, 'form') === 'undo';
    return postVote(
      posting,
      hrefOf(to.deck, askedIn(posting), isUndo ? undefined : Number(textOf(posting.form, 'item'))),
    );
  },
  place: ({ within }) => within.place,
  View: DeckPage,
});
