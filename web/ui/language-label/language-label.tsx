import { LANGUAGES, type Language } from '#shared/locales.ts';

/** The name of a text's language, in that language. */
export const LanguageLabel = (props: { language: Language }) => (
  <span class="language-label" lang={props.language}>
    {LANGUAGES[props.language]}
  </span>
);
