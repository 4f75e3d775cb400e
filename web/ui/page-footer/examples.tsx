import { PageFooter } from './page-footer.tsx';

export const examples = {
  everywhere: () => <PageFooter />,
  ofAPlace: () => <PageFooter place={{ slug: 'rivabella' }} />,
};
