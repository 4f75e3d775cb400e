import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { State } from '#shared/contributions/rules.ts';
import type { ContributionId } from '#shared/contributions/schema.ts';
import type { PassageId } from '#shared/documents/schema.ts';
import { LANGUAGES, type Language } from '#shared/locales.ts';
import type { Subject, WordsSubject } from '#shared/moderation/schema.ts';
import type { ReplyId, Target } from '#shared/replies/schema.ts';
import type { Texts } from '#shared/texts.ts';
import { answer, type Api } from '#web/api.ts';
import type { Reported } from './report-address.ts';

/** What the form is about, as it reads now. */
export type Found =
  | { kind: 'words'; subject: WordsSubject; text: string | null; state: State; language: Language; name?: string }
  | { kind: 'passage'; passage: PassageId; heading: Texts; translations: { language: Language; text: string }[] };

/** Always in the same order of languages: texts come from the store in whatever order it gives them. */
const translationsOf = (parts: readonly Texts[]): { language: Language; text: string }[] =>
  (Object.keys(LANGUAGES) as Language[]).flatMap((language) => {
    const said = parts.flatMap((texts) => {
      const one = texts[language];
      return one && one.provenance !== 'original' ? [one.text] : [];
    });
    return said.length > 0 ? [{ language, text: said.join('\n\n') }] : [];
  });

export const loadReported = async (api: Api, con: ConsultationId, reported: Reported): Promise<Found> => {
  const at = api.consultations[':con'];
  if ('psg' in reported) {
    const psg = reported.psg as PassageId;
    const { id, heading, summary, text } = await answer(at.passages[':psg'].$get({ param: { con, psg } }));
    return { kind: 'passage', passage: id, heading, translations: translationsOf([heading, summary, text]) };
  }
  if ('ctr' in reported) {
    const ctr = reported.ctr as ContributionId;
    const { id, text, state, language, name } = await answer(
      at.contributions[':ctr'].$get({ param: { con, ctr }, query: {} }),
    );
    const subject = { kind: 'contribution', id } as const;
    return { kind: 'words', subject, text, state, language, ...(name && { name }) };
  }
  const param = {
    con,
    target: reported.on as Target,
    root: reported.root as ReplyId,
    reply: reported.reply as ReplyId,
  };
  const { id, target, root, text, state, language, name } = await answer(
    at.threads[':target'][':root'][':reply'].$get({ param }),
  );
  return { kind: 'words', subject: { kind: 'reply', id, target, root }, text, state, language, ...(name && { name }) };
};

/** What exactly is reported: the words, or the name above them; of a passage, one of its translations. */
export const subjectOf = (found: Found, chosen: { isName: boolean; translation: string }): Subject => {
  if (found.kind === 'passage')
    return { kind: 'translation', passage: found.passage, language: chosen.translation as Language };
  return chosen.isName ? { kind: 'name', at: found.subject } : found.subject;
};
