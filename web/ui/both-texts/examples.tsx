import { BothTexts } from './both-texts.tsx';

export const examples = {
  differing: () => (
    <BothTexts
      leave="#page"
      texts={[
        { label: 'House rules (English)', saved: 'Be kind.', yours: 'Be kind, and brief.', lang: 'en', href: '#rules' },
        { label: 'House rules (العربية)', saved: '', yours: 'كونوا لطفاء.', lang: 'ar', href: '#rules' },
      ]}
    />
  ),
  sayingTheSame: () => <BothTexts leave="#page" texts={[]} />,
};
