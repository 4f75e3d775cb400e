import { LanguageMenu } from './language-menu.tsx';

export const examples = {
  all: () => <LanguageMenu hrefFor={(locale) => `/${locale}`} />,
  withAForm: () => <LanguageMenu hrefFor={(locale) => `/${locale}`} along="held" />,
};
