import { z } from 'zod';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import { DOORS } from '#shared/consultations/rules.ts';
import { LOCALES } from '#shared/locales.ts';
import { Standing } from '#shared/moderation/standing.ts';
import { ParticipantId, SessionId } from '#shared/participants/schema.ts';
import { PasskeyId } from '#shared/passkeys/schema.ts';
import { PlaceId, Role } from '#shared/places/schema.ts';
import { LanguageTag } from '#shared/texts.ts';
import { keys } from '../storage/keys.ts';
import { get, put, queryAll, transact, type Item, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';

const HandedBy = z.object({ place: PlaceId, number: z.int(), consultations: z.array(z.custom<ConsultationId>()) });
const Person = z.object({
  participant: ParticipantId,
  door: z.enum(DOORS),
  reads: z.array(LanguageTag),
  /** Whose handed card she came by: her door is a handed one only where that place can vouch for it. */
  batch: HandedBy.optional(),
});
export type Person = z.infer<typeof Person>;

/** How a session was opened. */
const WAYS = ['vote', 'card', 'link', 'passkey', 'recovery-code', 'vouched-for'] as const;
export type Way = (typeof WAYS)[number];

const Session = z.object({
  participant: ParticipantId,
  session: SessionId,
  tokenHash: z.string(),
  device: z.string(),
  way: z.enum(WAYS).default('vote'),
  /** Which passkey opened it: a lost one takes its sessions along. */
  passkey: PasskeyId.optional(),
  since: z.string(),
  lastSeen: z.string(),
  /** Somebody sat beside her when it began. */
  assisted: z.boolean().optional(),
  /** Seconds since 1970: the table deletes it then. */
  expires: z.number(),
});
export type Session = z.infer<typeof Session>;

const ConsentItem = z.object({
  consultation: z.custom<ConsultationId>(),
  version: z.number(),
  on: z.string(),
  locale: z.enum(LOCALES),
});
export type ConsentItem = z.infer<typeof ConsentItem>;

const Office = z.object({ place: PlaceId, roles: z.array(Role) });
type Office = z.infer<typeof Office>;

export type Everything = {
  person: Person;
  sessions: Session[];
  consents: ConsentItem[];
  card: { mac: string } | undefined;
  offices: Office[];
  passkeys: PasskeyId[];
  /** By their HMAC. */
  recoveryCodes: string[];
  standings: Standing[];
  authorships: { consultation: ConsultationId; pseudonym: string }[];
  contacts: { consultation: ConsultationId; tokenHash: string }[];
};

const begins = (prefix: string) => (item: Item) => item.sk.startsWith(prefix);

/** All that the vault holds about a person, in one strongly consistent question. */
export const readPerson = async (world: World, participant: ParticipantId): Promise<Everything | undefined> => {
  const items = await queryAll(world.storage, 'vault', { pk: keys.person(participant).pk });
  const person = items.find((item) => item.sk === 'person');
  if (!person) return undefined;
  const card = items.find((item) => item.sk === 'card');
  return {
    person: Person.parse(person),
    sessions: items.filter(begins('session#')).map((item) => Session.parse(item)),
    consents: items.filter(begins('consent#')).map((item) => ConsentItem.parse(item)),
    card: card && { mac: card.mac as string },
    passkeys: items.filter(begins('passkey#')).map((item) => item.id as PasskeyId),
    recoveryCodes: items.filter(begins('recovery-code#')).map((item) => item.mac as string),
    offices: items.filter(begins('office#')).map((item) => Office.parse(item)),
    standings: items.filter(begins('standing#')).map((item) => Standing.parse(item)),
    authorships: items
      .filter(begins('author#'))
      .map((item) => ({ consultation: item.consultation as ConsultationId, pseudonym: item.pseudonym as string })),
    contacts: items
      .filter(begins('contact#'))
      .map((item) => ({ consultation: item.consultation as ConsultationId, tokenHash: item.tokenHash as string })),
  };
};

export const savePerson = (world: World, person: Person): Promise<boolean> =>
  put(world.storage, 'vault', { ...keys.person(person.participant), ...person });

export const sessionSteps = (session: Session): Step[] => [
  { table: 'vault', put: { ...keys.session(session.tokenHash), ...session } },
  { table: 'vault', put: { ...keys.sessionOf(session.participant, session.session), ...session } },
];

export const saveSession = (world: World, session: Session): Promise<boolean> =>
  transact(world.storage, [
    ...sessionSteps(session),
    { table: 'vault', check: keys.person(session.participant), if: { is: 'present' } },
  ]);

export const personStep = (person: Person): Step => ({
  table: 'vault',
  put: { ...keys.person(person.participant), ...person },
  if: { is: 'absent' },
});

/** Whoever has left meanwhile, in another process, is given nothing any more. */
export const personStays = (participant: ParticipantId): Step => ({
  table: 'vault',
  check: keys.person(participant),
  if: { is: 'present' },
});

const consentStep = (participant: ParticipantId, consent: ConsentItem): Step => ({
  table: 'vault',
  put: { ...keys.consentOf(participant, consent.consultation), ...consent },
});

export const savePersonWithSession = (
  world: World,
  person: Person,
  session: Session,
  consent: ConsentItem,
): Promise<boolean> =>
  transact(world.storage, [personStep(person), ...sessionSteps(session), consentStep(person.participant, consent)]);

/** A visit makes a session last longer, unless it was revoked meanwhile. */
export const renewSession = (world: World, session: Session): Promise<boolean> =>
  transact(
    world.storage,
    sessionSteps(session).map((step) => ({ ...step, if: { is: 'present' } })),
  );

export const findSession = async (world: World, tokenHash: string): Promise<Session | undefined> => {
  const item = await get(world.storage, 'vault', keys.session(tokenHash));
  return item && Session.parse(item);
};

export const sessionRemoval = ({ tokenHash, participant, session }: Session): Step[] => [
  { table: 'vault', remove: keys.session(tokenHash) },
  { table: 'vault', remove: keys.sessionOf(participant, session) },
];

export const removeSession = (world: World, session: Session): Promise<boolean> =>
  transact(world.storage, sessionRemoval(session));

export const saveConsent = (world: World, participant: ParticipantId, consent: ConsentItem): Promise<boolean> =>
  transact(world.storage, [
    consentStep(participant, consent),
    { table: 'vault', check: keys.person(participant), if: { is: 'present' } },
  ]);

/** The new card replaces the old one in the same write: there is never a moment with two, or with none. */
export const replaceCard = (
  world: World,
  participant: ParticipantId,
  mac: string,
  previous: string | undefined,
): Promise<boolean> =>
  transact(world.storage, [
    { table: 'vault', put: { ...keys.card(mac), participant }, if: { is: 'absent' } },
    // Two first cards made at once: the second is refused, or the first would open her door for good.
    { table: 'vault', put: { ...keys.cardOf(participant), mac }, ...(!previous && { if: { is: 'absent' as const } }) },
    { table: 'vault', check: keys.person(participant), if: { is: 'present' } },
    ...(previous ? [{ table: 'vault' as const, remove: keys.card(previous), if: { is: 'present' as const } }] : []),
  ]);

/** Somebody's card; or one of a batch, which says nothing of who used it. */
const Card = z.union([
  z.object({ participant: ParticipantId }),
  z.object({ state: z.enum(['unused', 'used']), place: PlaceId, batch: z.int() }),
]);
type Card = z.infer<typeof Card>;

export const findCard = async (world: World, mac: string): Promise<Card | undefined> => {
  const item = await get(world.storage, 'vault', keys.card(mac));
  return item && Card.parse(item);
};

/** Somebody new with a session and a card of her own, in the write that does `also`. */
export const savePersonWithCard = (
  world: World,
  person: Person,
  session: Session,
  mac: string,
  also: Step[],
): Promise<boolean> =>
  transact(world.storage, [
    ...also,
    personStep(person),
    ...sessionSteps(session),
    { table: 'vault', put: { ...keys.card(mac), participant: person.participant }, if: { is: 'absent' } },
    { table: 'vault', put: { ...keys.cardOf(person.participant), mac } },
  ]);

export const removeFromVault = async (world: World, steps: Step[]): Promise<void> => {
  for (let i = 0; i < steps.length; i += 50) await transact(world.storage, steps.slice(i, i + 50));
};
