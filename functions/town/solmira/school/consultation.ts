import { wordedIn } from '../../document.ts';
import type { TownConsultation } from '../../shape.ts';
import { contributions } from './contributions.ts';
import { threads } from './threads.ts';
import { words as ar } from './words.ar.ts';
import { words as en } from './words.en.ts';
import { words as it } from './words.it.ts';

/** Suggestions have ended; it is in deliberation. */
export const school: TownConsultation = {
  ...wordedIn('it', { en, it, ar }, 'guidelines', ['shared', 'first', 'first', 'shared', 'need']),
  areas: ['education'],
  grounds: ['language', 'ethnic-origin', 'national-origin', 'age', 'disability'],
  languages: ['en', 'it', 'ar'],
  stages: [
    { phase: 'preparing', day: -60 },
    { phase: 'suggesting', day: -45 },
    { phase: 'deliberating', day: -12 },
    { phase: 'drafting', day: 16 },
    { phase: 'answered', day: 60 },
  ],
  resultDays: [],
  contributions,
  threads,
  residents: [
    {
      camp: 'first',
      count: 56,
      reads: [
        { languages: ['it'], of: 3 },
        { languages: ['it', 'en'], of: 4 },
        { languages: ['ar', 'it'], of: 3 },
        { languages: ['sq', 'uk', 'en'], of: 1 },
      ],
    },
    {
      camp: 'second',
      count: 44,
      reads: [
        { languages: ['it'], of: 5 },
        { languages: ['it', 'en'], of: 4 },
        { languages: ['ar', 'en'], of: 2 },
      ],
    },
    {
      camp: 'few',
      count: 15,
      reads: [
        { languages: ['ar', 'en'], of: 3 },
        { languages: ['bn', 'en', 'it'], of: 2 },
        { languages: ['fr', 'it'], of: 1 },
      ],
    },
  ],
};
