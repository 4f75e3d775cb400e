import { describeParticipation } from './participation.ts';

describeParticipation('Solmira', { javaScript: false });
