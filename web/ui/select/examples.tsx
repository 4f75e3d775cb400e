import { Select } from './select.tsx';

const zones = ['Europe/Lisbon', 'Europe/Rome', 'Europe/Kyiv'].map((zone) => ({ value: zone, label: zone }));

export const examples = {
  chosen: () => (
    <Select name="zone" label="Time zone" hint="As the clock on the town hall." options={zones} chosen="Europe/Rome" />
  ),
  withError: () => <Select name="zone" id="zone" label="Time zone" options={zones} chosen="" error="Choose one." />,
};
