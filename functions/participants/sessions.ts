import { createHash } from 'node:crypto';
import { DAY, SECOND, dayOf } from '#shared/time.ts';
import type { Role } from '#shared/places/rules.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import type { ParticipantId } from '#shared/participants/schema.ts';
import { newId, nowIn, type World } from '../world.ts';
import type { Actor, MaybeActor } from './actor.ts';
import { findSession, readPerson, renewSession, type Session } from './store.ts';

/** A session ends after this long without a visit. */
export const SESSION_LIFETIME = 90 * DAY;
/** A process trusts what it knows of a session for this long, so a revoked one is out well within a minute. */
const TRUSTED_FOR = 20 * SECOND;
const TOKEN_BYTES = 32;
const DEVICE_DIGITS = 8;

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
const cacheKey = (tokenHash: string): string => `actor ${tokenHash}`;
export const forgetActor = (world: World, tokenHash: string): void => world.cache.forget(cacheKey(tokenHash));

/** A new session and its token. The token is shown to the browser once; only its hash is kept. */
export const newSession = (world: World, participant: ParticipantId): { token: string; session: Session } => {
  const token = Buffer.from(world.randomBytes(TOKEN_BYTES)).toString('base64url');
  const today = dayOf(nowIn(world));
  const number = Buffer.from(world.randomBytes(6)).readUIntBE(0, 6) % 10 ** DEVICE_DIGITS;
  return {
    token,
    session: {
      participant,
      session: newId(world, 'session'),
      tokenHash: hashOf(token),
      device: String(number).padStart(DEVICE_DIGITS, '0'),
      since: today,
      lastSeen: today,
      expires: Math.floor((world.clock() + SESSION_LIFETIME) / SECOND),
    },
  };
};

const loadActor = async (world: World, tokenHash: string): Promise<MaybeActor> => {
  const session = await findSession(world, tokenHash);
  if (!session || session.expires * SECOND < world.clock()) return undefined;
  const everything = await readPerson(world, session.participant);
  if (!everything) return undefined;
  const today = dayOf(nowIn(world));
  if (session.lastSeen !== today) {
    const expires = Math.floor((world.clock() + SESSION_LIFETIME) / SECOND);
    if (!(await renewSession(world, { ...session, lastSeen: today, expires }))) return undefined;
  }
  return {
    participant: session.participant,
    session: session.session,
    tokenHash,
    device: session.device,
    door: everything.person.door,
    reads: everything.person.reads,
    hasCard: everything.card !== undefined,
    consents: new Map(everything.consents.map(({ consultation, ...consent }) => [consultation, consent])),
    roles: new Map(Object.entries(everything.person.roles)) as ReadonlyMap<PlaceId, Role[]>,
  };
};

/** Whose token is this? Nobody's when it was revoked, has expired or never was. */
export const whoIs = (world: World, token: string | undefined): Promise<MaybeActor> => {
  if (!token || token.length > 100) return Promise.resolve(undefined);
  const tokenHash = hashOf(token);
  return world.cache.remember(cacheKey(tokenHash), TRUSTED_FOR, () => loadActor(world, tokenHash));
};

/** The same person read afresh, after something about her may have changed elsewhere. */
export const readAgain = (world: World, actor: Actor): Promise<MaybeActor> => {
  forgetActor(world, actor.tokenHash);
  return world.cache.remember(cacheKey(actor.tokenHash), TRUSTED_FOR, () => loadActor(world, actor.tokenHash));
};
