import type { Texts } from '#shared/texts.ts';
import { fingerprintOf } from '#shared/translations/rules.ts';
import { FullText, PlainText } from './full-text.tsx';

const TEXT = `The city changes three things:

1. Rents rise by 3 % a year at most.
2. Lifts are mended:
  • within two days in houses for old people
  • within a week elsewhere

| District | Lifts |
| North | 4 |
| South | 7 |`;

const changed: Texts = {
  it: { text: 'La città cambia due cose.', provenance: 'original' },
  en: { text: 'The city changes one thing.', provenance: 'human', of: fingerprintOf('La città cambia una cosa.') },
};

export const examples = {
  paragraphsListsAndTables: () => <PlainText text={TEXT} language="en" />,
  rightToLeft: () => <PlainText text={'تغيّر المدينة أمرين:\n\n• الإيجارات (rents)\n• المصاعد'} language="ar" />,
  outdatedTranslation: () => <FullText texts={changed} />,
};
