import { describeParticipation, VISITS } from './participation.ts';

/** Two of the four visits: a phone and a desk, typed and scanned. FULL=1 takes all four here too. */
describeParticipation('a random town', { visits: process.env.FULL ? VISITS : VISITS.slice(0, 2) });
