import type { Texts } from '#shared/texts.ts';
import { Reading, Wording } from './reading.tsx';

const texts: Texts = {
  it: { text: 'La casa è un diritto.\nLa città aiuta chi cerca casa.', provenance: 'original' },
  en: { text: 'A home is a right.\nThe city helps those who look for one.', provenance: 'machine' },
};
const onlyArabic: Texts = { ar: { text: 'السكن حق.', provenance: 'human', checkedBy: 'Amal' } };

export const examples = {
  title: () => <Wording texts={texts} />,
  translatedByMachine: () => <Reading texts={texts} />,
  inAnotherLanguage: () => <Reading texts={onlyArabic} />,
};
