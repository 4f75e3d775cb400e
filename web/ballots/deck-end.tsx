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
  const to = useAddresses(untrack(() => props.within.id));
  return (
    <section class="deck-end stack" aria-labelledby="deck-end">
      <h2 id="deck-end" tabindex="-1">
        {t('ballots.end')}
      </h2>
      <p>{t('ballots.end-thanks', { count: props.answered })}</p>
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
      <Show when={props.unreadable > 0}>
        <p>
          {t('ballots.unreadable', { count: props.unreadable })}{' '}
          <a href={`/${locale}/me#settings`}>{t('ballots.change-languages')}</a>
        </p>
      </Show>
      <div class="row">
        <LinkButton href={to.home}>{t('site.back')}</LinkButton>
        <SaySomething consultation={props.within} />
      </div>
    </section>
  );
};
