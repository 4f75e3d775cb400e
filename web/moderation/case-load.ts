import type { ParticipantId } from '#shared/participants/schema.ts';
import type { CaseId, NoticeId } from '#shared/moderation/schema.ts';
import type { CaseView, EarlierMeasures } from '#shared/moderation/desk-views.ts';
import type { Translated } from '#shared/texts.ts';
import { answer } from '#web/api.ts';
import { loadTranslation } from '#web/contributions/load-translation.ts';
import { loadPlaceDesk, type PlaceDesk } from '#web/desk/load.ts';
import type { Loading } from '#web/page.ts';
import { choicesFrom, type PhraseChoice } from './phrase-choices.ts';

export type CaseData = {
  desk: PlaceDesk;
  one: CaseView;
  phrases: PhraseChoice[];
  /** The words in her language, where somebody has translated them: nothing of a case is ever handed to a machine. */
  translated: Translated | undefined;
  /** The part of the queue that she works through, and the case that she has just decided. */
  shown: string | null;
  decided: string | null;
  colleagues: { id: ParticipantId; name: string; isMe: boolean }[];
  /** Only when this very request asked for them: each asking is a line of the ledger. */
  measures?: EarlierMeasures;
};

/** Which case, of which desk. */
export const caseIn = (params: Record<string, string>): { slug: string; cas: CaseId } => ({
  slug: params['slug'] ?? '',
  cas: (params['cas'] ?? '') as CaseId,
});

type Asking = Pick<Loading, 'api' | 'params' | 'locale' | 'url'>;

/** A case with all that its page needs; with the words of the first tier only when they were asked for. */
export const loadCase = async (asking: Asking, reveal = false): Promise<CaseData | null> => {
  const desk = await loadPlaceDesk(asking);
  if (!desk) return null;
  const { api, params, locale, url } = asking;
  const param = caseIn(params);
  const notices = (url.searchParams.get('notices') ?? undefined) as NoticeId | undefined;
  const query = notices ? { notices } : {};
  const at = api.places[':slug'].cases[':cas'];
  const one = await answer(reveal ? at.reveal.$post({ param, query }) : at.$get({ param, query }));
  const [book, colleagues] = await Promise.all([
    answer(api.places[':slug'].phrases.$get({ param })),
    answer(api.places[':slug'].colleagues.$get({ param })),
  ]);
  const about = one.subjectIs;
  const translated =
    about.kind === 'contribution' && !one.masked
      ? await loadTranslation(api, { con: one.consultation, ctr: about.id }, one, locale)
      : undefined;
  const [shown, decided] = [url.searchParams.get('show'), url.searchParams.get('decided')];
  return { desk, one, phrases: choicesFrom(book, locale), translated, colleagues, shown, decided };
};
