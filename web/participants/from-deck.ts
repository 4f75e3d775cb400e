import type { ConsultationId } from '#shared/consultations/schema.ts';
import { idIn } from '#web/ids.ts';
import type { At } from '#web/page.ts';

/** The consultation whose deck had no card in her languages, and sent her to change them. */
export const fromDeck = ({ url }: Pick<At, 'url'>): ConsultationId | undefined =>
  idIn('consultation', { con: url.searchParams.get('deck') ?? '' }) || undefined;
