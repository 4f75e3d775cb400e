import { voiceFor } from './voice.ts';

/** Browsers stop in the middle of long texts, so that each sentence is said by itself. */
const sentencesOf = (text: string, language: string): string[] => {
  if (!('Segmenter' in Intl)) return text.split('\n').filter((line) => line.trim());
  const sentences = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text);
  return [...sentences].map(({ segment }) => segment.trim()).filter((sentence) => sentence);
};

type Listener = { ended: (wentWell: boolean) => void };
let current: Listener | undefined;

const end = (listener: Listener, wentWell: boolean): void => {
  if (current !== listener) return;
  current = undefined;
  speechSynthesis.cancel();
  listener.ended(wentWell);
};

export const beSilent = (): void => {
  if (current) end(current, true);
};

/** Reads a text instead of whatever was being read. `ended`: to its end, stopped, or not read because the device cannot. */
export const speak = (text: string, language: string, ended: Listener['ended']): void => {
  beSilent();
  const voice = voiceFor(language);
  const sentences = sentencesOf(text, language);
  if (!voice || sentences.length === 0) return ended(false);
  const listener = { ended };
  current = listener;
  const said = sentences.map((sentence) => {
    const utterance = new SpeechSynthesisUtterance(sentence);
    utterance.voice = voice;
    // Some phones go by the language alone.
    utterance.lang = voice.lang;
    utterance.addEventListener('error', () => end(listener, false));
    return utterance;
  });
  said.at(-1)?.addEventListener('end', () => end(listener, true));
  for (const utterance of said) speechSynthesis.speak(utterance);
};
