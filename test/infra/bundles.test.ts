import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENTRIES, type Entry } from '#infra/entries.ts';
import { bundle } from '#infra/bundle.ts';
import { DAY, instant, systemClock } from '#shared/time.ts';
import type { ResultsView } from '#shared/consultations/views.ts';
import { aConsultation, type TestConsultation } from '#test/support/builders.ts';
import { someoneIn } from '#test/support/people.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';
import { awsServices } from './support/aws-services.ts';
import { httpEvent, streamEvent, WAY_IN, type HttpAnswer } from './support/events.ts';
import { startLambda, type Lambda } from './support/lambda.ts';
import { entryFor } from './support/routing.ts';

const CANARY = 'a lamp that nobody else has thought of';
const ADDRESS = 'anna.canary@example.org';

let operator: TestWorld;
let services: Awaited<ReturnType<typeof awsServices>>;
let ended: TestConsultation;
let open: TestConsultation;
let sources: Record<Entry, string[]>;
const running = {} as Record<Entry, Lambda>;

/** A consultation whose deliberation ended ten days ago, with one vote in it and one address that waits for the result. */
const onceUponATime = async (): Promise<void> => {
  operator.setClock(instant(systemClock() - 20 * DAY));
  ended = await aConsultation(operator, { phase: 'deliberating' });
  const con = ended.consultation.id;
  const anna = someoneIn(operator);
  await anna.join(con);
  await anna.vote(con, ended.passages[0]?.item ?? 0, 'agree');
  await anna.ask('PUT', `/consultations/${con}/contact`, { email: ADDRESS, locale: 'it' });
  operator.setClock(instant(systemClock()));
  open = await aConsultation(operator, { phase: 'suggesting' });
};

beforeAll(async () => {
  sources = Object.fromEntries(await Promise.all(ENTRIES.map(async (entry) => [entry, await bundle(entry)]))) as Record<
    Entry,
    string[]
  >;
  operator = await aWorld();
  await onceUponATime();
  services = await awsServices({ master: 'a secret that only tests know, and long', way: WAY_IN });
  const environment = {
    TABLE_PREFIX: 'equal-say',
    ORIGIN: 'https://say.example.org',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: operator.engine.endpoint,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: services.endpoint,
    AWS_ENDPOINT_URL_SESV2: services.endpoint,
  };
  const more: Record<Entry, Record<string, string>> = {
    pages: { SECRET_ID: 'master', WAY_IN_ID: 'way' },
    doors: { SECRET_ID: 'master', WAY_IN_ID: 'way' },
    stream: {},
    schedule: {
      MAIL_FROM: 'Equal Say <no-reply@say.example.org>',
      MAIL_SET: 'equal-say-test',
      WITNESS_BUCKET: 'equal-say-test',
    },
  };
  for (const entry of ENTRIES) running[entry] = await startLambda(entry, { ...environment, ...more[entry] });
});
afterAll(async () => {
  await Promise.all(Object.values(running).map((lambda) => lambda.stop()));
  await services.stop();
  await operator.end();
});

const ask = (method: string, path: string, given: Parameters<typeof httpEvent>[2] = {}): Promise<HttpAnswer> =>
  running[entryFor(method, path)].invoke(httpEvent(method, path, given));

