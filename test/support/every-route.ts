import type { Consultation } from '#shared/consultations/schema.ts';
import type { PublicContribution } from '#shared/contributions/schema.ts';
import type { Passage } from '#shared/documents/schema.ts';
import type { MyData } from '#shared/participants/my-data.ts';
import { ROLES, type Role } from '#shared/places/rules.ts';
import type { Place } from '#shared/places/schema.ts';
import type { PublicReply } from '#shared/replies/schema.ts';
import { DAY } from '#shared/time.ts';
import { endAppointment } from '#functions/staff/service.ts';
import { recountConsultations } from '#functions/jobs/recount-consultations.ts';
import { aConsultation, aPlace, aStaffMember } from './builders.ts';
import { aParticipant, someoneIn } from './people.ts';
import type { Resident } from './resident.ts';
import type { TestWorld } from './world.ts';

/** One consultation with what the author wrote in it: one of each to change, one of each to take back. */
export type Scene = {
  consultation: Consultation;
  passage: Passage;
  written?: { edit: PublicContribution; withdraw: PublicContribution; reply: PublicReply; withdrawnReply: PublicReply };
};
export type When = 'open' | 'closed' | 'preparing';
export const WHEN: readonly When[] = ['open', 'closed', 'preparing'];

export type Town = {
  place: Place;
  elsewhere: Place;
  scenes: Record<When, Scene>;
  author: Resident;
  another: Resident;
  /** Where strangers take part. */
  abroad: Consultation;
  /** Whoever was not used up by an act is asked again. */
  known: Map<string, Resident>;
  /** The digits of a card of somebody else's. */
  card: string;
};

const writeIn = async (
  author: Resident,
  { id }: Consultation,
  passage: Passage,
): Promise<NonNullable<Scene['written']>> => {
  const thread = `/consultations/${id}/threads/${passage.id}`;
  const reply = () => author.ask<PublicReply>('POST', thread, { text: 'A reply.', language: 'en' });
  return {
    edit: await author.suggest(id, 'To be changed.'),
    withdraw: await author.suggest(id, 'To be taken back.'),
    reply: await reply(),
    withdrawnReply: await reply(),
  };
};

/** A place with a consultation that has closed with a result, an open one and a draft of one; and another place. */
export const aTown = async (world: TestWorld): Promise<Town> => {
  // Whoever coordinates a place at the top runs the platform; elsewhere nobody does.
  const [place, elsewhere] = [await aPlace(world), await aPlace(world, { parent: (await aPlace(world)).id })];
  const past = await aConsultation(world, { place });
  const [author, another, owner] = await Promise.all([1, 2, 3].map(() => aParticipant(world, past.consultation)));
  const [passage] = past.passages;
  if (!author || !another || !owner || !passage) throw new Error('Nobody came to the town.');
  const { digits: card } = await owner.ask<{ digits: string }>('POST', '/me/card');
  const closed: Scene = {
    consultation: past.consultation,
    passage,
    written: await writeIn(author, past.consultation, passage),
  };
  await another.vote(past.consultation.id, passage.item, 'agree');
  world.pass(60 * DAY);
  await recountConsultations(world);
  const sceneOf = async (given: { draft?: boolean }): Promise<Scene> => {
    const made = await aConsultation(world, { place, ...given });
    const [first] = made.passages;
    if (!first) throw new Error('No passage.');
    return { consultation: made.consultation, passage: first };
  };
  const [open, preparing] = [await sceneOf({}), await sceneOf({ draft: true })];
  for (const person of [author, another]) await person.join(open.consultation.id);
  const written = await writeIn(author, open.consultation, open.passage);
  const { consultation: abroad } = await aConsultation(world, { place: elsewhere });
  return {
    place,
    elsewhere,
    abroad,
    known: new Map(),
    author,
    another,
    card,
    scenes: { closed, preparing, open: { ...open, ...(written && { written }) } },
  };
};

/** Everybody who may ask. `another` takes part as the author does; a `stranger` takes part somewhere else only. */
export const COLUMNS = ['visitor', 'stranger', 'another', ...ROLES, 'elsewhere', 'author'] as const;
export type Column = (typeof COLUMNS)[number];

const isRole = (column: Column): column is Role => (ROLES as readonly string[]).includes(column);

/**
 * The people of one column: one person, except `elsewhere`: each office of another place, and each of this one until now.
 * For an act that uses up whoever it lets in, people who have been refused all such acts so far.
 */
