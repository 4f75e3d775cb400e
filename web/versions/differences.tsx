import { For, Match, Switch } from 'solid-js';
import { directionOf } from '#shared/locales.ts';
import type { Comparison } from '#shared/versions/views.ts';
import { useI18n } from '#web/messages/i18n.ts';

type Runs = Comparison['text'];

/** Words before and after in one text. A screen reader hears where a change begins and ends; colour only repeats it. */
const Changes = (props: { runs: Runs }) => {
  const { t } = useI18n();
  const aside = (text: string) => <span class="visually-hidden"> {text} </span>;
  return (
    <For each={props.runs}>
      {(run) => (
        <Switch fallback={run.text}>
          <Match when={run.is === 'new'}>
            <ins>
              {aside(t('versions.new-words'))}
              {run.text}
              {aside(t('versions.end-of-change'))}
            </ins>
          </Match>
          <Match when={run.is === 'gone'}>
            <del>
              {aside(t('versions.gone-words'))}
              {run.text}
              {aside(t('versions.end-of-change'))}
            </del>
          </Match>
        </Switch>
      )}
    </For>
  );
};

/** One passage as it was and as it is, word by word. */
export const Differences = (props: { of: Pick<Comparison, 'heading' | 'text' | 'language'>; heading?: boolean }) => {
  const { locale } = useI18n();
  const language = () => props.of.language ?? locale;
  return (
    <div class="differences stack stack-tight" lang={language()} dir={directionOf(language())}>
      {props.heading === false ? null : (
        <p class="differences-heading">
          <Changes runs={props.of.heading} />
        </p>
      )}
      <p class="words">
        <Changes runs={props.of.text} />
      </p>
    </div>
  );
};
