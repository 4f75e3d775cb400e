import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ProblemDetails } from '#shared/problems.ts';
import { aConsultation, type TestConsultation } from '#test/support/builders.ts';
import { mostBytes } from '#functions/http/body-limit.ts';
import { aTown, ROUTES, type Town } from '#test/support/every-route.ts';
import { aParticipant } from '#test/support/people.ts';
import type { Resident } from '#test/support/resident.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let made: TestConsultation;
let anna: Resident;
let town: Town;
beforeAll(async () => {
  world = await aWorld();
  town = await aTown(world);
  made = await aConsultation(world);
  anna = await aParticipant(world, made.consultation);
});
afterAll(() => world.end());

type Sending = {
  path?: string;
  method?: string;
  body?: BodyInit;
  type?: string | undefined;
  headers?: Record<string, string>;
};
const send = (given: Sending): Promise<Response> =>
  Promise.resolve(
    world.app.request(`/api${given.path ?? `/consultations/${made.consultation.id}/contributions`}`, {
      method: given.method ?? 'POST',
      headers: {
        cookie: anna.cookie() ?? '',
        ...(given.type !== undefined && { 'content-type': given.type }),
        ...given.headers,
      },
      ...(given.body !== undefined && { body: given.body, duplex: 'half' }),
    }),
  );
const json = (body: string, more: Sending = {}) => send({ type: 'application/json', body, ...more });
const good = { kind: 'suggestion', text: 'Good.', language: 'en' };
const withBody = () =>
  Promise.all(
    Object.keys(ROUTES).map(async (route) => {
      const sent = await ROUTES[route]?.(town, town.scenes.open, anna, world);
      return { route, method: route.split(' ')[0] ?? '', path: sent?.path ?? '', body: sent?.body };
    }),
  ).then((all) => all.filter(({ body }) => body !== undefined));

