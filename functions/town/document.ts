import type { Language } from '#shared/locales.ts';
import type { Stance } from './model.ts';
import type { ConsultationWords, TownConsultation } from './shape.ts';
import { textsOf } from './wording.ts';

type Worded = Pick<TownConsultation, 'title' | 'question' | 'why' | 'whatHappens' | 'document'>;

/** The words of a consultation in each language, side by side; one stance for each passage, in their order. */
export const wordedIn = <Spoken extends Language>(
  original: NoInfer<Spoken>,
  words: Readonly<Record<Spoken, ConsultationWords>>,
  kind: TownConsultation['document']['kind'],
  stances: readonly Stance[],
): Worded => {
  const say = (pick: (w: ConsultationWords) => string) => textsOf(original, words, pick);
  return {
    title: say((w) => w.title),
    question: say((w) => w.question),
    why: say((w) => w.why),
    whatHappens: say((w) => w.whatHappens),
    document: {
      kind,
      title: say((w) => w.document),
      passages: stances.map((stance, i) => ({
        heading: say((w) => passageOf(w, i).heading),
        text: say((w) => passageOf(w, i).text),
        summary: say((w) => passageOf(w, i).summary),
        stance,
      })),
    },
  };
};

const passageOf = (words: ConsultationWords, i: number): ConsultationWords['passages'][number] => {
  const passage = words.passages[i];
  if (!passage || words.passages.length <= i) throw new Error(`${words.title} has no passage ${i + 1}.`);
  return passage;
};
