import type { Locale } from '#shared/locales.ts';
import { messagesOf } from '#web/messages/source.ts';

/** The words of the interface as a reader of this locale sees them; only those without parameters. */
export const wordsIn = (locale: Locale): ((key: string) => string) => {
  const messages = messagesOf(locale);
  return (key) => {
    const words = messages.get(key);
    if (words === undefined) throw new Error(`No message ${key} in ${locale}.`);
    return words;
  };
};
