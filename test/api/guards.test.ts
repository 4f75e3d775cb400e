import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aTown, ROUTES, routesOf, type Town } from '#test/support/every-route.ts';
import { someoneIn } from '#test/support/people.ts';
import { everythingStored } from '#test/support/stored.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let town: Town;
beforeAll(async () => {
  world = await aWorld();
  town = await aTown(world);
});
afterAll(() => world.end());

type Asked = { route: string; method: string; path: string; body: unknown };
const everyRoute = (): Promise<Asked[]> =>
  Promise.all(
    Object.entries(ROUTES).map(async ([route, ask]) => {
      const { path, body } = await ask(town, town.scenes.open, town.author, world);
      return { route, method: route.split(' ')[0] ?? '', path, body };
    }),
  );
const send = ({ method, path, body }: Asked, headers: Record<string, string> = {}): Promise<Response> =>
  Promise.resolve(
    world.app.request(`http://localhost/api${path}`, {
      method,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  );
/** Of everything stored, whatever the order in which the engine gives it. */
const fingerprint = async (): Promise<string> => {
  const sorted = (_: string, value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted())
      : value;
  const items = (await everythingStored(world)).map((item) => JSON.stringify(item, sorted)).toSorted();
  return createHash('sha256').update(items.join('\n')).digest('hex');
};
const signedIn = () => ({ cookie: town.author.cookie() ?? '' });

describe('to somebody signed in who visits another site', () => {
  test('nothing that changes anything can be sent from there in her name, on any route', async () => {
    const changing = (await everyRoute()).filter(({ method }) => method !== 'GET');
    const before = await fingerprint();
    const foreign: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'anything' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://localhost.evil.example' },
      { origin: 'http://localhost:81' },
      { 'sec-fetch-site': 'cross-site', origin: 'http://localhost' },
    ];
    for (const asked of changing) {
      for (const headers of foreign) {
        const response = await send(asked, { ...signedIn(), ...headers });
        expect([asked.route, headers, response.status, ((await response.json()) as { code: string }).code]).toEqual([
          asked.route,
          headers,
          403,
          'cross-site-request',
        ]);
      }
    }
    expect(await fingerprint()).toBe(before);
  });

  test('from our own pages, from the address bar and from programs it works', async () => {
    const settings = (await everyRoute()).find(({ route }) => route === 'PUT /api/me/settings');
    if (!settings) throw new Error('no such route');
    for (const headers of [
      { 'sec-fetch-site': 'same-origin' },
      { 'sec-fetch-site': 'none' },
      { origin: 'http://localhost' },
      {},
    ] as Record<string, string>[]) {
      expect([headers, (await send(settings, { ...signedIn(), ...headers })).status]).toEqual([headers, 204]);
    }
  });

  test('reading from another site gives it nothing it could read: no answer allows another origin', async () => {
    for (const asked of (await everyRoute()).filter(({ method }) => method === 'GET')) {
      const response = await send(asked, { ...signedIn(), origin: 'https://evil.example' });
      expect([asked.route, response.headers.get('access-control-allow-origin')]).toEqual([asked.route, null]);
      expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    }
  });
});

describe('to somebody who shares a computer or a network', () => {
  test('with her session every answer is hers alone and kept nowhere', async () => {
    for (const asked of (await everyRoute()).filter(({ method }) => method === 'GET')) {
      const response = await send(asked, signedIn());
      expect([asked.route, response.headers.get('cache-control')]).toEqual([
        asked.route,
        expect.stringMatching(/no-store/),
      ]);
    }
  });

  test('without a session what is public may be kept half a minute, what is personal and every refusal is not', async () => {
    const notPublic = ['GET /api/me', 'GET /api/me/data', 'GET /api/proof'];
    for (const asked of (await everyRoute()).filter(({ method }) => method === 'GET')) {
      const response = await send(asked);
      const cache = response.headers.get('cache-control') ?? '';
      if (response.status === 200 && !notPublic.includes(asked.route)) {
        expect([asked.route, cache, response.headers.get('vary')]).toEqual([
          asked.route,
          'public, max-age=0, s-maxage=30',
          expect.stringContaining('Cookie'),
        ]);
      } else expect([asked.route, cache]).toEqual([asked.route, expect.stringMatching(/no-store/)]);
    }
  });

  test('what changes something is never kept, and neither is an answer that opens a session', async () => {
    for (const asked of (await everyRoute()).filter(
      ({ method, route }) => method !== 'GET' && !route.startsWith('DELETE'),
    )) {
      const response = await send(asked);
      expect([asked.route, response.headers.get('cache-control')]).toEqual([
        asked.route,
        expect.stringMatching(/no-store/),
      ]);
    }
  });
});

describe('to everybody whose browser shows an answer', () => {
  test('every answer, refusals too, forbids frames, foreign scripts, guessing of types and sending our addresses on', async () => {
    const asked = [
      ...(await everyRoute()).filter(({ method }) => method === 'GET'),
      { route: 'none', method: 'GET', path: '/nothing', body: undefined },
    ];
    for (const each of asked) {
      const { headers } = await send(each);
      expect(headers.get('content-security-policy')).toMatch(
        /default-src 'none'.*script-src 'self'.*frame-ancestors 'none'/,
      );
      expect(headers.get('content-security-policy')).not.toMatch(/unsafe|nonce|\*/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);
      expect(headers.get('permissions-policy')).toMatch(/camera=\(\)/);
      expect(headers.get('x-powered-by') ?? headers.get('server')).toBeNull();
    }
  });
});

describe('to somebody who builds something with the API', () => {
  type Operation = {
    summary?: string;
    operationId?: string;
    parameters?: { name: string; in: string; required?: boolean; schema?: unknown }[];
    requestBody?: { content: Record<string, { schema?: unknown }> };
    responses: Record<string, { description?: string }>;
  };
  type Description = {
    openapi: string;
    info: { title?: string; version?: string };
    servers: { url: string }[];
    paths: Record<string, Record<string, Operation>>;
    components?: { schemas?: Record<string, unknown> };
  };
  const describeApi = async () => (await (await world.app.request('/api/openapi.json')).json()) as Description;

  test('the description is OpenAPI 3.1 and names every route, its parameters, what it reads and what it answers', async () => {
    const api = await describeApi();
    expect(api.openapi).toBe('3.1.0');
    expect(api.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    const described = Object.entries(api.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} /api${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    );
    const there = routesOf(world).filter((route) => route !== 'GET /api/openapi.json');
    expect(described.toSorted()).toEqual(there.toSorted());
    const ids = new Set<string>();
    for (const [path, methods] of Object.entries(api.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        const name = `${method} ${path}`;
        const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
        const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
        expect([name, declared.map((parameter) => parameter.name).toSorted()]).toEqual([name, inPath.toSorted()]);
        for (const parameter of declared) expect([name, parameter.required]).toEqual([name, true]);
        expect([name, operation.summary?.length]).toEqual([name, expect.any(Number)]);
        if (operation.operationId) ids.add(operation.operationId);
        expect(Object.keys(operation.responses)).toContain('default');
        for (const [status, response] of Object.entries(operation.responses)) {
          expect([name, status]).toEqual([name, expect.stringMatching(/^(default|[1-5]\d\d)$/)]);
          expect(response.description).toBeTruthy();
        }
      }
    }
    expect(ids.size).toBe(described.length);
    const reads = (await everyRoute()).filter(({ body }) => body !== undefined);
    for (const { route } of reads) {
      const [method = '', path = ''] = route.split(' ');
      const operation = api.paths[path.replace('/api', '').replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
      expect([route, operation?.requestBody?.content['application/json']?.schema]).toEqual([route, expect.any(Object)]);
    }
  });

  test('every schema in it is one, and points only to what is there', async () => {
    const api = await describeApi();
    const types = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'];
    const wrong: string[] = [];
    const check = (value: unknown, path: string): void => {
      if (Array.isArray(value)) return value.forEach((item, i) => check(item, `${path}/${i}`));
      if (typeof value !== 'object' || value === null) return;
      const { type, $ref, required, properties } = value as {
        type?: string | string[];
        $ref?: unknown;
        required?: unknown;
        properties?: object;
      };
      if (path.endsWith('/schema') || /\/(properties|items)\/[^/]+$/.test(path)) {
        for (const one of [type].flat())
          if (one !== undefined && !types.includes(one)) wrong.push(`${path}: type ${one}`);
        if (Array.isArray(required) && properties)
          for (const key of required)
            if (!Object.hasOwn(properties, String(key))) wrong.push(`${path}: ${String(key)}`);
      }
      if (
        typeof $ref === 'string' &&
        !Object.hasOwn(api.components?.schemas ?? {}, $ref.replace('#/components/schemas/', ''))
      )
        wrong.push(`${path}: ${$ref}`);
      for (const [key, inner] of Object.entries(value)) check(inner, `${path}/${key}`);
    };
    check(api.paths, '');
    expect(wrong).toEqual([]);
  });
});

describe('to everybody whose private words pass through', () => {
  test('one line for each request, with its route, how it ended and how long it took, and nothing else', async () => {
    const asked = await everyRoute();
    const from = world.logged.length;
    for (const each of asked.filter(({ method }) => method === 'GET')) await send(each, signedIn());
    const lines = world.logged.slice(from);
    expect(lines).toHaveLength(asked.filter(({ method }) => method === 'GET').length);
    for (const line of lines) {
      expect(Object.keys(line).toSorted()).toEqual([
        'level',
        'message',
        'method',
        'milliseconds',
        'request',
        'route',
        'status',
      ]);
      expect(line.route).toMatch(/^\/api\/[\w/:.*-]+$/);
    }
  });

  test('a canary in every field, path, query, header and cookie is found in no line of the log', async () => {
    const canary = 'Kanarienvogel';
    const headers = {
      'user-agent': canary,
      referer: `https://x.example/${canary}`,
      'x-forwarded-for': canary,
      'accept-language': canary,
      'x-locale': canary,
      'x-anything': canary,
    };
    const poisoned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(poisoned);
      if (typeof value === 'object' && value !== null)
        return {
          ...Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, poisoned(inner)])),
          [canary]: canary,
        };
      return typeof value === 'string' ? canary : value;
    };
    const from = world.logged.length;
    for (const asked of await everyRoute()) {
      if (asked.route.startsWith('DELETE')) continue;
      const bodies =
        asked.body === undefined
          ? [undefined]
          : [
              asked.body,
              poisoned(asked.body),
              canary,
              { ...(asked.body as object), text: canary, name: canary, reason: canary },
            ];
      for (const body of bodies) {
        for (const path of [
          asked.path,
          `${asked.path}?q=${canary}&cursor=${canary}&order=${canary}`,
          asked.path.replaceAll(/_[0-9a-z]{16}/g, `_${canary}`),
          `${asked.path}/${canary}`,
        ]) {
          for (const cookie of [town.author.cookie() ?? '', `__Host-session=${canary}; other=${canary}`]) {
            const response = await send({ ...asked, path, body }, { ...headers, cookie });
            expect(response.status).toBeLessThan(500);
          }
        }
      }
    }
    const broken = world.beside();
    const fail = (): Promise<never> =>
      Promise.reject(Object.assign(new Error(`${canary} failed`), { name: 'ValidationException' }));
    broken.storage = { ...broken.storage, client: { send: fail } as never, documents: { send: fail } as never };
    expect((await broken.app.request(`/api/places/${canary.toLowerCase()}`)).status).toBe(500);
    const log = JSON.stringify([...world.logged.slice(from), ...broken.logged]);
    expect(log.length).toBeGreaterThan(1000);
    expect(log.toLowerCase()).not.toContain(canary.toLowerCase());
    expect(log).not.toContain(town.author.cookie()?.split('=')[1]);
  });

  test('no card number, token, pseudonym or participant stands in the log of everything done so far', async () => {
    const reader = someoneIn(world);
    await reader.join(town.scenes.open.consultation.id);
    const { digits } = await reader.ask<{ digits: string }>('POST', '/me/card');
    await someoneIn(world).ask('POST', '/sessions', { digits });
    const log = JSON.stringify(world.logged);
    expect(log).not.toContain(digits);
    expect(log).not.toMatch(/prt_|ses_[0-9a-z]{16}|__Host/);
    for (const { item } of (await everythingStored(world)).filter(({ table }) => table === 'ballots'))
      expect(log).not.toContain(String(item.sk).padEnd(10, '?'));
  });
});
