import { z } from 'zod';
import type { Pseudonym } from '#shared/ballots/schema.ts';
import { ConsultationId, Moment } from '#shared/consultations/schema.ts';
import type { Case, Decision } from '#shared/moderation/case.ts';
import { MEASURES } from '#shared/moderation/kinds.ts';
import { CaseId, NoticeKind, Visibility } from '#shared/moderation/schema.ts';
import { keys } from '../storage/keys.ts';
import { get, queryAll, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';

/** What was decided about words of a pseudonym, for the desk, and for its bearer where it concerned her. */
const AuthorCase = z.object({
  case: CaseId,
  consultation: ConsultationId,
  at: Moment,
  kind: NoticeKind,
  visibility: Visibility,
  measure: z.enum(MEASURES).optional(),
  manifest: z.boolean(),
  /** Whether anything was decided yet. */
  isDecided: z.boolean(),
  /** She was told of it, then or of an earlier decision in the case. */
  wasTold: z.boolean(),
});
export type AuthorCase = z.infer<typeof AuthorCase>;

export const casesOfAuthor = async (world: World, author: Pseudonym): Promise<AuthorCase[]> => {
  const items = await queryAll(world.storage, 'cases', { pk: keys.casesOfAuthor(author).pk });
  return items.map((item) => AuthorCase.parse(item)).sort((a, b) => (a.at < b.at ? 1 : -1));
};

/** From the first moment on, so that whoever leaves is forgotten in every case about her. */
export const authorCaseBegun = ({ id, consultation, author, kind, since }: Case): Step[] => {
  if (!author) return [];
  const begun: AuthorCase = {
    case: id,
    consultation,
    at: since,
    kind,
    visibility: 'keep',
    manifest: false,
    isDecided: false,
    wasTold: false,
  };
  return [{ table: 'cases', put: { ...keys.casesOfAuthor(author, id), ...begun } }];
};

/** The last decision of a case stands there for it. */
export const authorCaseStep = async (
  world: World,
  author: Pseudonym,
  one: Case,
  { at, kind, visibility, author: measured, manifest }: Decision,
  isTold: boolean,
): Promise<Step> => {
  const key = keys.casesOfAuthor(author, one.id);
  const before = isTold ? undefined : await get(world.storage, 'cases', key);
  const now: AuthorCase = {
    case: one.id,
    consultation: one.consultation,
    at,
    kind,
    visibility,
    ...(measured && { measure: measured.measure }),
    manifest,
    isDecided: true,
    wasTold: isTold || before?.wasTold === true,
  };
  return { table: 'cases', put: { ...key, ...now } };
};

export const authorCaseRemoval = (author: Pseudonym, id: CaseId): Step => ({
  table: 'cases',
  remove: keys.casesOfAuthor(author, id),
});
