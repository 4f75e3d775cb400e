import type { Consultation } from '#shared/consultations/schema.ts';
import type { ContributionId } from '#shared/contributions/schema.ts';
import type { Passage } from '#shared/documents/schema.ts';
import type { ParticipantId } from '#shared/participants/schema.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import type { Instant } from '#shared/time.ts';
import type { World } from '../world.ts';
import type { PastWorld } from './clockwork.ts';
import type { Stance } from './model.ts';
import type { findAuthors } from './residents.ts';

export type Setting = {
  place: PlaceId;
  consentVersion: number;
  coordinator: ParticipantId;
  dayToInstant: (day: number) => Instant;
  seed: number;
};

/** What is known while a consultation is lived through. */
export type Scene = {
  past: PastWorld;
  /** The same world with drawn bytes, for ids of public things. */
  drawn: World;
  consultation: Consultation;
  consentVersion: number;
  passages: Passage[];
  written: Map<string, ContributionId>;
  stances: Map<number | ContributionId, Stance>;
  author: ReturnType<typeof findAuthors>;
  seed: number;
};
