/** `ar`, however a device writes it: `ar-SA`, `ar_SA` or, as some phones do, `ara_XA`. */
const languageOf = (tag: string): string => {
  const [own = ''] = tag.split(/[-_]/);
  return /^[a-z]{2,3}$/i.test(own) ? new Intl.Locale(own).language : '';
};

/**
 * A voice of this device for a language. Only one that says it works here by itself: the others send what they read to
 * their maker, and what people vote on is nobody's business. A language without such a voice has no way to listen.
 */
export const voiceFor = (language: string): SpeechSynthesisVoice | undefined => {
  const own = speechSynthesis
    .getVoices()
    .filter(({ lang, localService }) => localService && languageOf(lang) === languageOf(language));
  return own.find((voice) => voice.default) ?? own[0];
};
