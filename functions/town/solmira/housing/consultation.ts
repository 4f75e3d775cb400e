import { wordedIn } from '../../document.ts';
import type { TownConsultation } from '../../shape.ts';
import { belonging } from '../belonging.ts';
import { contributions } from './contributions.ts';
import { threads } from './threads.ts';
import { words as ar } from './words.ar.ts';
import { words as en } from './words.en.ts';
import { words as it } from './words.it.ts';

/** It is open for suggestions and votes on the day the town is seeded. */
export const housing: TownConsultation = {
  ...wordedIn('it', { en, it, ar }, 'recommendations', ['shared', 'first', 'shared', 'second', 'need']),
  areas: ['housing', 'public-administration'],
  grounds: ['race', 'ethnic-origin', 'nationality', 'property', 'disability'],
  languages: ['en', 'it', 'ar'],
  stages: [
    { phase: 'preparing', day: -40 },
    { phase: 'suggesting', day: -24 },
    { phase: 'deliberating', day: 14 },
    { phase: 'drafting', day: 42 },
    { phase: 'answered', day: 84 },
  ],
  resultDays: [],
  contributions,
  threads,
  belonging,
  residents: [
    {
      camp: 'first',
      count: 66,
      reads: [
        { languages: ['it'], of: 4 },
        { languages: ['it', 'en'], of: 4 },
        { languages: ['ar', 'it'], of: 3 },
        { languages: ['en', 'fr', 'sq'], of: 1 },
      ],
    },
    {
      camp: 'second',
      count: 54,
      reads: [
        { languages: ['it'], of: 6 },
        { languages: ['it', 'en'], of: 4 },
        { languages: ['ar', 'en'], of: 1 },
        { languages: ['it', 'es'], of: 1 },
      ],
    },
    {
      camp: 'few',
      count: 16,
      reads: [
        { languages: ['ar', 'en'], of: 3 },
        { languages: ['ro', 'it'], of: 3 },
        { languages: ['fr', 'it', 'en'], of: 2 },
      ],
    },
  ],
};
