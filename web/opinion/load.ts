import type { ConsultationView } from '#shared/consultations/views.ts';
import type { Asked } from './sections.ts';

export const askedOf = ({ id, title, placeBrief, resultsOn, belonging }: ConsultationView): Asked => ({
  id,
  title,
  placeBrief,
  ...(resultsOn && { resultsOn }),
  ...(belonging && { belonging }),
});
