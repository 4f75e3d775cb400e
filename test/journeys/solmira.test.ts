import { describeParticipation, VISITS } from './participation.ts';

/** Two of the four visits; a random town has the other two. FULL=1 takes all four in both. */
describeParticipation('Solmira', { visits: process.env.FULL ? VISITS : VISITS.slice(2) });
