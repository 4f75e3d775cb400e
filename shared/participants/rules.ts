/** Digits of the scripts our readers write: Latin, Arabic-Indic and Persian. */
const ZEROS = ['0', '٠', '۰'].map((zero) => zero.codePointAt(0) as number);
const CARD_DIGITS = 16;

/** A card number as typed (any of those digits, spaces, hyphens) as sixteen Latin digits; null when it is none. */
export const cardNumber = (typed: string): string | null => {
  const digits = Array.from(typed.replaceAll(/[\s\u2010-\u2015\u200e\u200f-]/gu, ''), (character) => {
    const code = character.codePointAt(0) as number;
    const zero = ZEROS.find((z) => code >= z && code <= z + 9);
    return zero === undefined ? '?' : String(code - zero);
  }).join('');
  return digits.length === CARD_DIGITS && !digits.includes('?') ? digits : null;
};

/** In four groups, as it is printed and read aloud. */
export const groupedCardNumber = (digits: string): string => digits.replaceAll(/(\d{4})(?=\d)/g, '$1 ');

/** "Keep your votes" offers the card after this many votes. */
export const VOTES_BEFORE_CARD_OFFER = 3;

/** How her consent stands: given to the text of today, to an earlier one, or to none. */
export type ConsentStanding = 'given' | 'outdated' | 'missing';

/** A process that still remembers an earlier text refuses nobody who has agreed to a later one. */
export const consentStanding = (held: number | undefined, asked: number): ConsentStanding =>
  held === undefined ? 'missing' : held < asked ? 'outdated' : 'given';
