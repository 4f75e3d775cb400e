import type { LedgerLine } from '#shared/ledger/schema.ts';
import type { I18n } from '#web/messages/i18n.ts';
import { AFTER_NAME, BEFORE_WORDS } from './reasons.ts';

/** A piece of a reason: the platform's, in the reader's words, or as somebody wrote it. */
export type Piece = { said: string } | { words: string };

const MOMENT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/;
const DAY = /\d{4}-\d\d-\d\d/;
/** What stands between codes, a moment and a day being one each. */
const BETWEEN = new RegExp(`(${MOMENT.source}|${DAY.source}|, | – | → )`);
/** Codes of a decision have nothing but a space between them. */
const SPACED: readonly LedgerLine['act'][] = ['decide-case', 'change-phase'];

const isSign = (piece: string): boolean => /^[,–→\s]+$/.test(piece) && piece !== '–';

/** Where codes end and words begin, or a name ends and codes begin. */
const parts = ({ act, why = '' }: LedgerLine): { name?: string; codes?: string; words?: string; sign: string } => {
  const after = AFTER_NAME[act];
  if (after) {
    const at = why.lastIndexOf(after.sign);
    return { name: why.slice(0, at), codes: why.slice(at + after.sign.length), sign: after.sign };
  }
  if (!BEFORE_WORDS[act]) return { words: why, sign: '' };
  const at = why.indexOf(': ');
  return at === -1 ? { codes: why, sign: '' } : { codes: why.slice(0, at), words: why.slice(at + 2), sign: ': ' };
};

/** Words stay as they were written; what the platform put before or after them (roles, outcomes, days) is said in the reader's. */
export const whyIn = (line: LedgerLine, zone: string, i18n: I18n): Piece[] => {
  const say = BEFORE_WORDS[line.act] ?? AFTER_NAME[line.act]?.say;
  const piece = (code: string): Piece => {
    if (MOMENT.test(code)) return { said: i18n.moment(code, zone) };
    if (DAY.test(code)) return { said: i18n.day(`${code}T12:00:00.000Z`, 'UTC') };
    if (isSign(code)) return { said: code };
    const said = say?.(code, i18n);
    return said === undefined ? { words: code } : { said };
  };
  const { name, codes, words, sign } = parts(line);
  const between = SPACED.includes(line.act) ? new RegExp(`${BETWEEN.source}|( )`) : BETWEEN;
  const said = codes?.split(between).filter(Boolean).map(piece) ?? [];
  return [
    ...(name ? [{ words: name }, { said: sign }] : []),
    ...said,
    ...(words ? [...(sign ? [{ said: sign }] : []), { words }] : []),
  ];
};
