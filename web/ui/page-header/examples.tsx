import type { Texts } from '#shared/texts.ts';
import { PageHeader } from './page-header.tsx';

const name: Texts = { en: { text: 'Rivabella', provenance: 'original' } };

export const examples = {
  everywhere: () => <PageHeader hrefFor={(locale) => `/${locale}`} />,
  ofSomebodyInOffice: () => <PageHeader inOffice hrefFor={(locale) => `/${locale}`} />,
  ofAPlace: () => <PageHeader place={{ slug: 'rivabella', name }} hrefFor={(locale) => `/${locale}/p/rivabella`} />,
};
