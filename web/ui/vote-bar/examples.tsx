import { VoteBar, VoteTable } from './vote-bar.tsx';

const tally = { agree: 124, pass: 23, disagree: 31 };

export const examples = {
  bar: () => <VoteBar tally={tally} />,
  oneSided: () => <VoteBar tally={{ agree: 40, pass: 0, disagree: 0 }} />,
  none: () => <VoteBar tally={{ agree: 0, pass: 0, disagree: 0 }} />,
  table: () => <VoteTable caption="Votes" rows={[{ name: 'Open card', tally }]} />,
};
