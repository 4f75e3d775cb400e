import { SureBar } from './sure-bar.tsx';

export const examples = {
  sure: () => <SureBar low={0.76} share={0.8} high={0.83} />,
  unsure: () => <SureBar low={0.35} share={0.6} high={0.81} />,
};
