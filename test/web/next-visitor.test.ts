import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aBrowser } from '#test/support/browser.ts';
import type { Visitor } from '#test/support/visitor.ts';
import { tooWideWithBigLetters } from '#test/support/layout.ts';

describe('Who sits down next at a device', () => {
  const browser = aBrowser();
  let server: Server;
  const address = () => `http://localhost:${(server.address() as AddressInfo).port}`;
  beforeAll(async () => {
    server = createServer((_, answer) =>
      answer
        .setHeader('Content-Type', 'text/html')
        .end('<!doctype html><meta name=viewport content="width=device-width"><p>Here'),
    );
    await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  });
  afterAll(() => void server.close());

  const sitDown = async () => {
    const visitor = await browser.nextVisitor(address());
    await visitor.page.goto(address());
    return visitor;
  };
  const left = async ({ context, page }: Visitor) => {
    const inPage = await page.evaluate(() => ({
      stored: localStorage.length + sessionStorage.length,
      letters: getComputedStyle(document.documentElement).fontSize,
      wide: innerWidth,
    }));
    return { ...inPage, cookies: await context.cookies(), windows: context.pages().length };
  };
  const asNew = { stored: 0, letters: '16px', wide: 360, cookies: [], windows: 1 };
  let device: unknown;

  test('finds it as new', async () => {
    const visitor = await sitDown();
    const { context, page } = visitor;
    expect(await left(visitor)).toEqual(asNew);
    device = page;
    await context.addCookies([{ name: 'session', value: 'hers', url: address() }]);
    await page.evaluate(() => {
      localStorage.setItem('unsent', 'hers');
      sessionStorage.setItem('held', 'hers');
    });
    await tooWideWithBigLetters(page, 1280);
    await context.newPage();
  });

  test('finds nothing of who sat there before', async () => {
    const visitor = await sitDown();
    expect(visitor.page).toBe(device);
    expect(await left(visitor)).toEqual(asNew);
  });

  test.fails('has somebody before her with whom something went wrong', async () => {
    expect((await sitDown()).page).not.toBe(device);
  });

  test('has another device then', async () => {
    const visitor = await sitDown();
    expect(visitor.page).not.toBe(device);
    expect(await left(visitor)).toEqual(asNew);
  });
});
