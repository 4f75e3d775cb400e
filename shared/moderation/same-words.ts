import { wordsIn } from '../versions/likeness.ts';

/** Signs that nobody sees (soft hyphens, joiners, marks of direction). */
const UNSEEN = /\p{Cf}/gu;

/** What words are whatever their case, spaces, accents, punctuation and unseen signs; empty where nothing is left of them. */
export const bareWords = (text: string): string => wordsIn(text.replaceAll(UNSEEN, '')).join('');

/** So many copies of the same words are before a moderator at once. */
export const MOST_COPIES = 50;
