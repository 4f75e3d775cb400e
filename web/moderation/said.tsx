import { For, Show } from 'solid-js';
import { referenceIn } from '#shared/moderation/cited.ts';
import type { GroundView } from '#shared/moderation/ground.ts';
import type { SaidView } from '#shared/moderation/views.ts';
import { AuthorWords } from '#web/contributions/author-words.tsx';
import { useI18n } from '#web/messages/i18n.ts';
import { Reading } from '#web/ui/reading/reading.tsx';

/** Facts or reasons: phrases in the reader's language, and what was written for this case in the language it has. */
export const Said = (props: { said: SaidView }) => (
  <>
    <For each={props.said.phrases}>{(texts) => <Reading texts={texts} />}</For>
    <Show when={props.said.words}>{(words) => <AuthorWords text={words()} language={props.said.language} />}</Show>
  </>
);

/** The law or the rule that a decision stands on, with its words. */
export const GroundQuote = (props: { ground: GroundView }) => {
  const { t, locale } = useI18n();
  const reference = () => referenceIn(props.ground, locale);
  return (
    <>
      <p>
        <strong>{t(`statements.ground.${props.ground.kind}`)}</strong>
      </p>
      <p>
        <Show when={props.ground.url} fallback={<bdi>{reference()}</bdi>}>
          {(url) => (
            <a href={url()} rel="noreferrer">
              <bdi>{reference()}</bdi>
            </a>
          )}
        </Show>
      </p>
      <blockquote>
        <Reading texts={props.ground.quote} />
      </blockquote>
    </>
  );
};
