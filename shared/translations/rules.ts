import type { Language } from '../locales.ts';
import { wordingsIn } from '../reading.ts';
import type { Texts, Translated, Wording } from '../texts.ts';

/** How a text stands in a language, for those who translate. `human`: a person wrote it, nobody else has checked it. */
export const STATUSES = ['original', 'missing', 'outdated', 'machine', 'human', 'checked'] as const;
export type Status = (typeof STATUSES)[number];

/**
 * A short mark of a text, by which a translation knows the original that it was made from: its length and FNV-1a
 * (draft-eastlake-fnv, 32 bits, over UTF-16 units). It keeps no secret; it notices that something changed.
 */
export const fingerprintOf = (text: string): string => {
  let mark = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) mark = Math.imul(mark ^ text.charCodeAt(i), 0x01000193);
  return `${text.length.toString(36)}.${(mark >>> 0).toString(36)}`;
};

export const originalOf = (texts: Texts): (Wording & { language: Language }) | undefined => {
  const found = wordingsIn(texts).find(([, { provenance }]) => provenance === 'original');
  return found && { ...found[1], language: found[0] };
};

/** Was this wording made from an original that reads otherwise by now? One that does not say is taken at its word. */
export const isOutdated = (wording: Pick<Wording, 'of' | 'provenance'>, original: string | undefined): boolean =>
  wording.provenance !== 'original' &&
  wording.of !== undefined &&
  original !== undefined &&
  wording.of !== fingerprintOf(original);

/** How words read in a language, with all that a reader should know about it. */
export const translatedInto = (
  texts: Texts | undefined,
  original: string,
  language: Language,
): Translated | undefined => {
  const wording = texts?.[language];
  if (!wording) return undefined;
  const { of: _, ...shown } = wording;
  return { ...shown, language, ...(isOutdated(wording, original) && { outdated: true }) };
};

/** The languages that a person has brought the words into as they stand now. */
export const broughtInto = (texts: Texts | undefined, original: string): Language[] =>
  wordingsIn(texts ?? {})
    .filter(([, wording]) => wording.provenance === 'human' && !isOutdated(wording, original))
    .map(([language]) => language);

export const statusOf = (texts: Texts, language: Language): Status => {
  const wording = texts[language];
  if (!wording) return 'missing';
  if (wording.provenance === 'original') return 'original';
  if (isOutdated(wording, originalOf(texts)?.text)) return 'outdated';
  return wording.checkedBy ? 'checked' : wording.provenance;
};

/** What still waits for a translator, the most urgent first; a person's translation is done, checked or not. */
export const WAITING = ['missing', 'outdated', 'machine'] as const satisfies readonly Status[];
export type Waiting = (typeof WAITING)[number];
export const isWaiting = (status: Status): status is Waiting => (WAITING as readonly Status[]).includes(status);

/** May a reader ask for it? Not where somebody or something has translated the words that stand there now. */
export const isAskable = (status: Status): boolean => status === 'missing' || status === 'outdated';

/** What comes of asking: it is there; people who translate have it on their list; the same, as no machine could do it. */
export const ASKED = ['translated', 'waits', 'no-machine'] as const;
export type Asked = (typeof ASKED)[number];

const WORST_FIRST: readonly Status[] = ['missing', 'outdated', 'machine', 'human', 'checked', 'original'];

/** How several texts that belong together stand in a language: as badly as the worst of them. */
export const worstOf = (texts: readonly Texts[], language: Language): Status => {
  const found = new Set(texts.map((one) => statusOf(one, language)));
  return WORST_FIRST.find((status) => found.has(status)) ?? 'missing';
};
