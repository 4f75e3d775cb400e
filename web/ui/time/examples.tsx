import { Time } from './time.tsx';

export const examples = {
  moment: () => <Time at="2026-11-21T09:30:00.000Z" zone="Europe/Rome" />,
  day: () => <Time at="2026-11-21T09:30:00.000Z" zone="Europe/Rome" day />,
};
