import { z } from 'zod';
import { LanguageTag } from '../texts.ts';
import { Words } from '../words.ts';
import { SOURCE_LENGTH } from './hints.ts';

const share = z.int().min(0).max(100);

/** How good the service is in one language, as somebody has measured it. */
export const Quality = z.object({
  /** Of a hundred texts that attack people, how many it finds. */
  found: share,
  /** Of a hundred harmless texts, counter-speech among them, how many it marks all the same. */
  wrong: share,
  on: z.iso.date({ error: 'not-valid' }),
  source: Words(SOURCE_LENGTH),
});
export type Quality = z.infer<typeof Quality>;

/** What a place has decided about it. */
export const Triage = z.object({ isOn: z.boolean(), measured: z.partialRecord(LanguageTag, Quality) });
export type Triage = z.infer<typeof Triage>;
