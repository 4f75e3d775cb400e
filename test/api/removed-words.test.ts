import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forgetText } from '#functions/documents/service.ts';
import { passageAsIs, translationChange } from '#functions/documents/wordings.ts';
import { deliverStatements } from '#functions/jobs/deliver-statements.ts';
import { recountConsultations } from '#functions/jobs/recount-consultations.ts';
import { caseAbout } from '#functions/moderation/store.ts';
import { findSubject } from '#functions/moderation/subjects.ts';
import { openSession } from '#functions/participants/service.ts';
import { appointStaff } from '#functions/staff/service.ts';
import { transact } from '#functions/storage/table.ts';
import type { PublicContribution } from '#shared/contributions/schema.ts';
import type { Passage } from '#shared/documents/schema.ts';
import type { Subject } from '#shared/moderation/schema.ts';
import { ROLES } from '#shared/places/rules.ts';
import type { PublicReply } from '#shared/replies/schema.ts';
import { DAY, MINUTE, SECOND } from '#shared/time.ts';
import { fileAt, HANDED } from '#test/support/auditing.ts';
import { aConsultation, aPlace, type TestConsultation } from '#test/support/builders.ts';
import { aModerator, aNotice, caseNow, removing } from '#test/support/cases.ts';
import { ROUTES, routesOf, type Scene, type Town } from '#test/support/every-route.ts';
import { aParticipant, someoneIn } from '#test/support/people.ts';
import type { Resident } from '#test/support/resident.ts';
import { findStored } from '#test/support/stored.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

/** Found nowhere else, each in one of the things that can be removed. */
const WORDS = 'Quixotic words of a contribution.';
const REPLY = 'Quaint words of a reply.';
const NAME = 'Quincy Quill';
const TRANSLATED = 'Parole quadrate di una traduzione.';
const ALL = [WORDS, REPLY, NAME, TRANSLATED];

let world: TestWorld;
/** Another process: what it remembers is forgotten after a minute. */
let other: TestWorld;
let made: TestConsultation;
let town: Town;
let people: [name: string, who: Resident][];
let voters: Resident[];
let subjects: Subject[];
let item: number;

const at = (rest = ''): string => `/consultations/${made.consultation.id}${rest}`;

const inEveryOffice = async (): Promise<Resident> => {
  const who = someoneIn(world);
  const participant = await appointStaff(world, town.place.id, [...ROLES], 'Olga');
  who.useCookie(`__Host-session=${await openSession(world, participant)}`);
  return who;
};

/** Everybody who may ask, but whoever wrote it: the author reads her own words with the decision about them. */
const readers = async (): Promise<typeof people> => [
  ['visitor', someoneIn(world)],
  ['newcomer', await aParticipant(world, made.consultation)],
  ['voter', voters[0] ?? someoneIn(world)],
  ['somebody in every office', await inEveryOffice()],
];

/** A moderator reads what she decides about. That is the one place where removed words are read by others. */
const AT_THE_DESK = 'GET /api/places/:slug/cases/:cas';

/** The same questions in ways that show more of the answer. */
const MORE = [
  '/deck?count=20',
  '/contributions?order=oldest',
  '/suggestions?words=quixotic',
  '/suggestions/export.csv?language=en',
] as const;

type Held = { route: string; cached: string };

type Asked = { name: string; who: Resident; route: string; method: 'GET' | 'POST'; path: string; body?: unknown };
let asked: Asked[];

/** Every route that reads, as each of them asks it. */
const everyQuestion = async (): Promise<Asked[]> => {
  const scene = town.scenes.open;
  const routes = routesOf(world).filter((route) => route.startsWith('GET /api') && route !== AT_THE_DESK);
  const all: Asked[] = [];
  for (const [name, who] of people) {
    for (const route of routes) {
      const sent = await ROUTES[route]?.(town, scene, who, world);
      if (!sent) throw new Error(`Nobody knows how to ask ${route}.`);
      all.push({ name, who, route, method: 'GET', path: sent.path });
    }
    for (const more of MORE) all.push({ name, who, route: more, method: 'GET', path: at(more) });
    all.push({ name, who, route: 'the auditor’s file', method: 'POST', path: at('/handings'), body: HANDED });
  }
  return all;
};

