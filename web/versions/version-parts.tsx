import { For, Show, untrack } from 'solid-js';
import type { Comparison, VersionView } from '#shared/versions/views.ts';
import { useAddresses } from '#web/consultations/addresses.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Card } from '#web/ui/card/card.tsx';
import { Reading } from '#web/ui/reading/reading.tsx';
import { CameFrom } from './came-from.tsx';
import { Differences } from './differences.tsx';

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
            {t('versions.left-out', { count: left().count })} <q>{left().why}</q>
          </p>
        )}
      </Show>
    </>
  );
};

/** Words that only went from one part to another look gone in the one and new in the other: so it says where. */
const Moved = (props: {
  say: 'went-into' | 'came-out-of' | 'divided';
  consultation: string;
  parts: readonly string[];
}) => {
  const { t } = useI18n();
  const to = useAddresses(untrack(() => props.consultation));
  return (
    <Show when={props.parts.length > 0}>
      <p class="row">
        <span>{t(`versions.${props.say}`)}</span>
        <For each={props.parts}>{(part) => <a href={to.passage(part)}>{t('versions.see-part')}</a>}</For>
      </p>
    </Show>
  );
};

const One = (props: { consultation: string; of: Comparison; all: readonly Comparison[] }) => {
  const { t } = useI18n();
  const to = useAddresses(untrack(() => props.consultation));
  const divided = () =>
    props.all
      .filter(({ change, from }) => change === 'added' && from.includes(props.of.passage))
      .map(({ passage }) => passage);
  return (
    <Card labelledBy={props.of.passage}>
      <h3 class="card-heading" id={props.of.passage}>
        <a href={to.passage(props.of.passage)}>{t(`versions.change.${props.of.change}`)}</a>
      </h3>
      <Differences of={props.of} />
      <Moved say="went-into" consultation={props.consultation} parts={props.of.into ? [props.of.into] : []} />
      <Moved say="came-out-of" consultation={props.consultation} parts={props.of.from} />
      <Moved say="divided" consultation={props.consultation} parts={divided()} />
      <CameFrom consultation={props.consultation} cites={props.of.cites} />
    </Card>
  );
};

/** Two versions beside each other: what changed in full, what did not as a number. */
export const Compared = (props: { consultation: string; passages: readonly Comparison[] }) => {
  const { t } = useI18n();
  const changed = () => props.passages.filter(({ change, cites }) => change !== 'kept' || cites.length > 0);
  const same = () => props.passages.length - changed().length;
  return (
    <>
      <p class="hint">{t('versions.key')}</p>
      <For each={changed()}>{(one) => <One consultation={props.consultation} of={one} all={props.passages} />}</For>
      <Show when={same() > 0}>
        <p class="hint">{t('versions.unchanged', { count: same() })}</p>
      </Show>
    </>
  );
};
