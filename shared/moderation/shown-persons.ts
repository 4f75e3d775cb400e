import type { Language } from '../locales.ts';

/** What in a text may show who somebody is. It is only ever advice: the writer decides. */
const SHOWN = ['email', 'phone', 'name'] as const;
export type Shown = (typeof SHOWN)[number];

const EMAIL = /[^\s@<>()[\],;:"]+@[^\s@<>()[\],;:"]+\.\p{L}{2,}/u;

const ZEROS = ['٠', '۰'].map((zero) => zero.codePointAt(0) as number);
const latinDigits = (text: string): string =>
  text.replaceAll(/[٠-٩۰-۹]/gu, (digit) => {
    const code = digit.codePointAt(0) as number;
    return String(code - (ZEROS.findLast((zero) => code >= zero) ?? code));
  });

/** Nine to fifteen digits, as ITU-T E.164 has them, with what people write between them. */
const DIGITS = /(?<![\p{L}\p{N}])\+?\(?\d[\d\s().\u2010-\u2015/-]{6,24}\d(?!\p{N})/gu;
const [FEWEST, MOST] = [9, 15];
const isYear = (group: string): boolean => /^(19|20)\d\d$/.test(group);
/** `12.000.000`, `2024-2030`, `1.5.2026 – 3.5.2026`: amounts and days, not a number to call. */
const isAmount = (text: string): boolean => /^[1-9]\d{0,2}([. ]\d{3})+$/.test(text);
const isDays = (groups: readonly string[]): boolean =>
  groups.some(isYear) && groups.every((group) => isYear(group) || group.length <= 2);

const holdsPhone = (text: string): boolean =>
  [...latinDigits(text).matchAll(DIGITS)].some(([found]) => {
    const groups = found.match(/\d+/g) ?? [];
    const { length } = groups.join('');
    return length >= FEWEST && length <= MOST && !isAmount(found) && !isDays(groups);
  });

/** What stands before a name, in the languages of the interface; Arabic has no capitals to tell a name by. */
const TITLES =
  'Mr|Mrs|Ms|Miss|Dr|Prof|Sig|Sig\\.ra|Signor|Signora|Dott|Dott\\.ssa|M|Mme|Mlle|Monsieur|Madame|Sr|Sra|Don|Doña|Dl|Dna|Domnul|Doamna|пан|пані|Пан|Пані|Herr|Frau';
const AFTER_TITLE = new RegExp(`(?<![\\p{L}\\p{N}])(${TITLES})\\.?\\s\\p{Lu}\\p{Ll}+`, 'u');
const AFTER_ARABIC_TITLE = /(?<!\p{L})(السيد|السيدة|الأستاذ|الأستاذة|الدكتور|الدكتورة|المهندس)\s+\p{Script=Arabic}{2,}/u;

/** Two or three words with a capital each, not at the beginning of a sentence, where every noun would have one. */
const CAPITALS =
  /(?<=[\p{Ll}\p{N},;:»”)]\s)\p{Lu}\p{Ll}+(?:[-’']\p{Lu}\p{Ll}+)?(?:\s(?:de|del|della|di|da|van|von|bin|al|el|la|le)){0,2}\s\p{Lu}\p{Ll}+/gu;
const NOUNS_HAVE_CAPITALS: readonly Language[] = ['de'];
/** Streets, squares and offices have names too. */
const PLACES =
  /(?:^|\s)(via|viale|piazza|corso|largo|rue|avenue|place|boulevard|calle|plaza|paseo|strada|piața|bulevardul|вулиця|площа|street|road|square|park|bridge|station|school|hospital|city|council|union|commission|street|saint|san|santa)(?:\s|$)/iu;

const holdsName = (text: string, language: Language): boolean => {
  if (AFTER_TITLE.test(text) || AFTER_ARABIC_TITLE.test(text)) return true;
  if (NOUNS_HAVE_CAPITALS.includes(language)) return false;
  return [...text.matchAll(CAPITALS)].some(({ 0: found, index }) => {
    const before = /\p{L}+\s$/u.exec(text.slice(0, index))?.[0] ?? '';
    return !PLACES.test(`${before}${found}`);
  });
};

/** What of this text may show who somebody is, or how to reach them. */
export const shownIn = (text: string, language: Language): Shown[] => {
  const holds: Record<Shown, boolean> = {
    email: EMAIL.test(text),
    phone: holdsPhone(text),
    name: holdsName(text, language),
  };
  return SHOWN.filter((one) => holds[one]);
};