export const peopleIn = async (world: TestWorld, town: Town, column: Column, usesUp: boolean): Promise<Resident[]> => {
  const person = async (name: string, come: (one: Resident) => Promise<unknown>): Promise<Resident> => {
    const key = usesUp ? `${name}, to be used up` : name;
    const known = town.known.get(key);
    if (known) return known;
    const one = someoneIn(world);
    await come(one);
    town.known.set(key, one);
    return one;
  };
  const inOffice = (place: Place, role: Role): Promise<Resident> =>
    person(`${role} ${place.id}`, async (one) =>
      one.useCookie(`__Host-session=${(await aStaffMember(world, place, role)).token}`),
    );
  const dismissed = (role: Role): Promise<Resident> =>
    person(`no more ${role}`, async (one) => {
      const { actor, token } = await aStaffMember(world, town.place, role);
      await endAppointment(world, town.place.id, actor.participant);
      one.useCookie(`__Host-session=${token}`);
    });
  if (column === 'visitor') return [someoneIn(world)];
  if (column === 'elsewhere')
    return Promise.all(ROLES.flatMap((role) => [inOffice(town.elsewhere, role), dismissed(role)]));
  if (isRole(column)) return [await inOffice(town.place, column)];
  if (column === 'stranger') return [await person(column, (one) => one.join(town.abroad.id))];
  if (usesUp) return [await person(column, (one) => one.join(town.scenes.open.consultation.id))];
  return [column === 'author' ? town.author : town.another];
};

/** An act has let her in and used her up: somebody else comes the next time. */
export const isUsedUp = ({ known }: Town, who: Resident): void => {
  for (const [key, one] of known) if (one === who) known.delete(key);
};

type Sent = { path: string; body?: unknown };
export type Route = (town: Town, scene: Scene, who: Resident, world: TestWorld) => Sent | Promise<Sent>;

export const at = ({ consultation }: Scene, rest = ''): string => `/consultations/${consultation.id}${rest}`;
const own = (town: Town, { written }: Scene) => {
  const there = written ?? town.scenes.open.written;
  if (!there) throw new Error('Nothing was written in the open consultation.');
  return there;
};
const replyPath = (scene: Scene, { root, id }: PublicReply): string =>
  at(scene, `/threads/${scene.passage.id}/${root}/${id}`);

/** A slice's routes: how each is asked, and its rows of the table of who gets which answer (`authorisation.test.ts`). */
export type SliceRoutes = { table: string; ask: Record<string, Route> };
const slices = Object.values(import.meta.glob<{ routes: SliceRoutes }>('./routes/*.ts', { eager: true }));
export const TABLES_OF_SLICES = slices.map(({ routes }) => routes.table);

