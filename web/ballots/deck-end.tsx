import { Show, untrack } from 'solid-js';
import type { Instant } from '#shared/time.ts';
import { useAddresses } from '#web/consultations/addresses.ts';
import type { Within } from '#web/consultations/load.ts';
import { SaySomething } from '#web/contributions/say-something.tsx';
import { useI18n } from '#web/messages/i18n.ts';
import { LinkButton } from '#web/ui/button/button.tsx';
import { Time } from '#web/ui/time/time.tsx';

type DeckEndProps = { within: Within; answered: number; unreadable: number; resultsOn: Instant | undefined };

/** No card is left: what comes next, and why there may be more. */
export const DeckEnd = (props: DeckEndProps) => {
  const { t, locale } = useI18n();
  const con = untrack(() => props.within.id);
  const to = useAddresses(con);
  /** She reads none of the languages in which somebody has written. */
  const readsNone = () => props.answered === 0 && props.unreadable > 0;
  return (
    <section class="deck-end stack" aria-labelledby="deck-end">
      <h2 id="deck-end" tabindex="-1">
        {t(readsNone() ? 'ballots.end-reads-none' : 'ballots.end')}
      </h2>
      <Show when={!readsNone()}>
        <p>{t('ballots.end-thanks', { count: props.answered })}</p>
      </Show>
      <Show when={props.unreadable > 0}>
        <p>{t('ballots.unreadable', { count: props.unreadable })}</p>
        <LinkButton href={`/${locale}/me?deck=${con}#settings`}>{t('ballots.change-languages')}</LinkButton>
      </Show>
      <Show when={props.resultsOn}>
        {(date) => (
          <p>
            {t('ballots.results-on')} <Time at={date()} zone={props.within.place.timeZone} day />.
          </p>
        )}
      </Show>
      <Show when={props.within.asksBelonging}>
        <p>
          <a href={to.belonging}>{t('ballots.belonging')}</a>
        </p>
      </Show>
      <p>{t('ballots.end-more')}</p>
      <div class="row">
        <LinkButton href={to.home}>{t('site.back')}</LinkButton>
        <SaySomething consultation={props.within} />
      </div>
    </section>
  );
};
