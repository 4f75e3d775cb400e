import { describe, expect, test } from 'vitest';
import { aBrowser } from '#test/support/browser.ts';
import { MEETINGS } from '#test/support/pages.ts';
import { aRunningTown } from '#test/support/running-town.ts';
import { shapeOf } from '#test/support/shape.ts';

const town = aRunningTown('a random town');
const browser = aBrowser();

/** Far from the town: whoever forgets the place's time zone writes another day here. */
const FAR_AWAY = 'Pacific/Auckland';

/** The router knows nothing of an address that leads nowhere: the browser asks the server for it. */
const ROUTED = MEETINGS.filter(({ name }) => name !== 'an address that leads nowhere');

/** Numbers, dates and directions differ most from the browser's own in Arabic; the full run asks in English, too. */
const LOCALES = process.env.FULL ? (['ar', 'en'] as const) : (['ar'] as const);

describe.each(LOCALES)('A page is the same whoever makes it (%s; every page)', (locale) => {
  test.each(ROUTED)('$file: $name', async ({ at }) => {
    const path = `/${locale}${await at(town())}`;
    const reader = await browser.visitor(town().address, { locale, javaScript: false, device: 'desktop' });
    const visitor = await browser.visitor(town().address, { locale, timeZone: FAR_AWAY, device: 'desktop' });

    await reader.go(path);
    const byServer = await shapeOf(reader.page);

    await visitor.go(path);
    expect(await shapeOf(visitor.page), 'after the script has started').toEqual(byServer);

    const elsewhere = path.endsWith('/return') ? `/${locale}/me` : `/${locale}/return`;
    await visitor.go(elsewhere);
    await visitor.page.evaluate((href) => navigation.navigate(href).finished, path);
    expect(await shapeOf(visitor.page), 'reached by a link').toEqual(byServer);
  });
});
