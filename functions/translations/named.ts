import { z } from 'zod';
import { amazonTranslator } from './amazon-translator.ts';
import type { Translator } from './translator.ts';

/** What whoever runs the platform names in its settings: "none", unless she decides otherwise. */
export const TranslatorName = z.enum(['none', 'amazon']).default('none');

export const translatorNamed = (name: z.infer<typeof TranslatorName>): { translator?: Translator } =>
  name === 'amazon' ? { translator: amazonTranslator() } : {};
