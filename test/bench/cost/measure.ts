import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { pseudonymOf } from '#functions/participants/pseudonyms.ts';
import { writeVotes } from '#functions/ballots/store.ts';
import { keys } from '#functions/storage/keys.ts';
import type { DeckView } from '#shared/consultations/views.ts';
import { DAY, MINUTE, SECOND } from '#shared/time.ts';
import { CLOCK_JOBS } from '#functions/jobs/by-clock.ts';
import { CLOCK_JOBS as MINUTES } from '#infra/entries.ts';
import { aCloud } from '#test/infra/support/cloud.ts';
import { aPersonIn, type Person } from '#test/infra/support/person.ts';
import { aConsultation } from '#test/support/builders.ts';
import { itemSize } from './item-size.ts';
import { createMeter, type Used } from './meter.ts';

export const VOTES = 40;
export const DECK = 10;
const RESIDENTS = 60;
const CARDS = 45;
const BALLOTS = 3_000;
/** Nothing is remembered from one request to the next, as when each meets another process: never cheaper than it is. */
const FORGETTING = 21 * SECOND;

/** What one of each costs, in capacity, milliseconds and bytes: the real code paths on the real engine. */
export type Measured = Record<
  | 'page'
  | 'join'
  | 'deck'
  | 'vote'
  | 'ownBallot'
  | 'card'
  | 'suggest'
  | 'reply'
  | 'results'
  | 'contact'
  | 'mail'
  | 'idleTick',
  Used
> & { ballotBytes: number; recountMsPerBallot: number };

export const measure = async (): Promise<Measured> => {
  const meter = createMeter(() => operator.pass(FORGETTING));
  const cloud = await aCloud({}, meter.listen);
  const { operator } = cloud;
  try {
    const idleTick = await meter.mean(Array.from({ length: 10 }), async () => {
      operator.pass(MINUTE);
      for (const job of CLOCK_JOBS) if (MINUTES[job] === 1) await cloud.tick(job);
    });
    const { consultation, passages } = await aConsultation(operator, { phase: 'suggesting' });
    const con = consultation.id;
    const home = `/en/c/${con}`;
    const read = (path: string) => async (): Promise<number> => (await (await cloud.request(path)).text()).length;
    const people = Array.from({ length: RESIDENTS }, () => aPersonIn(cloud));
    const join = await meter.mean(people, (person) => person.join(con));
    const writers = people.slice(0, CARDS);
    const suggest = await meter.mean(writers, async (person) => {
      await person.suggest(
        con,
        'A bench and a roof at every stop of every line, please.',
        passages[0] ? { passage: passages[0].id } : {},
      );
    });
    operator.pass(DAY);
    const pages = [home, `${home}/passages/${passages[0]?.id}`, `/en/p/some`, `${home}/suggest`];
    const page = await meter.mean(
      Array.from({ length: 80 }, (_, i) => pages[i % pages.length] ?? home),
      (path) => read(path)(),
    );
    const deals = new Map<Person, DeckView['cards']>();
    const deck = await meter.mean(people, async (person) => {
      const answer = await person.send('GET', `/consultations/${con}/deck?count=${DECK}`);
      const body = await answer.text();
      deals.set(person, (JSON.parse(body) as DeckView).cards);
      return body.length;
    });
    const acts = people.flatMap((person) => (deals.get(person) ?? []).slice(0, 1).map((card) => ({ person, card })));
    const vote = await meter.mean(
      acts,
      async ({ person, card }) => void (await person.vote(con, card.item, 'agree', card.deal)),
    );
    const ownBallot = await meter.mean(people, async (person) => void (await person.ballot(con)));
    const card = await meter.mean(people, async (person) => void (await person.ask('POST', '/me/card')));
    const target = passages[0]?.id ?? '';
    const reply = await meter.mean(people, async (person) => {
      await person.ask('POST', `/consultations/${con}/threads/${target}`, {
        text: 'With a high back, please.',
        language: 'en',
      });
    });
    const contact = await meter.mean(people, async (person) => {
      await person.ask('PUT', `/consultations/${con}/contact`, { email: 'somebody@example.org', locale: 'en' });
    });
    const mail = await mailsOf(cloud, meter, RESIDENTS);
    const { ballotBytes } = await fill(operator, con);
    operator.pass(20 * DAY);
    const recount = await meter.mean([0], () => cloud.tick('recount'));
    const results = await meter.mean(Array.from({ length: 20 }), read(`${home}/results`));
    return {
      page,
      join,
      deck,
      vote,
      ownBallot,
      card,
      suggest,
      reply,
      results,
      contact,
      mail,
      idleTick,
      ballotBytes,
      recountMsPerBallot: recount.milliseconds / BALLOTS,
    };
  } finally {
    await operator.end();
  }
};

const mailsOf = async (
  cloud: Awaited<ReturnType<typeof aCloud>>,
  meter: ReturnType<typeof createMeter>,
  count: number,
): Promise<Used> => {
  const all = await meter.mean([0], () => cloud.tick('mail'));
  const one = (value: number): number => value / count;
  return { ...all, writes: one(all.writes), reads: one(all.reads), milliseconds: one(all.milliseconds) };
};

/** Ballots of forty votes each, written as voting writes them. */
const fill = async (
  world: Awaited<ReturnType<typeof aCloud>>['operator'],
  con: Parameters<typeof pseudonymOf>[1],
): Promise<{ ballotBytes: number }> => {
  const value = (14 * 24 * 3600 * 4) / 2;
  const dealt = Array.from({ length: VOTES }, (_, i) => ({ item: i + 1, value: value + i * 40 }));
  let pseudonym = '';
  for (let i = 0; i < BALLOTS; i++) {
    pseudonym = await pseudonymOf(world, con, `somebody ${i}`);
    await writeVotes(world, con, pseudonym, {
      device: '12345678',
      number: world.clock(),
      door: 'open',
      language: 'en',
      dealt,
      linked: [],
    });
  }
  const { Item } = await world.storage.documents.send(
    new GetCommand({ TableName: world.storage.tableName('ballots'), Key: keys.ballot(con, pseudonym) }),
  );
  return { ballotBytes: itemSize(Item ?? {}) };
};