/** Which answer to whom holds which of these words, given by a process. */
const sweep = async (process: TestWorld): Promise<Map<string, Held>> => {
  const found = new Map<string, Held>();
  for (const { name, who, route, method, path, body } of asked) {
    const there = someoneIn(process);
    there.useCookie(who.cookie());
    const first = await there.send(method, path, body);
    const handed = first.status === 201 ? ((await first.json()) as { link: string }) : undefined;
    const response = handed ? await someoneIn(process).send('POST', fileAt(handed.link)) : first;
    const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
    const cached = response.headers.get('cache-control') ?? '';
    for (const words of ALL) if (text.includes(words)) found.set(`${route} to ${name}: ${words}`, { route, cached });
  }
  return found;
};

const keysOf = (found: ReadonlyMap<string, unknown>): string[] => [...found.keys()].toSorted();
/** The same, but for the one card that the deck deals by chance. */
const always = (found: ReadonlyMap<string, unknown>): string[] =>
  keysOf(found).filter((key) => !key.startsWith('GET /api/consultations/:con/deck '));

/** The case about it: opened by a notice where there is none. */
const caseOf = async (subject: Subject) => {
  const found = await findSubject(world, made.consultation.id, subject);
  if (!found) throw new Error('There is nothing to report.');
  const known = await caseAbout(world, found.about);
  if (!known) await someoneIn(world).ask('POST', at('/notices'), aNotice(subject));
  const id = known ?? (await caseAbout(world, found.about));
  if (!id) throw new Error('No case was opened.');
  return {
    id,
    path: `/places/${town.place.slug}/cases/${id}`,
    text: found.text,
    version: (await caseNow(world, id)).version,
  };
};

const removeAll = async (moderator: Resident): Promise<void> => {
  for (const subject of subjects) {
    const one = await caseOf(subject);
    await moderator.ask('POST', `${one.path}/decision`, removing(one.text ?? '', one.version));
  }
};

const undoAll = async (moderator: Resident): Promise<void> => {
  for (const subject of subjects) {
    const one = await caseOf(subject);
    await moderator.ask('POST', `${one.path}/undo`, { version: one.version });
  }
};

const tallyOf = async (): Promise<unknown> => {
  const { rows = [] } = await someoneIn(world).ask<{ rows?: { item: number }[] }>('GET', at('/results'));
  return rows.find((row) => row.item === item);
};

const translate = async (passage: Passage): Promise<void> => {
  const now = await passageAsIs(world, made.consultation.id, passage.id);
  const wording = { text: { text: TRANSLATED, provenance: 'machine' as const } };
  if (now) await transact(world.storage, [translationChange(now, 'it', { ...wording })]);
  forgetText(world, made.consultation.id);
};

beforeAll(async () => {
  world = await aWorld();
  other = world.beside();
  const place = await aPlace(world);
  made = await aConsultation(world, { place });
  const { consultation, passages } = made;
  const [passage] = passages;
  if (!passage) throw new Error('There is no passage.');
  await translate(passage);
  const author = await aParticipant(world, consultation);
  const named = await aParticipant(world, consultation);
  const edit = await author.suggest(consultation.id, WORDS);
  const thread = at(`/threads/${passage.id}`);
  const reply = await author.ask<PublicReply>('POST', thread, { text: REPLY, language: 'en' });
  const shown: PublicContribution = await named.suggest(consultation.id, 'Words under a name.', { name: NAME });
  item = edit.item;
  world.pass(20 * MINUTE);
  voters = await Promise.all(Array.from({ length: 12 }, () => aParticipant(world, consultation)));
  for (const voter of voters) {
    const { cards } = await voter.deck(consultation.id);
    for (const card of cards) await voter.vote(consultation.id, card.item, 'agree', card.deal);
  }
  const scene: Scene = { consultation, passage, written: { edit, withdraw: edit, reply, withdrawnReply: reply } };
  const { consultation: abroad } = await aConsultation(world);
  town = {
    place,
    elsewhere: place,
    abroad,
    known: new Map(),
    author,
    another: author,
    card: '0'.repeat(16),
    scenes: { open: scene, closed: scene, preparing: scene },
  };
  subjects = [
    { kind: 'contribution', id: edit.id },
    { kind: 'reply', target: passage.id, root: reply.root, id: reply.id },
    { kind: 'name', at: { kind: 'contribution', id: shown.id } },
    { kind: 'translation', passage: passage.id, language: 'it' },
  ];
  people = await readers();
  asked = await everyQuestion();
});
afterAll(() => world.end());

