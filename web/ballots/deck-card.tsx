import { For, Show } from 'solid-js';
import type { DealtCard } from '#shared/consultations/views.ts';
import type { Texts } from '#shared/texts.ts';
import { AuthorName, AuthorWords } from '#web/contributions/author-words.tsx';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { Wording } from '#web/ui/reading/reading.tsx';
import { ChoiceButton } from './choice-button.tsx';

export type Headings = Record<string, { heading: Texts; position: number }>;

type DeckCardProps = {
  card: DealtCard;
  headings: Headings;
  /** Where "I cannot read this" leads without JavaScript. */
  asideHref: string;
  reportHref: string;
  atOnce: (form: FormData) => boolean;
  onAside: (event: Event) => void;
  ref: (element: HTMLElement) => void;
};

const BUTTONS = [
  ['agree', '1'],
  ['pass', '2'],
  ['disagree', '3'],
] as const;

const About = (props: { about: Headings[string] | undefined }) => {
  const { t, number } = useI18n();
  return (
    <Show when={props.about}>
      {(about) => (
        <p class="hint">
          {t('site.about')} {t('site.part', { number: number(about().position) })}: <Wording texts={about().heading} />
        </p>
      )}
    </Show>
  );
};

/** What she votes on: in her language where it has been brought into it, with the original one tap away. */
const Words = (props: { card: DealtCard }) => {
  const { t } = useI18n();
  const words = ({ text, language }: Pick<DealtCard, 'text' | 'language'>) => (
    <AuthorWords text={text ?? ''} language={language} large />
  );
  return (
    <Show when={props.card.translated} fallback={words(props.card)}>
      {(one) => (
        <>
          {words(one())}
          <Details
            summary={`${one().provenance === 'machine' ? t('ui.translation-by-machine') : ''} ${t('ballots.translated')}`}
          >
            {words(props.card)}
          </Details>
        </>
      )}
    </Show>
  );
};

/** One card and the three answers. The card takes focus when it comes, so that it is read before the buttons. */
export const DeckCard = (props: DeckCardProps) => {
  const { t } = useI18n();
  return (
    <>
      <article class="deck-card stack stack-tight" tabindex="-1" autofocus ref={props.ref}>
        <p class="hint">
          {t(`site.kind.${props.card.kind}`)} · <AuthorName by={props.card} />
        </p>
        <Show when={props.card.mark}>{(mark) => <p class="moderated-label">{t(`looks.mark.${mark()}`)}</p>}</Show>
        <Words card={props.card} />
        <Show when={props.card.counterStatement}>
          {(texts) => (
            <Notice title={t('looks.counter-statement')}>
              <p>
                <Wording texts={texts()} />
              </p>
            </Notice>
          )}
        </Show>
        <About about={props.headings[props.card.passage ?? '']} />
      </article>
      <PostForm class="vote-form stack stack-tight" atOnce={props.atOnce}>
        <input type="hidden" name="form" value="deck" />
        <input type="hidden" name="item" value={props.card.item} />
        <input type="hidden" name="deal" value={props.card.deal} />
        <Show when={props.card.earlier}>
          {(earlier) => (
            <div class="stack stack-tight">
              <p>{t('ballots.earlier', { choice: t(`ui.choice.${earlier()}`) })}</p>
              <Button name="choice" value={earlier()}>
                {t('ballots.confirm', { choice: t(`ui.choice.${earlier()}`) })}
              </Button>
            </div>
          )}
        </Show>
        <div class="vote-buttons" role="group" aria-label={t('ballots.ask')}>
          <For each={BUTTONS}>
            {([choice, key]) => <ChoiceButton choice={choice} pressed={props.card.earlier === choice} shortcut={key} />}
          </For>
        </div>
      </PostForm>
      <p class="row row-apart">
        <a class="button button-quiet" href={props.asideHref} onClick={(event) => props.onAside(event)}>
          {t('ballots.cannot-read')}
        </a>
        <a href={props.reportHref} rel="nofollow">
          {t('ballots.report')}
        </a>
      </p>
    </>
  );
};
