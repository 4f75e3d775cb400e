import type { Town } from './shape.ts';
import { counters } from './solmira/counters/consultation.ts';
import { housing } from './solmira/housing/consultation.ts';
import { city, region } from './solmira/place.ts';
import { school } from './solmira/school/consultation.ts';

/** The demo town. Its people, papers and votes are invented; nothing in it was copied from anywhere. */
export const solmira: Town = {
  places: [region, city],
  staff: [
    { role: 'coordinator', name: 'Ilaria Fontebella' },
    { role: 'drafter', name: 'Samir Doumani' },
    { role: 'moderator', name: 'Ioana Vântu' },
    { role: 'moderator', name: 'Davide Ferrante' },
    { role: 'analyst', name: 'Teo Marangoni' },
    { role: 'mediator', name: 'Nadia Bellarbi' },
    { role: 'coordinator', name: 'Marta Sorgente', at: 'terraluna' },
  ],
  consultations: [housing, school, counters],
};
