import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Decision } from '#shared/moderation/case.ts';
import { LANGUAGES } from '#shared/locales.ts';
import {
  GROUND_KINDS,
  MEASURES,
  NOTICE_KINDS,
  SOURCE_TYPES,
  SUBJECT_KINDS,
  VISIBILITIES,
} from '#shared/moderation/kinds.ts';
import { TIERS } from '#shared/moderation/queue.ts';
import { mayDecide } from '#shared/moderation/rules.ts';
import { statementOf } from '#shared/moderation/statement.ts';
import { DAY, later } from '#shared/time.ts';
import { LanguageTag } from '#shared/texts.ts';

/**
 * The schema of the EU's Transparency Database (version 2), written field by field from its documentation and apart from
 * ours: names, values, lengths, and what needs what. Anything else is refused, as a misspelt field would be there.
 */
const visibility = z.enum([
  'DECISION_VISIBILITY_CONTENT_REMOVED',
  'DECISION_VISIBILITY_CONTENT_DISABLED',
  'DECISION_VISIBILITY_CONTENT_DEMOTED',
  'DECISION_VISIBILITY_CONTENT_AGE_RESTRICTED',
  'DECISION_VISIBILITY_CONTENT_INTERACTION_RESTRICTED',
  'DECISION_VISIBILITY_CONTENT_LABELLED',
  'DECISION_VISIBILITY_OTHER',
]);
const KEYWORDS: Record<string, readonly string[]> = {
  STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH: ['KEYWORD_DEFAMATION', 'KEYWORD_DISCRIMINATION', 'KEYWORD_HATE_SPEECH'],
  STATEMENT_CATEGORY_VIOLENCE: ['KEYWORD_COORDINATED_HARM', 'KEYWORD_INCITEMENT_VIOLENCE_HATRED'],
  STATEMENT_CATEGORY_CYBER_VIOLENCE: ['KEYWORD_CYBER_HARASSMENT', 'KEYWORD_CYBER_INCITEMENT'],
  STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS: ['KEYWORD_MISSING_PROCESSING_GROUND'],
  STATEMENT_CATEGORY_SCAMS_AND_FRAUD: ['KEYWORD_INAUTHENTIC_ACCOUNTS'],
  STATEMENT_CATEGORY_OTHER_VIOLATION_TC: [],
  STATEMENT_CATEGORY_NOT_SPECIFIED_NOTICE: [],
};
const text = (most: number) => z.string().trim().min(1).max(most);
const day = (first: string) => z.iso.date().refine((date) => date >= first && date < '2038-01-01');
const yesNo = z.enum(['Yes', 'No']);
const Official = z
  .strictObject({
    decision_visibility: z.array(visibility).min(1).optional(),
    decision_provision: z
      .enum([
        'DECISION_PROVISION_PARTIAL_SUSPENSION',
        'DECISION_PROVISION_TOTAL_SUSPENSION',
        'DECISION_PROVISION_PARTIAL_TERMINATION',
        'DECISION_PROVISION_TOTAL_TERMINATION',
      ])
      .optional(),
    account_type: z.enum(['ACCOUNT_TYPE_BUSINESS', 'ACCOUNT_TYPE_PRIVATE']).optional(),
    decision_facts: text(5000),
    decision_ground: z.enum(['DECISION_GROUND_ILLEGAL_CONTENT', 'DECISION_GROUND_INCOMPATIBLE_CONTENT']),
    illegal_content_legal_ground: text(500).optional(),
    illegal_content_explanation: text(2000).optional(),
    incompatible_content_ground: text(500).optional(),
    incompatible_content_explanation: text(2000).optional(),
    incompatible_content_illegal: yesNo.optional(),
    decision_ground_reference_url: z.url().max(500).optional(),
    content_type: z.array(z.enum(['CONTENT_TYPE_TEXT'])).min(1),
    category: z.enum(Object.keys(KEYWORDS)),
    category_specification: z.array(z.string()).min(1).optional(),
    content_language: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    content_date: day('2000-01-01'),
    application_date: day('2020-01-01'),
    end_date_service_restriction: day('2020-01-01').optional(),
    source_type: z.enum([
      'SOURCE_ARTICLE_16',
      'SOURCE_TRUSTED_FLAGGER',
      'SOURCE_TYPE_OTHER_NOTIFICATION',
      'SOURCE_VOLUNTARY',
    ]),
    source_identity: text(500).optional(),
    automated_detection: yesNo,
    automated_decision: z.enum([
      'AUTOMATED_DECISION_FULLY',
      'AUTOMATED_DECISION_PARTIALLY',
      'AUTOMATED_DECISION_NOT_AUTOMATED',
    ]),
    puid: z
      .string()
      .regex(/^[a-zA-Z0-9-_]+$/)
      .max(500),
  })
  .refine((one) => one.decision_visibility ?? one.decision_provision, 'at least one decision')
  .refine(
    (one) =>
      one.decision_ground === 'DECISION_GROUND_ILLEGAL_CONTENT'
        ? one.illegal_content_legal_ground && one.illegal_content_explanation && !one.incompatible_content_ground
        : one.incompatible_content_ground && one.incompatible_content_explanation && !one.illegal_content_legal_ground,
    'the fields of its ground, and of no other',
  )
  .refine((one) => one.source_type !== 'SOURCE_VOLUNTARY' || !one.source_identity, 'nobody to name')
  .refine((one) => !one.end_date_service_restriction || one.decision_provision, 'an end of something')
  .refine(
    (one) => (one.category_specification ?? []).every((keyword) => KEYWORDS[one.category]?.includes(keyword)),
    'a keyword of its category',
  );

