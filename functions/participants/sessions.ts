import { createHash } from 'node:crypto';
import { DAY, HOUR, SECOND, dayOf } from '#shared/time.ts';
import type { ParticipantId } from '#shared/participants/schema.ts';
import { newId, nowIn, type World } from '../world.ts';
import type { Actor, MaybeActor } from './actor.ts';
import { findSession, readPerson, renewSession, type Session, type Way } from './store.ts';

/** A session ends after this long without a visit. */
export const SESSION_LIFETIME = 90 * DAY;
/** One in which somebody is in office ends sooner. */
const OFFICE_SESSION_LIFETIME = 12 * HOUR;
/** A visit is written down this often at most. */
const OFFICE_SESSION_RENEWAL = HOUR;

/**
 * Does such a session open the offices of the person whose it is? Not one that began with a vote or a card: a card is
 * printed, shown and found, and behind an office stand other people's cases.
 */
const OPENS_OFFICE: Record<Way, boolean> = {
  vote: false,
  card: false,
  link: true,
  passkey: true,
  'recovery-code': true,
  'vouched-for': true,
};
const lifetimeOf = (way: Way): number => (OPENS_OFFICE[way] ? OFFICE_SESSION_LIFETIME : SESSION_LIFETIME);
const expiryOf = (world: World, way: Way): number => Math.floor((world.clock() + lifetimeOf(way)) / SECOND);

/** Sessions of residents are dated to the day; those in office are looked at more closely. */
const isDue = (world: World, { way, lastSeen, expires }: Session): boolean =>
  lastSeen !== dayOf(nowIn(world)) ||
  (OPENS_OFFICE[way] && expires * SECOND < world.clock() + OFFICE_SESSION_LIFETIME - OFFICE_SESSION_RENEWAL);
/** A process trusts what it knows of a session for this long, so a revoked one is out well within a minute. */
const TRUSTED_FOR = 20 * SECOND;
const TOKEN_BYTES = 32;
const DEVICE_DIGITS = 8;

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
const cacheKey = (tokenHash: string): string => `actor ${tokenHash}`;
export const forgetActor = (world: World, tokenHash: string): void => world.cache.forget(cacheKey(tokenHash));

/** A new session and its token. The token is shown to the browser once; only its hash is kept. */
export const newSession = (
  world: World,
  participant: ParticipantId,
  way: Way,
  more: Pick<Session, 'assisted' | 'passkey'> = {},
): { token: string; session: Session } => {
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
      way,
      since: today,
      lastSeen: today,
      expires: expiryOf(world, way),
      ...more,
    },
  };
};

const loadActor = async (world: World, tokenHash: string): Promise<MaybeActor> => {
  const session = await findSession(world, tokenHash);
  if (!session || session.expires * SECOND < world.clock()) return undefined;
  const everything = await readPerson(world, session.participant);
  if (!everything) return undefined;
  if (isDue(world, session)) {
    const renewed = { ...session, lastSeen: dayOf(nowIn(world)), expires: expiryOf(world, session.way) };
    if (!(await renewSession(world, renewed))) return undefined;
  }
  const isOpen = OPENS_OFFICE[session.way];
  const offices = everything.offices.filter(({ roles }) => roles.length > 0);
  return {
    participant: session.participant,
    session: session.session,
    tokenHash,
    device: session.device,
    door: everything.person.door,
    batch: everything.person.batch,
    assisted: session.assisted ?? false,
    reads: everything.person.reads,
    hasCard: everything.card !== undefined,
    consents: new Map(everything.consents.map(({ consultation, ...consent }) => [consultation, consent])),
    standings: new Map(everything.standings.map((standing) => [standing.place, standing])),
    office: isOpen ? 'open' : offices.length > 0 ? 'locked' : 'none',
    roles: new Map(isOpen ? offices.map(({ place, roles }) => [place, roles]) : []),
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
