import { Show, untrack } from 'solid-js';
import { mayNow } from '#shared/consultations/phases.ts';
import type { ProblemCode } from '#shared/problems.ts';
import { Refusal } from '#web/api.ts';
import { addressesOf, useAddresses } from '#web/consultations/addresses.ts';
import { loadConsultation, withinOf } from '#web/consultations/load.ts';
import { textOf } from '#web/form-data.ts';
import { idIn } from '#web/ids.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Elsewhere, definePage } from '#web/page.ts';
import { LinkButton } from '#web/ui/button/button.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { Wording } from '#web/ui/reading/reading.tsx';
import { joinAndBack, postVote } from './cast.ts';
import { dealFor, isMarked } from './hand.ts';
import { askedIn, hrefOf } from './deck-address.ts';
import { Deck, type DeckData } from './deck.tsx';

const DeckPage = (props: { data: DeckData }) => {
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

const BEFORE_THE_FIRST: readonly ProblemCode[] = ['not-signed-in', 'consent-missing', 'consent-outdated'];
const CLOSED: readonly ProblemCode[] = [
  'consultation-closed',
  'phase-has-passed',
  'not-in-this-phase',
  'door-not-open',
];

export default definePage<DeckData>({
  cache: 'private',
  async load(loading) {
    const { api, params, url, locale, now } = loading;
    const con = idIn('consultation', params);
    const asked = askedIn(loading);
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
      throw new Elsewhere(joinAndBack(locale, con, url.pathname + url.search));
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
  says: ({ closed, open }) => (closed ? ['problem'] : open?.deck.cards.some(isMarked) ? ['looks'] : []),
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
