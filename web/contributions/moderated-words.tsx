import { Show } from 'solid-js';
import type { State } from '#shared/contributions/rules.ts';
import type { Language } from '#shared/locales.ts';
import type { Mark } from '#shared/moderation/kinds.ts';
import type { Texts, Translated } from '#shared/texts.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Details } from '#web/ui/details/details.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { Reading } from '#web/ui/reading/reading.tsx';
import { AuthorWords } from './author-words.tsx';
import { TranslatedWords } from './translated-words.tsx';

type Moderated = {
  text: string | null;
  language: Language;
  state: State;
  mark?: Mark | undefined;
  counterStatement?: Texts | undefined;
  translated?: Translated | undefined;
};

/**
 * What a person wrote, as moderation lets it stand: under a label, behind a click, waiting for its first reading, with
 * the answer of the place below it, or gone. Nothing of it needs a script.
 */
export const ModeratedWords = (props: { words: Moderated; large?: boolean }) => {
  const { t } = useI18n();
  const Text = () => (
    <TranslatedWords translated={props.words.translated} from={props.words.language} large={props.large ?? false}>
      <AuthorWords text={props.words.text ?? ''} language={props.words.language} large={props.large ?? false} />
    </TranslatedWords>
  );
  return (
    <Show
      when={props.words.text !== null}
      fallback={<p>{t(`contributions.gone.${props.words.state === 'withheld' ? 'withheld' : 'withdrawn'}`)}</p>}
    >
      <Show when={props.words.mark}>{(mark) => <p class="moderated-label">{t(`looks.mark.${mark()}`)}</p>}</Show>
      <Show when={props.words.state === 'restricted'} fallback={<Text />}>
        <p class="moderated-label">{t('looks.restricted')}</p>
        <Details summary={t('looks.show')}>
          <Text />
        </Details>
      </Show>
      <Show when={props.words.counterStatement}>
        {(texts) => (
          <Notice title={t('looks.counter-statement')}>
            <Reading texts={texts()} />
          </Notice>
        )}
      </Show>
    </Show>
  );
};
