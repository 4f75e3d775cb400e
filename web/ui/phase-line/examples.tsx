import { PhaseLine } from './phase-line.tsx';

const stages = [
  { phase: 'preparing', from: '2026-09-01T08:00:00.000Z' },
  { phase: 'suggesting', from: '2026-10-01T08:00:00.000Z' },
  { phase: 'deliberating', from: '2026-11-01T08:00:00.000Z' },
  { phase: 'drafting', from: '2026-12-01T08:00:00.000Z' },
] as const;

export const examples = {
  underWay: () => <PhaseLine stages={stages} zone="Europe/Rome" next="2026-11-01T08:00:00.000Z" />,
  over: () => <PhaseLine stages={stages} zone="Europe/Rome" next={undefined} />,
};
