import type { TranslateClientConfig } from '@aws-sdk/client-translate';
import type { Language } from '#shared/locales.ts';
import { SECOND } from '#shared/time.ts';
import type { Translator } from './translator.ts';

/**
 * How Amazon Translate calls the languages that people here may write in. It knows no Romani, Tigrinya or Wolof.
 * @see https://docs.aws.amazon.com/translate/latest/dg/what-is-languages.html
 */
const CODES: Partial<Record<Language, string>> = {
  ...Object.fromEntries(
    ('en it de es fr nl pl pt ro sq so tr el bg ru sr uk ar fa ur am bn pa'.split(' ') as Language[]).map(
      (language) => [language, language],
    ),
  ),
  'zh-Hans': 'zh',
  'zh-Hant': 'zh-TW',
};

/** A reader waits for it: longer than this, and she is told that it did not work. */
const PATIENCE = 5 * SECOND;
const TRIES = 2;

type Given = { settings?: TranslateClientConfig; patience?: number };

/** Amazon Translate. Its client is loaded when somebody first asks, which in most processes nobody does. */
export const amazonTranslator = ({ settings = {}, patience = PATIENCE }: Given = {}): Translator => {
  const load = async () => {
    const { TranslateClient, TranslateTextCommand } = await import('@aws-sdk/client-translate');
    return { client: new TranslateClient({ maxAttempts: TRIES, ...settings }), TranslateTextCommand };
  };
  let loaded: ReturnType<typeof load> | undefined;
  return {
    service: 'Amazon Translate',
    knows: (language) => language in CODES,
    translate: async ({ text, from, into }) => {
      const { client, TranslateTextCommand } = await (loaded ??= load());
      const asked = { Text: text, SourceLanguageCode: CODES[from], TargetLanguageCode: CODES[into] };
      const abortSignal = AbortSignal.timeout(patience);
      const { TranslatedText } = await client.send(new TranslateTextCommand(asked), { abortSignal });
      if (!TranslatedText?.trim()) throw new Error('The translation is empty.');
      return TranslatedText;
    },
  };
};
