import { dayOf, type Instant } from '../time.ts';
import type { Decision } from './case.ts';
import type { Visibility } from './kinds.ts';
import { CATEGORY_OF, type DECISION_VISIBILITIES, type Statement } from './transparency.ts';

const VISIBILITY: Record<Visibility, (typeof DECISION_VISIBILITIES)[number][]> = {
  keep: [],
  label: ['DECISION_VISIBILITY_CONTENT_LABELLED'],
  // Behind a click, no longer dealt nor ranked.
  restrict: ['DECISION_VISIBILITY_CONTENT_DISABLED', 'DECISION_VISIBILITY_CONTENT_DEMOTED'],
  remove: ['DECISION_VISIBILITY_CONTENT_REMOVED'],
};

const TWO_LETTERS = /^[a-z]{2}$/;

/** ISO 639-1 of a language tag, in capitals; Romani has no such code, and must never become Romanian's. */
const codeOf = (language: string): string | undefined => {
  const [primary = ''] = language.split('-');
  return TWO_LETTERS.test(primary) ? primary.toUpperCase() : undefined;
};

export type ForStatement = {
  /** The facts and the quotation in the language of the desk, at most as long as the database takes. */
  facts: string;
  quote: string;
  language: string;
  written: Instant;
  applied: Instant;
  until?: Instant | undefined;
  organisation?: string | undefined;
};

const cut = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length - 1)}…` : text);

/** The statement of reasons of a decision; undefined where nothing was restricted, as after a warning. It names nobody but an organisation. */
export const statementOf = (decision: Decision, given: ForStatement): Statement | undefined => {
  const { ground, author } = decision;
  const isRestricted = decision.visibility !== 'keep' || author?.measure === 'suspend';
  if (!isRestricted || !ground) return undefined;
  const [category, keyword] = CATEGORY_OF[decision.kind] as readonly [string, string?];
  const visibility = VISIBILITY[decision.visibility];
  const reference = cut(ground.reference, 500);
  const explanation = cut(given.quote, 2000);
  const code = codeOf(given.language);
  const isIllegal = ground.kind === 'law';
  return {
    puid: decision.id,
    ...(visibility.length > 0 && { decision_visibility: visibility }),
    ...(author?.measure === 'suspend' && { decision_provision: 'DECISION_PROVISION_PARTIAL_SUSPENSION' }),
    account_type: 'ACCOUNT_TYPE_PRIVATE',
    decision_facts: cut(given.facts, 5000),
    decision_ground: isIllegal ? 'DECISION_GROUND_ILLEGAL_CONTENT' : 'DECISION_GROUND_INCOMPATIBLE_CONTENT',
    ...(isIllegal
      ? { illegal_content_legal_ground: reference, illegal_content_explanation: explanation }
      : {
          incompatible_content_ground: reference,
          incompatible_content_explanation: explanation,
          incompatible_content_illegal: 'No',
        }),
    ...(ground.url && { decision_ground_reference_url: ground.url }),
    content_type: ['CONTENT_TYPE_TEXT'],
    category,
    ...(keyword && { category_specification: [keyword] }),
    ...(code && { content_language: code }),
    content_date: dayOf(given.written),
    application_date: dayOf(given.applied),
    ...(given.until && { end_date_service_restriction: dayOf(given.until) }),
    source_type: decision.source,
    ...(decision.source !== 'SOURCE_VOLUNTARY' && given.organisation && { source_identity: given.organisation }),
    automated_detection: 'No',
    automated_decision: 'AUTOMATED_DECISION_NOT_AUTOMATED',
  };
};
