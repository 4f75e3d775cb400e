import { z } from 'zod';
import { ItemNumber } from '../ballots/schema.ts';
import { ConsultationId } from '../consultations/schema.ts';
import { idSchema } from '../ids.ts';
import { Texts } from '../texts.ts';
import { DOCUMENT_KINDS } from './rules.ts';

export const DocumentId = idSchema('document');
export const PassageId = idSchema('passage');
export type DocumentId = z.infer<typeof DocumentId>;
export type PassageId = z.infer<typeof PassageId>;

/** A text under consultation. Its passages carry the words; `version` counts its published versions: R1, R2 … */
export const Document = z.object({
  id: DocumentId,
  consultation: ConsultationId,
  kind: z.enum(DOCUMENT_KINDS),
  title: Texts,
  version: z.int().min(1),
});
export type Document = z.infer<typeof Document>;

/** A wording that a passage had from version `since` to version `until`, and its number in the ballots. */
const FormerWording = z.object({ since: z.int().min(1), until: z.int().min(1), item: ItemNumber, heading: Texts });

const Citation = z.object({
  contribution: idSchema('contribution'),
  version: z.int().min(2),
});

export const Passage = z.object({
  id: PassageId,
  consultation: ConsultationId,
  document: DocumentId,
  /** Position in the document from 1, shown to readers. */
  position: z.int().min(1),
  /** Number of its present wording in the consultation's ballots: other words are another number. */
  item: ItemNumber,
  heading: Texts,
  text: Texts,
  /** The same in plain language, written by a person; `checkedBy` names who checked it. */
  summary: Texts,
  /** The version of the document in which it stands like this, in this place. */
  edition: z.int().min(1).default(1),
  /** The version in which its present wording began. */
  since: z.int().min(1).default(1),
  /** Its wordings before that, oldest first: their votes stay theirs. The words are in the versions of the document. */
  former: z.array(FormerWording).default([]),
  /** Which passages it was divided from. */
  from: z.array(PassageId).default([]),
  /** Suggestions that it came from, with the version that took them up. */
  cites: z.array(Citation).default([]),
  /** The version that no longer has it. It keeps its thread and its votes. */
  withdrawnIn: z.int().min(2).optional(),
  /** The passage that it became a part of. */
  into: PassageId.optional(),
  /** How often it was written. */
  version: z.int().min(0).default(0),
});
export type Passage = z.infer<typeof Passage>;