const NOW = '2026-06-01T09:00:00.000Z';
const said = (words: string) => ({ en: { text: words, provenance: 'original' } }) as const;
const LONG = 'ل'.repeat(6000);

const combinations = SUBJECT_KINDS.flatMap((subject) =>
  VISIBILITIES.flatMap((visible) =>
    [undefined, ...MEASURES].flatMap((measure) =>
      NOTICE_KINDS.flatMap((kind) =>
        GROUND_KINDS.flatMap((ground) =>
          SOURCE_TYPES.flatMap((source) =>
            TIERS.map((tier) => ({ subject, visible, measure, kind, ground, source, tier })),
          ),
        ),
      ),
    ),
  ),
);
type Combination = (typeof combinations)[number];

const decisionOf = ({ visible, measure, kind, ground, source, tier }: Combination): Decision =>
  Decision.parse({
    id: 'dec_0123456789abcdef',
    case: 'cas_0123456789abcdef',
    at: NOW,
    by: 'prt_0123456789abcdef',
    kind,
    grounds: [],
    tier,
    visibility: visible,
    ...(visible === 'label' && { mark: 'may-hurt' }),
    ...(measure && { author: { measure, ...(measure === 'suspend' && { until: later(NOW, 7 * DAY) }) } }),
    manifest: false,
    unfounded: [],
    ground: { kind: ground, reference: 'Art. 604-bis', quote: said('Whoever …'), url: 'https://example.org/law' },
    facts: { phrases: [said('It insults a group.')], language: 'en' },
    automated: false,
    source,
    written: NOW,
    before: { visibility: 'keep' },
  });

const given = { facts: 'It insults a group.', quote: 'Whoever …', language: 'it', written: NOW, applied: NOW };
const made = combinations.filter(({ subject, visible, measure, tier }) => {
  const decision = { visibility: visible, mark: visible === 'label', ground: {}, tier, author: measure && { measure } };
  return mayDecide(subject, decision, { warnedOn: [NOW] }, NOW).allowed;
});
const statement = (one: Combination, more: Partial<Parameters<typeof statementOf>[1]> = {}) =>
  statementOf(decisionOf(one), {
    ...given,
    ...(one.measure === 'suspend' && { until: later(NOW, 7 * DAY) }),
    organisation: 'No hate',
    ...more,
  });

describe('to the public, about statements of reasons in the EU’s database', () => {
  test('every decision that the desk can make, on every ground, is one that the database takes, or restricts nothing', () => {
    let statements = 0;
    for (const one of made) {
      const restricts = one.visible !== 'keep' || one.measure === 'suspend';
      for (const more of [{}, { facts: LONG, quote: LONG }]) {
        const exported = statement(one, more);
        expect(Boolean(exported)).toBe(restricts);
        if (!exported) continue;
        const { error } = Official.safeParse(exported);
        expect(error && [one, z.prettifyError(error)]).toBeUndefined();
        statements++;
      }
    }
    expect(statements).toBeGreaterThan(3000);
  });

  test('no machine has decided or found anything, and a person is never named', () => {
    const [one] = made.filter(({ visible }) => visible === 'remove');
    expect(statement(one as Combination)).toMatchObject({
      automated_detection: 'No',
      automated_decision: 'AUTOMATED_DECISION_NOT_AUTOMATED',
      account_type: 'ACCOUNT_TYPE_PRIVATE',
    });
    expect(JSON.stringify(statement(one as Combination))).not.toMatch(/prt_|cas_/);
  });

  test('a language without a two-letter code is left empty: Romani never becomes Romanian', () => {
    const one = made.find(({ visible }) => visible === 'remove') as Combination;
    for (const language of Object.keys(LANGUAGES)) {
      const primary = language.split('-')[0] ?? '';
      const code = statement(one, { language: LanguageTag.parse(language) })?.content_language;
      expect(code).toBe(primary.length === 2 ? primary.toUpperCase() : undefined);
    }
    expect(statement(one, { language: 'ro' })?.content_language).toBe('RO');
    expect(statement(one, { language: 'rom' })).not.toHaveProperty('content_language');
  });
});