describe('to the operator, whatever arrives', () => {
  test('what is no JSON, or JSON of another shape, is refused with 400 on every route that reads a body', async () => {
    const bodies = [
      '',
      '{',
      '"',
      'null',
      '1',
      '"text"',
      '[]',
      '[[]]',
      'true',
      '{}',
      '{"a":1}',
      'undefined',
      '{"text":}',
      '\u0000',
      '{"__proto__":{"text":"x"}}',
      '{"constructor":{"prototype":{"x":1}}}',
      '['.repeat(20_000),
      `${'{"a":'.repeat(9000)}1${'}'.repeat(9000)}`,
      JSON.stringify({ kind: 1e308 * 10, text: { toString: 1 }, language: [], votes: 'x', number: -1, digits: 1 }),
    ];
    for (const { route, method, path } of await withBody()) {
      for (const body of bodies) {
        const { status } = await json(body, { method, path });
        // Who may not do it at all is told that instead; nothing else may happen.
        expect([route, body.slice(0, 30), status >= 400 && status < 500]).toEqual([route, body.slice(0, 30), true]);
      }
    }
  });

  test('numbers that are none, too large, negative or broken are refused', async () => {
    const path = `/consultations/${made.consultation.id}/ballot`;
    const item = made.passages[0]?.item;
    for (const number of [
      '0',
      '-1',
      '1.5',
      '1e400',
      '-1e400',
      '9007199254740993',
      '1e21',
      '"1"',
      'null',
      '[1]',
      '1e-400',
    ]) {
      expect([
        number,
        (await json(`{"number":${number},"votes":[{"item":${item},"choice":"agree"}]}`, { path })).status,
      ]).toEqual([number, 400]);
    }
    for (const wrong of ['0', '-1', '100001', '1.5', '1e999', '"1"', 'null', '{}']) {
      expect([
        wrong,
        (await json(`{"number":5,"votes":[{"item":${wrong},"choice":"agree"}]}`, { path })).status,
      ]).toEqual([wrong, 400]);
    }
    for (const count of ['0', '21', '-1', '1.5', '1e9', 'x', '', '%20']) {
      const { status } = await send({
        method: 'GET',
        path: `/consultations/${made.consultation.id}/deck?count=${count}`,
      });
      expect([count, status]).toEqual([count, 400]);
    }
  });

  test('a key that names a part of every object changes nothing', async () => {
    const response = await json(
      '{"kind":"suggestion","text":"Proto.","language":"en","__proto__":{"name":"polluted","state":"withheld"},"constructor":1}',
    );
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({ text: 'Proto.', state: 'published' });
    expect(({} as Record<string, unknown>).name).toBeUndefined();
  });

  test('what only the server may set is not taken from what was sent', async () => {
    const forged = {
      ...good,
      id: 'ctr_0000000000000000',
      item: 1,
      state: 'withheld',
      by: 'A'.repeat(22),
      at: '2020-01-01T00:00:00.000Z',
      edited: true,
      imported: true,
      consultation: 'con_0000000000000000',
    };
    const answer = (await (await json(JSON.stringify(forged))).json()) as Record<string, unknown>;
    expect(answer).toMatchObject({
      text: 'Good.',
      state: 'published',
      edited: false,
      at: world.now(),
      consultation: made.consultation.id,
      mine: true,
    });
    expect(answer.id).not.toBe(forged.id);
    expect(answer.imported).toBeUndefined();
  });

  test('a wrong content type is refused: a form of another site cannot be taken for JSON', async () => {
    for (const type of [
      undefined,
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/jsonx',
      'text/json',
      'application/xml',
      '',
    ]) {
      expect([type, (await send({ type, body: JSON.stringify(good) })).status]).toEqual([type, 400]);
    }
    for (const type of ['application/json', 'application/json; charset=utf-8', 'APPLICATION/JSON']) {
      expect([type, (await send({ type, body: JSON.stringify(good) })).status]).toEqual([type, 201]);
    }
  });

  test('64 kB are read, more only where an office sends files and long texts, and one byte more is refused everywhere', async () => {
    const limit = 64 * 1024;
    const padded = (size: number): string => {
      const body = JSON.stringify(good);
      return body + ' '.repeat(size - body.length);
    };
    expect((await json(padded(limit))).status).toBe(201);
    expect((await json(padded(limit + 1))).status).toBe(413);
    const stream = new ReadableStream({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode(padded(limit)));
        controller.enqueue(new TextEncoder().encode(' '));
        controller.close();
      },
    });
    expect((await send({ type: 'application/json', body: stream })).status).toBe(413);
    for (const { route, method, path } of await withBody()) {
      const most = mostBytes(`/api${path}`);
      const response = await json(padded(most + 1), {
        method,
        path,
        headers: { 'content-length': String(most + 1) },
      });
      expect([route, response.status]).toEqual([route, 413]);
    }
  });

  test('the proxy that we ship lets through what the platform takes', () => {
    const proxy = readFileSync(new URL('../../infra/ground/Caddyfile', import.meta.url), 'utf8');
    const through = Number(/max_size (\d+)MB/.exec(proxy)?.[1]) * 1_000_000;
    expect(through).toBeGreaterThan(mostBytes('/api/consultations/con_1/text'));
    expect(through).toBeGreaterThan(mostBytes('/en/c/con_1/desk/text'));
  });

  test('a method or an address that does not exist is "not found", in our own form', async () => {
    for (const [method, path] of [
      ['PUT', '/places'],
      ['GET', '/nothing'],
      ['GET', '/me/'],
      ['POST', '/me/data'],
      ['GET', '//me'],
      ['GET', '/consultations/%E0%A4%A'],
    ] as const) {
      const response = await send({ method, path });
      expect([method, path, response.status]).toEqual([method, path, 404]);
      expect(ProblemDetails.safeParse(await response.json()).success).toBe(true);
    }
  });
});
