import { For, Show } from 'solid-js';
import { useI18n } from '#web/messages/i18n.ts';
import { Time } from '#web/ui/time/time.tsx';
import { ORDER } from '#web/ui/vote-bar/shares.ts';
import type { Asked, BatchShown, Sections } from './sections.ts';
import { PlainSentence } from './sentence.tsx';

const Apart = (props: { batch: BatchShown }) => {
  const { t, number } = useI18n();
  const title = () => t('batches.result.table', { number: number(props.batch.number) });
  return (
    <Show when={props.batch.rows.length > 0} fallback={<p class="hint">{t('batches.result.too-few')}</p>}>
      <div class="scroll-sideways" tabindex="0" role="group" aria-label={title()}>
        <table class="results-table">
          <caption>{title()}</caption>
          <thead>
            <tr>
              <th scope="col">{t('opinion.sentence')}</th>
              <For each={ORDER}>
                {(choice) => (
                  <th scope="col" class="number">
                    {t(`ui.choice.${choice}`)}
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={props.batch.rows}>
              {(row) => (
                <tr>
                  <th scope="row">
                    <PlainSentence about={row} />
                  </th>
                  <For each={ORDER}>{(choice) => <td class="number">{number(row[choice])}</td>}</For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </Show>
  );
};

/** What a recorded decision keeps out of this result, with its reason; and which result this one replaces. */
export const BatchesLeftOut = (props: { consultation: Asked; result: Sections }) => {
  const { t, number } = useI18n();
  const { timeZone } = props.consultation.placeBrief;
  return (
    <>
      <Show when={props.result.batches.length > 0}>
        <section class="stack stack-tight" aria-labelledby="left-out">
          <h2 id="left-out">{t('batches.result.title')}</h2>
          <For each={props.result.batches}>
            {(batch) => (
              <div class="short-result stack stack-tight">
                <p>
                  <strong>{t(`batches.result.${batch.counting}`, { number: number(batch.number) })}</strong>{' '}
                  <bdi>{batch.reason}</bdi>
                </p>
                <p class="hint">
                  <Time at={batch.at} zone={timeZone} day /> ·{' '}
                  <Show when={batch.ballots} fallback={t('batches.result.ballots-few')}>
                    {(count) => t('batches.result.ballots', { count: count() })}
                  </Show>
                </p>
                <Show when={batch.counting === 'apart'}>
                  <Apart batch={batch} />
                </Show>
              </div>
            )}
          </For>
        </section>
      </Show>
      <Show when={props.result.replaces}>
        {(before) => (
          <p class="fingerprints">
            {t('batches.result.replaces')} <Time at={before().at} zone={timeZone} />, {t('batches.result.replaces-why')}{' '}
            <code dir="ltr">{before().hash}</code>
          </p>
        )}
      </Show>
    </>
  );
};
