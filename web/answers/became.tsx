import { For, Show, untrack } from 'solid-js';
import type { BecameView } from '#shared/answers/views.ts';
import { versionName } from '#shared/versions/rules.ts';
import { useAddresses } from '#web/consultations/addresses.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Details } from '#web/ui/details/details.tsx';
import { Wording } from '#web/ui/reading/reading.tsx';
import { Differences } from '#web/versions/differences.tsx';
import { WentElsewhere } from '#web/versions/went-elsewhere.tsx';
import { SaidAndDone } from './said.tsx';

type BecameProps = {
  became: BecameView;
  consultation: string;
  zone: string;
  /** Whoever reads wrote the words. */
  mine: boolean;
};

/** What became of words: where the text has them, before and after, who answered what, and what is done. */
export const Became = (props: BecameProps) => {
  const { t } = useI18n();
  const to = useAddresses(untrack(() => props.consultation));
  const title = (version: number): string =>
    t(props.mine ? 'answers.yours-in' : 'answers.these-in', { name: versionName(version) });
  return (
    <For each={props.became.places}>
      {(place, i) => (
        <section class="stack stack-tight became">
          <Show when={i() === 0 && props.became.through}>
            {(standing) => (
              <p>
                {t(props.mine ? 'answers.through' : 'answers.through-other')}{' '}
                <a href={to.contribution(standing())}>{t('answers.other')}</a>
              </p>
            )}
          </Show>
          <p class="taken-up">
            <strong>{title(place.version)}</strong>{' '}
            <a href={to.passage(place.passage)}>
              <Wording texts={place.heading} />
            </a>
          </p>
          <Details summary={t('answers.before-after')} open={props.mine}>
            <p class="hint">{t('answers.key')}</p>
            <Differences of={place.change} />
            <WentElsewhere of={place.change} at={to.passage} />
          </Details>
          <SaidAndDone answers={place.answers} measures={place.measures} zone={props.zone} />
        </section>
      )}
    </For>
  );
};
