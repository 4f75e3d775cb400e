import { describeParticipation } from './participation.ts';

describeParticipation('a random town');
