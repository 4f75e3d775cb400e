import type { Passage } from '../documents/schema.ts';
import type { Texts } from '../texts.ts';

/** One wording that a passage had or has, with its own number in the ballots and its own name in recounts. */
export type PassageWording = {
  /** The passage's id for its first wording, so that what was counted before there were others keeps its name. */
  id: string;
  item: number;
  heading: Texts;
  since: number;
  /** The last version that said so; absent for what stands now. */
  until?: number;
};

/** Every wording of a passage, oldest first. That of a passage that was withdrawn is a former one too. */
export const wordingsOf = (passage: Passage): PassageWording[] => {
  const { item, heading, since, withdrawnIn } = passage;
  const last = { item, heading, since, ...(withdrawnIn !== undefined && { until: withdrawnIn - 1 }) };
  return [...passage.former, last].map((wording, i) => ({
    ...wording,
    id: i === 0 ? passage.id : `${passage.id}@${wording.since}`,
  }));
};

/** Does it stand in the text as it is now? */
export const isCurrent = ({ until }: Pick<PassageWording, 'until'>): boolean => until === undefined;
