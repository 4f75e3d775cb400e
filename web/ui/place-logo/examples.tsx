import { PlaceLogo } from './place-logo.tsx';

const alt = { en: { text: 'Coat of arms with a lighthouse', provenance: 'original' as const } };

export const examples = {
  small: () => <PlaceLogo logo={{ id: 'A'.repeat(22), width: 64, height: 64, alt }} />,
};
