import { Show, type ParentProps } from 'solid-js';
import { directionOf, type Language } from '#shared/locales.ts';
import type { Translated } from '#shared/texts.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Details } from '#web/ui/details/details.tsx';
import { LanguageLabel } from '#web/ui/language-label/language-label.tsx';
import { AuthorWords } from './author-words.tsx';

/** Words in a language of the reader's; `from`: the one that they were written in. */
type Given = { translated: Translated; from: Language };

/** Who brought the words into it, and whether they still say what their original says. */
const TranslatedBy = (props: Given) => {
  const { t } = useI18n();
  const made = () => {
    const { provenance, by } = props.translated;
    if (provenance !== 'machine') return t('translated.human');
    return by ? t('translated.by-service', { service: by }) : t('ui.translation-by-machine');
  };
  return (
    <p class="hint">
      <LanguageLabel language={props.from} /> {made()}
      <Show when={props.translated.checkedBy}>{(by) => <> {t('ui.translation-checked', { by: by() })}</>}</Show>
      <Show when={props.translated.outdated}>
        {' '}
        <strong>{t('translated.outdated')}</strong>
      </Show>
    </p>
  );
};

/** What somebody wrote as it reads in another language. */
export const Translation = (props: Given & { large?: boolean }) => (
  <>
    <p
      classList={{ words: true, lead: props.large ?? false }}
      lang={props.translated.language}
      dir={directionOf(props.translated.language)}
    >
      {props.translated.text}
    </p>
    <TranslatedBy translated={props.translated} from={props.from} />
  </>
);

type TranslatedWordsProps = ParentProps<{ translated: Translated | undefined; from: Language; large?: boolean }>;

/** The translation where there is one, with the original (the children) one tap away; otherwise the original alone. */
export const TranslatedWords = (props: TranslatedWordsProps) => {
  const { t } = useI18n();
  return (
    <Show when={props.translated} fallback={props.children}>
      {(translated) => (
        <>
          <Translation translated={translated()} from={props.from} large={props.large ?? false} />
          <Details summary={t('translated.show-original')}>{props.children}</Details>
        </>
      )}
    </Show>
  );
};

type Said = { text: string | null; language: Language; translated?: Translated | undefined };

/** Below words that stand in a heading or a link: that they are a translation, with the original one tap away; or their language. */
export const WhichLanguage = (props: { of: Said }) => {
  const { t, locale } = useI18n();
  return (
    <Show
      when={props.of.translated}
      fallback={
        <Show when={props.of.language !== locale}>
          <p class="hint">
            <LanguageLabel language={props.of.language} />
          </p>
        </Show>
      }
    >
      {(translated) => (
        <>
          <TranslatedBy translated={translated()} from={props.of.language} />
          <Details summary={t('translated.show-original')}>
            <AuthorWords text={props.of.text ?? ''} language={props.of.language} />
          </Details>
        </>
      )}
    </Show>
  );
};
