import { For, Show } from 'solid-js';
import type { PublicAnswer } from '#shared/answers/views.ts';
import type { PublicMeasure } from '#shared/measures/schema.ts';
import { versionName } from '#shared/versions/rules.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Details } from '#web/ui/details/details.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { Reading, Wording } from '#web/ui/reading/reading.tsx';
import { Time } from '#web/ui/time/time.tsx';
import { Day } from './day.tsx';

/** One institution's answer to a passage; or by when it is awaited, or that its day is over. */
const Said = (props: { of: PublicAnswer; zone: string }) => {
  const { t } = useI18n();
  const title = () =>
    props.of.given
      ? `${props.of.addressee.name}: ${t(`answers.outcomes.${props.of.given.outcome}`)}`
      : `${props.of.addressee.name}: ${t(`answers.standing.${props.of.standing}`)}`;
  const look = () => (props.of.given ? 'info' : props.of.standing === 'late' ? 'careful' : 'info');
  return (
    <Notice kind={look()} title={title()}>
      <Show
        when={props.of.given}
        fallback={
          <p>
            {t('answers.due')} <Day day={props.of.due} />
          </p>
        }
      >
        {(given) => (
          <>
            <Reading texts={given().why} />
            <Show when={given().who || given().when}>
              <p>
                <Show when={given().who}>
                  {t('answers.who')} <bdi>{given().who}</bdi>.{' '}
                </Show>
                <Show when={given().when}>
                  {(when) => (
                    <>
                      {t('answers.when')} <Day day={when()} />.
                    </>
                  )}
                </Show>
              </p>
            </Show>
            <p class="hint">
              {t('answers.given-on')} <Time at={given().first} zone={props.zone} day />
              <Show when={given().at !== given().first}>
                {' '}
                · {t('answers.corrected-on')} <Time at={given().at} zone={props.zone} day />
              </Show>{' '}
              · {t('answers.to-version', { name: versionName(props.of.edition) })}
            </p>
          </>
        )}
      </Show>
    </Notice>
  );
};

/** One measure: what, by whom, until when, how it stands, and how everybody can tell. */
export const MeasureBrief = (props: { of: PublicMeasure; zone: string; heading?: boolean }) => {
  const { t } = useI18n();
  const last = () => props.of.notes.at(-1);
  return (
    <article
      classList={{ card: true, 'card-late': props.of.standing === 'late', stack: true, 'stack-tight': true }}
      id={props.of.id}
    >
      <p>
        <strong>{t(`answers.measure.${props.of.standing}`)}</strong>
      </p>
      <p>
        <Wording texts={props.of.title} />
      </p>
      <p class="hint">
        <bdi>{props.of.owner}</bdi> · {t('answers.until')} <Day day={props.of.deadline} />
      </p>
      <p>
        {t('answers.indicator')} <Wording texts={props.of.indicator} />
      </p>
      <Show when={Object.keys(props.of.target).length > 0}>
        <p>
          {t('answers.target')} <Wording texts={props.of.target} />
        </p>
      </Show>
      <Show when={last()}>
        {(note) => (
          <p>
            <Time at={note().at} zone={props.zone} day />: <Wording texts={note().text} />
          </p>
        )}
      </Show>
      <Show when={props.of.notes.length > 1}>
        <Details summary={t('answers.earlier-notes', { count: props.of.notes.length - 1 })}>
          <For each={props.of.notes.slice(0, -1).toReversed()}>
            {(note) => (
              <p>
                <Time at={note.at} zone={props.zone} day />: <Wording texts={note.text} />
              </p>
            )}
          </For>
        </Details>
      </Show>
    </article>
  );
};

/** What was said to a passage, and what is done about it. */
export const SaidAndDone = (props: {
  answers: readonly PublicAnswer[];
  measures: readonly PublicMeasure[];
  zone: string;
}) => (
  <>
    <For each={props.answers}>{(one) => <Said of={one} zone={props.zone} />}</For>
    <For each={props.measures}>{(one) => <MeasureBrief of={one} zone={props.zone} />}</For>
  </>
);