/** How each route of the API is asked. A route that is missing here fails the test. */
export const ROUTES: Record<string, Route> = {
  ...Object.assign({}, ...slices.map(({ routes }) => routes.ask)),
  'GET /api/places': () => ({ path: '/places' }),
  'GET /api/places/:slug': ({ place }) => ({ path: `/places/${place.slug}` }),
  'GET /api/places/:slug/ledger': ({ place }) => ({ path: `/places/${place.slug}/ledger` }),
  'GET /api/consultations/:con': (_, scene) => ({ path: at(scene) }),
  'GET /api/consultations/:con/passages/:psg': (_, scene) => ({ path: at(scene, `/passages/${scene.passage.id}`) }),
  'GET /api/consultations/:con/results': (_, scene) => ({ path: at(scene, '/results') }),
  'GET /api/consultations/:con/snapshot': (_, scene) => ({ path: at(scene, '/snapshot') }),
  'GET /api/consultations/:con/ballot': (_, scene) => ({ path: at(scene, '/ballot') }),
  'POST /api/consultations/:con/ballot': (_, scene, who) => ({
    path: at(scene, '/ballot'),
    body: { number: who.lastNumber() + 1_000_000, votes: [{ item: scene.passage.item, choice: 'agree' }] },
  }),
  'PUT /api/consultations/:con/belonging': (_, scene) => ({
    path: at(scene, '/belonging'),
    body: { version: 1, consent: true, answers: ['prefer-not-to-say'] },
  }),
  'DELETE /api/consultations/:con/belonging': (_, scene) => ({ path: at(scene, '/belonging') }),
  'GET /api/consultations/:con/deck': (_, scene) => ({ path: at(scene, '/deck') }),
  'GET /api/consultations/:con/contributions': (_, scene) => ({ path: at(scene, '/contributions') }),
  'POST /api/consultations/:con/contributions': (_, scene) => ({
    path: at(scene, '/contributions'),
    body: { kind: 'question', text: 'May I?', language: 'en' },
  }),
  'GET /api/consultations/:con/contributions/:ctr': (town, scene) => ({
    path: at(scene, `/contributions/${own(town, scene).edit.id}`),
  }),
  'PATCH /api/consultations/:con/contributions/:ctr': (town, scene) => ({
    path: at(scene, `/contributions/${own(town, scene).edit.id}`),
    body: { text: 'Changed.' },
  }),
  'DELETE /api/consultations/:con/contributions/:ctr': (town, scene) => ({
    path: at(scene, `/contributions/${own(town, scene).withdraw.id}`),
  }),
  'GET /api/consultations/:con/translations': (_, scene) => ({ path: at(scene, '/translations') }),
  'GET /api/consultations/:con/contributions/:ctr/translations': (town, scene) => ({
    path: at(scene, `/contributions/${own(town, scene).edit.id}/translations`),
  }),
  /** With a version that nobody has read, so that nothing changes. */
  'POST /api/consultations/:con/contributions/:ctr/translations': (town, scene) => ({
    path: at(scene, `/contributions/${own(town, scene).edit.id}/translations`),
    body: { language: 'ar' },
  }),
  'PUT /api/consultations/:con/contributions/:ctr/translations': (town, scene) => ({
    path: at(scene, `/contributions/${own(town, scene).edit.id}/translations`),
    body: { language: 'ar', text: 'أشجار', checked: false, version: 99 },
  }),
  'GET /api/consultations/:con/threads/:target': (_, scene) => ({ path: at(scene, `/threads/${scene.passage.id}`) }),
  'POST /api/consultations/:con/threads/:target': (_, scene) => ({
    path: at(scene, `/threads/${scene.passage.id}`),
    body: { text: 'I think so too.', language: 'en' },
  }),
  'GET /api/consultations/:con/threads/:target/:root/:reply': (town, scene) => ({
    path: replyPath(scene, own(town, scene).reply),
  }),
  'GET /api/consultations/:con/threads/:target/:root/:reply/translations': (town, scene) => ({
    path: `${replyPath(scene, own(town, scene).reply)}/translations`,
  }),
  'POST /api/consultations/:con/threads/:target/:root/:reply/translations': (town, scene) => ({
    path: `${replyPath(scene, own(town, scene).reply)}/translations`,
    body: { language: 'ar' },
  }),
  /** With a version that nobody has read, so that nothing changes. */
  'PUT /api/consultations/:con/threads/:target/:root/:reply/translations': (town, scene) => ({
    path: `${replyPath(scene, own(town, scene).reply)}/translations`,
    body: { language: 'ar', text: 'أشجار', checked: false, version: 99 },
  }),
  'PATCH /api/consultations/:con/threads/:target/:root/:reply': (town, scene) => ({
    path: replyPath(scene, own(town, scene).reply),
    body: { text: 'Changed.' },
  }),
  'DELETE /api/consultations/:con/threads/:target/:root/:reply': (town, scene) => ({
    path: replyPath(scene, own(town, scene).withdrawnReply),
  }),
  'POST /api/consultations/:con/join': (_, scene) => ({
    path: at(scene, '/join'),
    body: { consentVersion: 1, oldEnough: true, locale: 'en', reads: ['en'] },
  }),
  'PUT /api/consultations/:con/contact': (_, scene) => ({
    path: at(scene, '/contact'),
    body: { email: 'a@example.org', locale: 'en' },
  }),
  'DELETE /api/consultations/:con/contact': (_, scene) => ({ path: at(scene, '/contact') }),
  'DELETE /api/consultations/:con/join': (_, scene) => ({ path: at(scene, '/join') }),
  'POST /api/contacts/confirm': () => ({ path: '/contacts/confirm', body: { token: 'x'.repeat(43) } }),
  'POST /api/contacts/remove': () => ({ path: '/contacts/remove', body: { token: 'x'.repeat(43) } }),
  'POST /api/first-run': () => ({
    path: '/first-run',
    body: {
      token: 'x'.repeat(43),
      you: 'Olga',
      place: {
        name: 'Mine',
        slug: 'mine',
        language: 'en',
        timeZone: 'Europe/Rome',
        controller: 'Me',
        contact: 'me@example.org',
        ageOfConsent: 16,
      },
    },
  }),
  'GET /api/me': () => ({ path: '/me' }),
  'PUT /api/me/settings': () => ({ path: '/me/settings', body: { reads: ['en'] } }),
  'GET /api/me/data': () => ({ path: '/me/data' }),
  'POST /api/me/card': () => ({ path: '/me/card' }),
  'DELETE /api/me/sessions/:ses': async (_, __, who) => {
    const response = await who.send('GET', '/me/data');
    const { sessions = [] } = (await response.json()) as Partial<MyData>;
    return { path: `/me/sessions/${sessions[0]?.id ?? `ses_${'0'.repeat(16)}`}` };
  },
  'DELETE /api/me': () => ({ path: '/me' }),
  'POST /api/sessions': ({ card }) => ({ path: '/sessions', body: { digits: card } }),
  'DELETE /api/sessions/current': () => ({ path: '/sessions/current' }),
  'GET /api/proof': () => ({ path: '/proof' }),
  'GET /api/openapi.json': () => ({ path: '/openapi.json' }),
};

/** Files outside of the API that ask nobody who they are: `looks.test.ts`. `/health` says only that the process lives. */
const THE_SAME_FOR_ALL = ['GET /health', 'GET /accent/:file{[0-9a-f]{6}\\.css}', 'GET /pictures/:id'];

/** Every other route that the app really has, as `METHOD /path`. */
export const routesOf = (world: TestWorld): string[] =>
  [...new Set(world.app.routes.map(({ method, path }) => `${method} ${path}`))].filter(
    (route) => !route.startsWith('ALL ') && !THE_SAME_FOR_ALL.includes(route),
  );
