import { For, Show } from 'solid-js';
import { useI18n } from '#web/messages/i18n.ts';
import { Notice } from '../notice/notice.tsx';

/** One text that two people changed: as it is saved now, and as it was sent just now. */
export type TwoTexts = { label: string; saved: string; yours: string; lang?: string | undefined; href: string };

type BothTextsProps = {
  /** What differs; undefined while nobody was quicker. */
  texts: readonly TwoTexts[] | undefined;
  /** The page as it is saved now: leaving one's own texts behind. */
  leave: string;
};

const One = (props: { text: TwoTexts }) => {
  const { t } = useI18n();
  const text = (words: string) => (
    <Show when={words} fallback={<p class="hint">{t('both-texts.nothing')}</p>}>
      <p class="words both-texts-words" lang={props.text.lang}>
        {words}
      </p>
    </Show>
  );
  return (
    <section class="stack stack-tight">
      <h2 class="both-texts-label">{props.text.label}</h2>
      <div class="two-columns">
        <div>
          <p class="hint">{t('both-texts.saved')}</p>
          {text(props.text.saved)}
        </div>
        <div>
          <p class="hint">
            <a href={props.text.href}>{t('both-texts.yours')}</a>
          </p>
          {text(props.text.yours)}
        </div>
      </div>
    </section>
  );
};

/**
 * Two people wrote in the same form, and the other one was quicker. Nothing is lost: what is saved stands beside what
 * she sent, which is still in the form below. Sending again replaces what is saved, knowingly.
 */
export const BothTexts = (props: BothTextsProps) => {
  const { t } = useI18n();
  return (
    <Show when={props.texts}>
      {(texts) => (
        <Notice kind="careful" title={t('both-texts.title')}>
          <Show when={texts().length > 0} fallback={<p>{t('both-texts.same')}</p>}>
            <p>{t('both-texts.what')}</p>
            <div class="both-texts stack">
              <For each={texts()}>{(text) => <One text={text} />}</For>
            </div>
          </Show>
          <p>
            <a href={props.leave}>{t('both-texts.leave')}</a>
          </p>
        </Notice>
      )}
    </Show>
  );
};
