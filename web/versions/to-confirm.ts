import type { Own } from '#web/consultations/load.ts';

type Wordings = { item: number; former: readonly { item: number; until: number }[] };
/** A vote on earlier words of a passage, to be asked about: under which number the new words are, and from when hers are. */
export type ToConfirm = { item: number; choice: Own['votes'][string]; from: number };

/** Her last vote on earlier words of this passage, while she has said nothing about the words of today. */
export const toConfirm = ({ item, former }: Wordings, { votes, earlier, takenBack }: Own): ToConfirm | undefined => {
  if (votes[item] || takenBack.includes(item)) return undefined;
  const last = former.findLast((one) => earlier[one.item]);
  const choice = last && earlier[last.item];
  return choice && { item, choice, from: last.until };
};
