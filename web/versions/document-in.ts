import type { DocumentId } from '#shared/documents/schema.ts';

/** The document that an address names as `doc`; without it the consultation's first. */
export const documentIn = (url: URL, documents: readonly { id: DocumentId }[]): DocumentId | undefined => {
  const named = url.searchParams.get('doc');
  return named ? documents.find(({ id }) => id === named)?.id : documents[0]?.id;
};
