import type { Consultation } from '#shared/consultations/schema.ts';

const LETTERS = 'abcdefghijk';
const ROOM = { first: 3, more: 2 };

/** The keys of the answers that a form has room for: those there are, and free ones while it may get more. */
export const answerKeys = ({ belonging, draft }: Pick<Consultation, 'belonging' | 'draft'>): string[] => {
  const held = belonging?.answers.map(({ key }) => key) ?? [];
  const free = Array.from(LETTERS, (letter) => `answer-${letter}`).filter((key) => !held.includes(key));
  const room = held.length === 0 ? ROOM.first : draft ? ROOM.more : 0;
  return [...held, ...free.slice(0, Math.min(room, LETTERS.length - held.length))];
};
