import type { OwnBallot } from '#shared/ballots/schema.ts';
import type { ConsultationView } from '#shared/consultations/views.ts';

/** What she said, and when. */
export type HeldAnswer = NonNullable<OwnBallot['belonging']>;

/** A consultation's question about affected groups, and what she said to it. */
export type Asking = Pick<ConsultationView, 'id' | 'title' | 'stages' | 'placeBrief'> & {
  question: NonNullable<ConsultationView['belonging']>;
  joined: boolean;
  said?: HeldAnswer;
};
