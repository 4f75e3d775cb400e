import { LanguageLabel } from './language-label.tsx';

export const examples = {
  italian: () => <LanguageLabel language="it" />,
  arabic: () => <LanguageLabel language="ar" />,
};
