import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { CaseId } from '#shared/moderation/schema.ts';
import type { ParticipantId } from '#shared/participants/schema.ts';
import type { IndexName, TableName } from '../tables.ts';

export type Key = { pk: string; sk: string };
type Access = { asks: string; asker: string; table: TableName; index?: IndexName; pk: string; sk: string };
/** What is asked of the tables, by the name of the key that answers it. */
export type Questions = Record<string, Access>;

export const ABOUT = 'about';
/** Small numbers sort as their digits do; none for the beginning that all of them share. */
export const nth = (number: number | undefined): string =>
  number === undefined ? '' : String(number).padStart(4, '0');
export const inConsultation = (consultation: ConsultationId): string => `con#${consultation}`;
export const ofPerson = (person: ParticipantId): string => `person#${person}`;
export const ofCase = (id: CaseId): string => `case#${id}`;
export const ofOpinion = (consultation: ConsultationId): string => `opinion#${consultation}`;
