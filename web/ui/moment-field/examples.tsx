import { MomentField } from './moment-field.tsx';

const names = { day: 'day', time: 'time' };

export const examples = {
  empty: () => <MomentField {...names} id="moment-empty" legend="Voting ends" value={undefined} />,
  filled: () => (
    <MomentField {...names} id="moment-filled" legend="Opens" hint="The clock of Rome." value="2026-11-21T09:00" />
  ),
  wrong: () => (
    <MomentField {...names} id="moment-wrong" legend="Opens" value="2026-11-21T" error="This cannot be right." />
  ),
};
