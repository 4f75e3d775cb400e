import type { WritingView } from '#shared/versions/views.ts';
import { answer } from '#web/api.ts';
import { loadConsultationDesk, type ConsultationDesk } from '#web/desk/load.ts';
import { idIn } from '#web/ids.ts';
import type { Loading } from '#web/page.ts';
import { documentIn } from './document-in.ts';

export type Writing = { desk: ConsultationDesk; documents: WritingView['document'][]; writing?: WritingView };

/** The desk with the document that the address names, and its draft where there is one that she may read. */
export const loadWriting = async (loading: Loading): Promise<Writing | null> => {
  const desk = await loadConsultationDesk(loading);
  if (!desk) return null;
  const con = idIn('consultation', loading.params);
  const all = await answer(loading.api.consultations[':con'].drafts.$get({ param: { con } }));
  const documents = all.map(({ document }) => document);
  const id = documentIn(loading.url, documents);
  const writing = all.find(({ document }) => document.id === id);
  return { desk, documents, ...(writing && { writing }) };
};