describe('to somebody who reaches the cloud', () => {
  test('a page comes out of the bundle, readable, cacheable and with its headers', async () => {
    const answer = await ask('GET', `/en/p/${open.place.slug}`);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('Homes for all');
    expect(answer.headers).toMatchObject({
      'cache-control': 'public, s-maxage=30',
      'content-type': expect.stringContaining('text/html'),
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
  });

  test('she joins at the door, votes, and finds her vote; the API’s titles are in her language', async () => {
    const con = open.consultation.id;
    const join = { consentVersion: 1, oldEnough: true, locale: 'en', reads: ['en'] };
    const joined = await ask('POST', `/api/consultations/${con}/join`, { body: JSON.stringify(join) });
    expect(joined.statusCode).toBe(200);
    const [set = ''] = joined.cookies ?? [];
    expect(set).toMatch(/^__Host-session=.*HttpOnly; Secure; SameSite=Lax/);
    const [cookie = ''] = set.split(';');
    const item = open.passages[0]?.item ?? 0;
    const { nextNumber } = JSON.parse(joined.body) as { nextNumber: number };
    const cast = JSON.stringify({ number: nextNumber, votes: [{ item, choice: 'agree' }] });
    expect((await ask('POST', `/api/consultations/${con}/ballot`, { body: cast, cookie })).statusCode).toBe(200);
    const ballot = await ask('GET', `/api/consultations/${con}/ballot`, { cookie });
    expect(JSON.parse(ballot.body)).toMatchObject({ votes: [{ item, choice: 'agree' }] });
    expect(ballot.headers?.['cache-control']).toBe('private, no-store');
    const refused = await ask('GET', '/api/places/nowhere', { headers: { 'x-locale': 'it' } });
    expect(refused.statusCode).toBe(404);
    expect(JSON.parse(refused.body)).toMatchObject({ code: 'not-found', type: '/it/problems/not-found' });
  });

  test('a plain form works too: join with a vote, suggest, without any script', async () => {
    const home = `/it/c/${open.consultation.id}`;
    const item = open.passages[1]?.item ?? 0;
    const headers = { origin: 'https://say.example.org' };
    const joined = await ask('POST', `${home}/join`, {
      form: {
        form: 'join',
        item: String(item),
        choice: 'disagree',
        oldEnough: 'yes',
        consentVersion: '1',
        reads: 'it',
      },
      headers,
    });
    expect(joined.statusCode).toBe(303);
    const [cookie = ''] = (joined.cookies?.[0] ?? '').split(';');
    const suggested = await ask('POST', `${home}/suggest`, {
      form: { kind: 'suggestion', text: CANARY, language: 'it' },
      cookie,
      headers,
    });
    expect(suggested.statusCode).toBe(303);
    expect((await ask('GET', home, { cookie })).body).toContain(CANARY);
  });

  test('a form from another site is refused, by the address that people use', async () => {
    const form = { oldEnough: 'yes', consentVersion: '1', reads: 'it' };
    const path = `/it/c/${open.consultation.id}/join`;
    expect((await ask('POST', path, { form, headers: { origin: 'https://elsewhere.example' } })).statusCode).toBe(403);
  });

  test.each(['pages', 'doors'] as const)('past the content network there is no way in to %s', async (entry) => {
    for (const word of ['', 'a guess', `${WAY_IN} `]) {
      const answer = await running[entry].invoke<HttpAnswer>(
        httpEvent('GET', '/health', { headers: { 'x-way-in': word } }),
      );
      expect(answer).toMatchObject({ statusCode: 403, body: '' });
    }
    expect(await running[entry].invoke(httpEvent('GET', '/health'))).toMatchObject({ statusCode: 200, body: 'ok' });
  });
});

describe('to the operator', () => {
  test('a tick recounts and publishes what has ended; the result is a page', async () => {
    await running.schedule.invoke({ job: 'recount' });
    const answer = await ask('GET', `/api/consultations/${ended.consultation.id}/results`);
    expect(answer.statusCode).toBe(200);
    const { ballots, rows } = JSON.parse(answer.body) as ResultsView;
    expect(ballots).toBe(1);
    expect(rows.find(({ item }) => item === ended.passages[0]?.item)?.dealt.agree).toBe(1);
    expect((await ask('GET', `/en/c/${ended.consultation.id}/results`)).statusCode).toBe(200);
  });

  test('a tick sends what waits, in the reader’s language, with a way to be left alone', async () => {
    await running.schedule.invoke({ job: 'mail' });
    expect(services.sent).toHaveLength(1);
    const [mail] = services.sent;
    expect(mail).toMatchObject({
      FromEmailAddress: 'Equal Say <no-reply@say.example.org>',
      Destination: { ToAddresses: [ADDRESS] },
      ConfigurationSetName: 'equal-say-test',
    });
    const { Subject, Body, Headers } = mail?.Content.Simple ?? {};
    expect(Subject?.Data).not.toMatch(/^mail\./);
    expect(Body?.Text.Data).toContain('/it/mail/');
    expect(Headers?.map(({ Name }) => Name)).toEqual(['List-Unsubscribe', 'List-Unsubscribe-Post']);
    await running.schedule.invoke({ job: 'mail' });
    expect(services.sent).toHaveLength(1);
  });

  test('a tick that nobody knows is an error, and one that meets its job running goes home', async () => {
    await expect(running.schedule.invoke({ job: 'nonsense' })).rejects.toThrow('ZodError');
    await expect(Promise.all([1, 2, 3].map(() => running.schedule.invoke({ job: 'recount' })))).resolves.toHaveLength(
      3,
    );
  });

  test('acts of office come out of the stream into the log, line by line', async () => {
    const event = await streamEvent(operator.engine.endpoint, 'equal-say-records');
    expect(event.Records.length).toBeGreaterThan(10);
    expect(await running.stream.invoke(event)).toEqual({ batchItemFailures: [] });
    await expect.poll(running.stream.log).toContain('"act of office: open-consultation"');
  });

  test('the first record that fails is named, so that only it and what follows comes again', async () => {
    const { Records } = await streamEvent(operator.engine.endpoint, 'equal-say-records');
    const [good, bad, next] = Records;
    const broken = { ...bad, dynamodb: { ...bad?.dynamodb, Keys: {} } };
    expect(await running.stream.invoke({ Records: [good, broken, next] })).toEqual({
      batchItemFailures: [{ itemIdentifier: bad?.dynamodb?.SequenceNumber }],
    });
  });

  test('no bundle holds the demo door, the demo town or anything of the platform on one machine', () => {
    const OUTSIDE = /^functions\/(town|local|imports)\/|^functions\/(demo|serve|import)\.ts$|nodemailer|engine/;
    for (const entry of ENTRIES) {
      expect(sources[entry].length).toBeGreaterThan(20);
      expect(sources[entry].filter((source) => OUTSIDE.test(source))).toEqual([]);
    }
  });

  test('no log holds words of people or an address of theirs', async () => {
    await expect.poll(running.pages.log).toContain('"route":"/api/consultations/:con/ballot"');
    for (const entry of ENTRIES) {
      for (const canary of [CANARY, ADDRESS, '2001:db8::7', '__Host-session='])
        expect(running[entry].log()).not.toContain(canary);
    }
  });
});
