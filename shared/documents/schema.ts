import { z } from 'zod';
import { ItemNumber } from '../ballots/schema.ts';
import { ConsultationId } from '../consultations/schema.ts';
import { idSchema } from '../ids.ts';
import { Texts } from '../texts.ts';

export const DocumentId = idSchema('document');
export const PassageId = idSchema('passage');
export type DocumentId = z.infer<typeof DocumentId>;
export type PassageId = z.infer<typeof PassageId>;

export const DOCUMENT_KINDS = ['recommendations', 'strategy', 'handbook', 'guidelines'] as const;

/** A text under consultation. Its passages carry the words; a new version is a new document. */
export const Document = z.object({
  id: DocumentId,
  consultation: ConsultationId,
  kind: z.enum(DOCUMENT_KINDS),
  title: Texts,
  version: z.int().min(1),
});
export type Document = z.infer<typeof Document>;

export const Passage = z.object({
  id: PassageId,
  consultation: ConsultationId,
  document: DocumentId,
  /** Position in the document from 1, shown to readers. */
  position: z.int().min(1),
  /** Number in the consultation's ballots. */
  item: ItemNumber,
  heading: Texts,
  text: Texts,
  /** The same in plain language, written by a person; `checkedBy` names who checked it. */
  summary: Texts,
});
export type Passage = z.infer<typeof Passage>;