/** The second begins where the first has ended. */
describe('Removed words are nowhere', { shuffle: false }, () => {
  test('while people write and vote, asked by everybody, by every way to ask; and restored ones are everywhere again', async () => {
    const before = await sweep(world);
    expect(always(await sweep(other))).toEqual(always(before));
    for (const words of ALL) expect(keysOf(before).some((key) => key.endsWith(words))).toBe(true);
    expect(new Set([...before.values()].map(({ route }) => route)).size).toBeGreaterThan(8);
    // What others may keep of it for everybody, they keep for half a minute.
    for (const { cached } of before.values())
      expect(cached).toMatch(/^(private, no-store|no-store|public, max-age=0, s-maxage=30)$/);
    const moderator = await aModerator(world, town.place);
    await removeAll(moderator);
    expect(keysOf(await sweep(world))).toEqual([]);
    expect(await findStored(world, ALL)).toEqual([]);
    world.pass(60 * SECOND);
    expect(keysOf(await sweep(other))).toEqual([]);
    world.pass(10 * MINUTE);
    await deliverStatements(world);
    // Somebody else hears the appeals, and reverses.
    const second = await aModerator(world, town.place);
    const { cases } = await town.author.ask<{ cases: { case: string; words: string | null }[] }>(
      'GET',
      '/me/decisions',
    );
    expect(cases.map(({ words }) => words).toSorted()).toEqual([REPLY, WORDS].toSorted());
    for (const { case: id, words } of cases) {
      await town.author.ask('POST', `/me/decisions/${id}/appeal`, { why: 'They are harmless.', language: 'en' });
      const { version } = await caseNow(world, id as `cas_${string}`);
      const reasons = { words: 'She is right.', language: 'en' };
      const { seen } = removing(words ?? '', version);
      await second.ask('POST', `/places/${town.place.slug}/cases/${id}/answer`, {
        version,
        seen,
        review: 'reversed',
        reasons,
      });
    }
    const back = always(await sweep(world));
    expect(back).toEqual(always(before).filter((key) => key.endsWith(WORDS) || key.endsWith(REPLY)));
  });

  test('once the result is public, in it too, before and after it is counted again; restored ones have all their votes', async () => {
    world.pass(60 * DAY);
    await recountConsultations(world);
    subjects = subjects.slice(0, 2);
    const before = keysOf(await sweep(world));
    const tally = await tallyOf();
    expect(tally).toBeDefined();
    expect(before).toContain(`GET /api/consultations/:con/results to visitor: ${WORDS}`);
    const moderator = await aModerator(world, town.place);
    // They were decided before: a moderator takes them up again.
    for (const subject of subjects) {
      const one = await caseOf(subject);
      await deliverStatements(world);
      const { version } = await caseNow(world, one.id);
      await moderator.ask('POST', `${one.path}/reopening`, { version });
    }
    await removeAll(moderator);
    expect(keysOf(await sweep(world))).toEqual([]);
    await recountConsultations(world);
    expect(keysOf(await sweep(world))).toEqual([]);
    expect(await tallyOf()).toBeUndefined();
    await undoAll(moderator);
    expect(keysOf(await sweep(world))).toEqual(before);
    expect(await tallyOf()).toEqual(tally);
  });
});
