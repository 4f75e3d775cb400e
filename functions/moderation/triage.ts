import type { Language } from '#shared/locales.ts';
import type { Rating } from '#shared/moderation/hints.ts';

/**
 * A service outside that says how words look. There is none by default: whoever runs the platform names one, and a
 * place's coordinator switches it on, because reported words leave the platform by it. All it can do is move a case up
 * among its like; it never acts, hides or delays anything.
 */
export type Triage = {
  /** Its name, as coordinators, moderators and residents read it. */
  service: string;
  knows: (language: Language) => boolean;
  /** Nothing where it can make nothing of these words. Rejects when it does not answer: the queue stays as it is then. */
  rate: (text: string) => Promise<Rating | undefined>;
};

export const GUARDRAILS = 'Amazon Bedrock Guardrails';

/** For functions that answer people: they know that there is a service, and may not ask it. */
export const namedOnly = (service: string): Triage => ({
  service,
  knows: () => true,
  rate: () => Promise.reject(new Error('Only the clock asks this service.')),
});
