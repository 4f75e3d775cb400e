import type { Texts } from '#shared/texts.ts';

/** An export does not say what becomes of it; this is what is true of every import. */
export const WHAT_HAPPENS: Texts = {
  en: {
    text:
      'The statements and votes were first collected with Polis and brought here. You can go on voting. When voting ' +
      'has ended, the result becomes public and the city answers.',
    provenance: 'original',
  },
  it: {
    text:
      'Le frasi e i voti sono stati raccolti prima con Polis e portati qui. Puoi continuare a votare. Alla fine del ' +
      'voto il risultato diventa pubblico e la città risponde.',
    provenance: 'human',
  },
  ar: {
    text: 'جُمعت العبارات والأصوات أولًا بواسطة Polis ثم نُقلت إلى هنا. يمكنك مواصلة التصويت. عند انتهاء التصويت تصبح النتيجة علنية وتجيب المدينة.',
    provenance: 'human',
  },
};
