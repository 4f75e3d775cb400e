import { describe, expect, test } from 'vitest';
import { COUNTINGS } from '#shared/batches/rules.ts';
import { PHASES } from '#shared/consultations/phases.ts';
import { CHANGED } from '#shared/consultations/rules.ts';
import { ARRANGEMENTS, IMPORT_MODES } from '#shared/documents/rules.ts';
import { LEDGER_ACTS, type LedgerLine } from '#shared/ledger/schema.ts';
import { LOCALES } from '#shared/locales.ts';
import { MEASURE_STATES } from '#shared/measures/rules.ts';
import { DANGERS, GROUND_KINDS, MEASURES, REVIEWS, VISIBILITIES } from '#shared/moderation/kinds.ts';
import { ROLES, SET_UP_PARTS } from '#shared/places/rules.ts';
import { OUTCOMES } from '#shared/suggestions/rules.ts';
import { whyIn } from '#web/ledger/why.ts';
import { CHUNKS_OF_OFFICE } from '#web/messages/compiled/office.ts';
import { loadI18n } from '#web/messages/i18n.ts';

const AT = '2027-01-27T10:30:00.000Z';
const DAY = '2027-01-27';
/** As people write: with signs that reasons are put together with, and with words that are codes elsewhere. */
const WORDS = 'keep: partly, title – dates';
const NAME = 'Office: keep, done';

/** What an act may say why: nothing, words alone, or codes, each with the words that go with it. Every act has its row. */
const REASONS: Record<LedgerLine['act'], readonly (readonly [why: string, words: readonly string[]])[]> = (() => {
  const none: [] = [];
  const words: [string, string[]][] = [[WORDS, [WORDS]]];
  const coded = (codes: readonly string[]): [string, string[]][] => codes.map((code) => [code, []]);
  const before = (codes: readonly string[]): [string, string[]][] =>
    codes.map((code) => [`${code}: ${WORDS}`, [WORDS]]);
  const after = (codes: readonly string[], sign: string): [string, string[]][] =>
    codes.map((code) => [`${NAME}${sign}${code}`, [NAME]]);
  const roles = [...ROLES, ROLES.join(', ')];
  const texts = [...ARRANGEMENTS, ...IMPORT_MODES, 'title', 'words'];
  return {
    'create-place': none,
    'open-place': none,
    'accept-place': none,
    'decline-place': none,
    'change-place': coded(SET_UP_PARTS),
    'publish-consent': coded(['2', '12']),
    'invite-staff': coded(roles),
    'withdraw-invitation': none,
    'appoint-staff': coded(roles),
    'change-staff': before([...roles, '–']),
    'leave-office': none,
    'prepare-consultation': [['con_0123456789', ['con_0123456789']]],
    'delete-draft': none,
    'open-consultation': none,
    'correct-consultation': before([...CHANGED, CHANGED.join(', ')]),
    'edit-text': [...coded(texts), ...before(texts)],
    translate: none,
    'change-phase': before([...PHASES.map((phase) => `${phase} ${AT}`), 'dates', `closing ${AT}`]),
    'import-consultation': none,
    'publish-snapshot': [
      [AT, []],
      [`${AT}, instead of snp_0123456789`, []],
    ],
    'hand-auditors-file': words,
    'withdraw-auditors-file': words,
    'fetch-auditors-file': words,
    'end-retention': none,
    'publish-version': [['R2', ['R2']]],
    'merge-suggestion': [['ctr_0123456789', ['ctr_0123456789']]],
    'undo-merge': [['ctr_0123456789', ['ctr_0123456789']]],
    'answer-suggestion': coded([...OUTCOMES, 'not yet answered']),
    'name-group': words,
    'plan-batch': before([`30, ${DAY}`]),
    'make-cards': none,
    'revoke-batch': words,
    'decide-batch': before(COUNTINGS.map((counting) => `batch 3, ${counting}`)),
    announce: words,
    'open-case': none,
    'take-case': none,
    'pass-case-on': none,
    'hand-case-over': none,
    'ask-opinion': none,
    'give-opinion': none,
    'escalate-case': coded(DANGERS),
    'reveal-words': none,
    'decide-case': coded([
      ...VISIBILITIES,
      ...GROUND_KINDS.flatMap((ground) => MEASURES.map((measure) => `remove ${ground} ${measure}`)),
    ]),
    'undo-decision': none,
    'reopen-case': none,
    'tell-decision': none,
    'decide-appeal': coded(REVIEWS),
    'undo-appeal': none,
    'tell-appeal': none,
    'move-appeal': [['pla_0123456789', ['pla_0123456789']]],
    'write-to-party': none,
    'measure-notifier': coded(MEASURES),
    'resolve-author': coded(['to tell her']),
    'close-case': none,
    'empty-case': none,
    'write-phrase': none,
    'appoint-flagger': after([`${AT} – ${AT}`], ', '),
    'end-flagger': none,
    'ask-addressee': after([DAY], ', '),
    'renew-link': words,
    'end-asking': words,
    'give-answer': after(OUTCOMES, ': '),
    'correct-answer': after(OUTCOMES, ': '),
    'plan-measure': after([DAY], ', '),
    'change-measure': after(
      MEASURE_STATES.flatMap((state) => [state, `${state}, ${DAY} → ${DAY}`]),
      ': ',
    ),
    'retry-job': none,
    // What failed is named as the page of the operator names it: as the machine said it.
    'drop-letter': [['ConditionalCheckFailed', ['ConditionalCheckFailed']]],
    'retry-mails': none,
  };
})();

const CASES = LEDGER_ACTS.flatMap((act) => REASONS[act].map(([why, words]) => ({ act, why, words })));

describe('to whoever reads the ledger', () => {
  test.each(LOCALES)(
    'in %s no reason shows a code, and words and names stay as somebody wrote them',
    async (locale) => {
      const i18n = await loadI18n(locale, CHUNKS_OF_OFFICE['./ledger/ledger.page.tsx'] ?? []);
      const raw = CASES.flatMap(({ act, why, words }) => {
        const pieces = whyIn({ act, why } as LedgerLine, 'UTC', i18n);
        const kept = pieces.flatMap((piece) => ('words' in piece ? [piece.words] : []));
        const said = pieces.flatMap((piece) => ('said' in piece ? [piece.said] : []));
        // Neither the code itself nor the key of a message that is missing here.
        const codes = said.filter(
          (one) => /\d{4}-\d\d-\d\d|^[a-z-]+\.[\w.-]+$/.test(one) || why.split(/[:, ]+/).includes(one.trim()),
        );
        const isRight =
          JSON.stringify(kept) === JSON.stringify(words) &&
          codes.filter((one) => !/^[–→:,\s]*$/.test(one)).length === 0;
        return isRight ? [] : [{ act, why, pieces }];
      });
      expect(raw).toEqual([]);
    },
  );
});
