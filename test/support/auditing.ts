import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { Resident } from './resident.ts';

export const HANDED = { auditor: 'Corte dei conti', reason: 'Yearly audit.', locale: 'en' } as const;

/** Where the link that was given leads in the API. */
export const fileAt = (link: string): string => {
  const [, con = '', token = ''] = /\/c\/(con_\w+)\/audit\/([\w-]+)$/.exec(link) ?? [];
  return `/consultations/${con}/auditors-file/${token}`;
};

/** A coordinator hands the file over. */
export const handOver = async (coordinator: Resident, con: ConsultationId): Promise<string> =>
  (await coordinator.ask<{ link: string }>('POST', `/consultations/${con}/handings`, HANDED)).link;
