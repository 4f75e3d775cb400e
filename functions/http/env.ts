import type { MaybeActor } from '../participants/actor.ts';

/** What middleware hands to routes. */
export type Env = { Variables: { actor: MaybeActor; requestId: string } };
