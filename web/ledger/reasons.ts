import { COUNTINGS } from '#shared/batches/rules.ts';
import { PHASES } from '#shared/consultations/phases.ts';
import { CHANGED } from '#shared/consultations/rules.ts';
import { ARRANGEMENTS, IMPORT_MODES } from '#shared/documents/rules.ts';
import type { LedgerLine } from '#shared/ledger/schema.ts';
import { MEASURE_STATES } from '#shared/measures/rules.ts';
import { DANGERS, GROUND_KINDS, MEASURES, REVIEWS, VISIBILITIES } from '#shared/moderation/kinds.ts';
import { ROLES, SET_UP_PARTS } from '#shared/places/rules.ts';
import { OUTCOMES } from '#shared/suggestions/rules.ts';
import type { I18n } from '#web/messages/i18n.ts';

type Act = LedgerLine['act'];
/** The reader's words for a code; nothing, where it is none. */
type Say = (code: string, i18n: I18n) => string | undefined;

/** Each of a closed list of codes, by a key of its own. */
const each =
  <C extends string>(codes: readonly C[], say: (code: C, t: I18n['t']) => string): Say =>
  (code, { t }) => {
    const known = codes.find((one) => one === code);
    return known === undefined ? undefined : say(known, t);
  };
const firstOf =
  (...ways: readonly Say[]): Say =>
  (code, i18n) => {
    for (const say of ways) {
      const said = say(code, i18n);
      if (said !== undefined) return said;
    }
    return undefined;
  };

const roles = firstOf(
  each(ROLES, (role, t) => t(`desk.role.${role}`)),
  each(['–'], (_, t) => t('ledger.no-role')),
);
const changed = each(CHANGED, (what, t) => t(`changes.what.${what}`));
const outcomes = each(OUTCOMES, (outcome, t) => t(`answers.outcomes.${outcome}`));

const arranged = each(ARRANGEMENTS, (what, t) => t(what === 'divide' ? 'texts.passage.divide' : `texts.${what}`));
const imported = each(IMPORT_MODES, (mode, t) => t(`texts.import.${mode}`));
const corrected = each(['words'], (_, t) => t('changes.what.text'));

const numbered =
  (pattern: RegExp, say: (number: number, i18n: I18n) => string): Say =>
  (code, i18n) => {
    const [, number] = pattern.exec(code) ?? [];
    return number === undefined ? undefined : say(Number(number), i18n);
  };

const batch = numbered(/^batch (\d+)$/, (number, i18n) => i18n.t('batches.batch', { number: i18n.number(number) }));
/** What an act was done to, where that has no name of its own and no long id. */
export const subjectIn: Say = batch;

/** What stands before the first colon of a reason are codes; the rest are words. */
export const BEFORE_WORDS: Partial<Record<Act, Say>> = {
  'appoint-staff': roles,
  'invite-staff': roles,
  'change-staff': roles,
  'change-place': each(SET_UP_PARTS, (part, t) => t(`setup.part.${part}`)),
  'publish-consent': numbered(/^(\d+)$/, (version, i18n) =>
    i18n.t('info.privacy.consent-version', { version: i18n.number(version) }),
  ),
  'correct-consultation': changed,
  'change-phase': firstOf(
    each(PHASES, (phase, t) => t(`phases.phase.${phase}`)),
    changed,
  ),
  'edit-text': firstOf(changed, arranged, imported, corrected),
  'plan-batch': numbered(/^(\d+)$/, (count, { t }) => t('ledger.cards', { count })),
  'decide-batch': firstOf(
    batch,
    each(COUNTINGS, (counting, t) => t(`batches.counting.${counting}`)),
  ),
  'decide-case': firstOf(
    each(VISIBILITIES, (visibility, t) => t(`cases.visibility.${visibility}`)),
    each(GROUND_KINDS, (kind, t) => t(`statements.ground.${kind}`)),
    each(MEASURES, (measure, t) => t(`cases.measure.${measure}`)),
  ),
  'decide-appeal': each(REVIEWS, (review, t) => t(`cases.review.${review}`)),
  'escalate-case': each(DANGERS, (danger, t) => t(`cases.escalation.is.${danger}`)),
  'measure-notifier': each(MEASURES, (measure, t) => t(`cases.misuse.what-${measure}`)),
  'resolve-author': each(['to tell her'], (_, t) => t('ledger.to-tell')),
  'answer-suggestion': firstOf(
    outcomes,
    each(['not yet answered'], (_, t) => t('suggestions.outcomes.none')),
  ),
  'publish-snapshot': (code, { t }) => {
    const [, id] = /^instead of (.+)$/.exec(code) ?? [];
    return id === undefined ? undefined : t('ledger.instead-of', { id });
  },
};

/** What stands after a name are codes, or days: after the last of this sign, for a name may have one of its own. */
export const AFTER_NAME: Partial<Record<Act, { sign: ': ' | ', '; say?: Say }>> = {
  'ask-addressee': { sign: ', ' },
  'plan-measure': { sign: ', ' },
  'appoint-flagger': { sign: ', ' },
  'give-answer': { sign: ': ', say: outcomes },
  'correct-answer': { sign: ': ', say: outcomes },
  'change-measure': { sign: ': ', say: each(MEASURE_STATES, (state, t) => t(`answers.measure.${state}`)) },
};
