import { For, Show } from 'solid-js';
import type { Comparison, VersionView } from '#shared/versions/views.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Card } from '#web/ui/card/card.tsx';
import { Reading } from '#web/ui/reading/reading.tsx';
import { CameFrom } from './came-from.tsx';
import { Differences } from './differences.tsx';
import { WentElsewhere } from './went-elsewhere.tsx';

/** What a version changed, in short, and the note that went out with it. */
export const VersionBrief = (props: { version: VersionView }) => {
  const { t } = useI18n();
  return (
    <>
      <Reading texts={props.version.note} />
      <p class="hint">
        {t('versions.numbers', {
          changed: props.version.changed,
          added: props.version.added,
          withdrawn: props.version.withdrawn,
        })}
      </p>
      <Show when={props.version.leftOut}>
        {(left) => (
          <p>
            {t('versions.left-out', { count: left().count })} <q dir="auto">{left().why}</q>
          </p>
        )}
      </Show>
    </>
  );
};

const One = (props: { of: Comparison; at: (passage: string) => string; consultation: string }) => {
  const { t } = useI18n();
  const how = () => {
    if (props.of.change === 'added' && props.of.from.length > 0) return 'divided';
    return props.of.change === 'withdrawn' && props.of.into.length > 0 ? 'joined' : props.of.change;
  };
  return (
    <Card labelledBy={props.of.passage}>
      <h3 class="card-heading" id={props.of.passage}>
        <a href={props.at(props.of.passage)}>{t(`versions.change.${how()}`)}</a>
      </h3>
      <Differences of={props.of} />
      <WentElsewhere of={props.of} at={props.at} />
      <CameFrom consultation={props.consultation} cites={props.of.cites} />
    </Card>
  );
};

/** Two versions beside each other: what changed in full, what did not as a number. */
export const Compared = (props: {
  consultation: string;
  passages: readonly Comparison[];
  /** Where a passage is read. */
  at: (passage: string) => string;
}) => {
  const { t } = useI18n();
  const changed = () => props.passages.filter(({ change, cites }) => change !== 'kept' || cites.length > 0);
  const same = () => props.passages.length - changed().length;
  return (
    <>
      <p class="hint">{t('versions.key')}</p>
      <For each={changed()}>{(one) => <One consultation={props.consultation} of={one} at={props.at} />}</For>
      <Show when={same() > 0}>
        <p class="hint">{t('versions.unchanged', { count: same() })}</p>
      </Show>
    </>
  );
};
