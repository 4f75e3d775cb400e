import { wordedIn } from '../../document.ts';
import type { TownConsultation } from '../../shape.ts';
import { belonging } from '../belonging.ts';
import { aftermath } from './aftermath.ts';
import { contributions } from './contributions.ts';
import { threads } from './threads.ts';
import { words as ar } from './words.ar.ts';
import { words as en } from './words.en.ts';
import { words as it } from './words.it.ts';

/** It has been answered; its result is public. */
export const counters: TownConsultation = {
  ...wordedIn('it', { en, it, ar }, 'recommendations', ['shared', 'first', 'divided', 'second']),
  areas: ['public-administration'],
  grounds: ['language', 'disability', 'nationality'],
  languages: ['en', 'it', 'ar'],
  stages: [
    { phase: 'preparing', day: -170 },
    { phase: 'suggesting', day: -160 },
    { phase: 'deliberating', day: -140 },
    { phase: 'drafting', day: -112 },
    { phase: 'answered', day: -50 },
    { phase: 'closed', day: 120 },
  ],
  resultDays: [],
  contributions,
  threads,
  aftermath,
  belonging,
  residents: [
    {
      camp: 'first',
      count: 78,
      reads: [
        { languages: ['it', 'en'], of: 4 },
        { languages: ['ar', 'it', 'fr'], of: 2 },
        { languages: ['ro', 'it'], of: 1 },
      ],
    },
    {
      camp: 'second',
      count: 60,
      reads: [
        { languages: ['it'], of: 3 },
        { languages: ['it', 'en'], of: 2 },
        { languages: ['ar', 'en'], of: 1 },
      ],
    },
    { camp: 'few', count: 16, reads: [{ languages: ['it'], of: 1 }] },
  ],
};
