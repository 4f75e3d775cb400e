import type { Language } from '#shared/locales.ts';

export type Handed = { text: string; from: Language; into: Language };

/**
 * A service that is handed words and brings them back in another language. There is none by default: whoever runs the
 * platform names one, and a place's coordinator switches it on, because the words leave the platform by it.
 */
export type Translator = {
  /** Its name, as everybody reads it beside what it has translated. */
  service: string;
  knows: (language: Language) => boolean;
  /** Rejects when it cannot, or takes too long: then the reader keeps the original, and people are asked instead. */
  translate: (handed: Handed) => Promise<string>;
};
