import { z } from 'zod';
import { SOURCE_TYPES, type NoticeKind } from './kinds.ts';

/**
 * A statement of reasons in the field names and values of the EU's Transparency Database (DSA Art. 24(5), its schema of
 * July 2025): kept with the decision from the first day, so that an export invents nothing.
 */
/** More than these the database does not take at once; of one that it refuses it takes none. */
export const MOST_IN_A_BATCH = 100;

export const DECISION_VISIBILITIES = [
  'DECISION_VISIBILITY_CONTENT_REMOVED',
  'DECISION_VISIBILITY_CONTENT_DISABLED',
  'DECISION_VISIBILITY_CONTENT_DEMOTED',
  'DECISION_VISIBILITY_CONTENT_AGE_RESTRICTED',
  'DECISION_VISIBILITY_CONTENT_INTERACTION_RESTRICTED',
  'DECISION_VISIBILITY_CONTENT_LABELLED',
  'DECISION_VISIBILITY_OTHER',
] as const;

/** For each kind of ours the category and the keyword of the database. */
export const CATEGORY_OF = {
  'hate-speech': ['STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH', 'KEYWORD_HATE_SPEECH'],
  incitement: ['STATEMENT_CATEGORY_VIOLENCE', 'KEYWORD_INCITEMENT_VIOLENCE_HATRED'],
  harassment: ['STATEMENT_CATEGORY_CYBER_VIOLENCE', 'KEYWORD_CYBER_HARASSMENT'],
  discrimination: ['STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH', 'KEYWORD_DISCRIMINATION'],
  'personal-data': ['STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS', 'KEYWORD_MISSING_PROCESSING_GROUND'],
  spam: ['STATEMENT_CATEGORY_SCAMS_AND_FRAUD', 'KEYWORD_INAUTHENTIC_ACCOUNTS'],
  'house-rules': ['STATEMENT_CATEGORY_OTHER_VIOLATION_TC'],
  other: ['STATEMENT_CATEGORY_NOT_SPECIFIED_NOTICE'],
} as const satisfies Record<NoticeKind, readonly [category: string, keyword?: string]>;

const day = z.iso.date();
const YES_NO = ['Yes', 'No'] as const;

export const Statement = z.object({
  puid: z.string().regex(/^[a-zA-Z0-9_-]{1,500}$/),
  decision_visibility: z.array(z.enum(DECISION_VISIBILITIES)).optional(),
  /** Writing is refused for a time while reading and voting go on. */
  decision_provision: z.literal('DECISION_PROVISION_PARTIAL_SUSPENSION').optional(),
  account_type: z.literal('ACCOUNT_TYPE_PRIVATE'),
  decision_facts: z.string().min(1).max(5000),
  decision_ground: z.enum(['DECISION_GROUND_ILLEGAL_CONTENT', 'DECISION_GROUND_INCOMPATIBLE_CONTENT']),
  illegal_content_legal_ground: z.string().max(500).optional(),
  illegal_content_explanation: z.string().max(2000).optional(),
  incompatible_content_ground: z.string().max(500).optional(),
  incompatible_content_explanation: z.string().max(2000).optional(),
  incompatible_content_illegal: z.enum(YES_NO).optional(),
  decision_ground_reference_url: z.string().max(500).optional(),
  content_type: z.tuple([z.literal('CONTENT_TYPE_TEXT')]),
  category: z.string(),
  category_specification: z.array(z.string()).optional(),
  /** ISO 639-1 in capitals; a language without such a code is left out. */
  content_language: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  content_date: day,
  application_date: day,
  end_date_service_restriction: day.optional(),
  source_type: z.enum(SOURCE_TYPES),
  source_identity: z.string().max(500).optional(),
  automated_detection: z.literal('No'),
  automated_decision: z.literal('AUTOMATED_DECISION_NOT_AUTOMATED'),
});
export type Statement = z.infer<typeof Statement>;
