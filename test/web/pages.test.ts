import { existsSync, globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { directionOf } from '#shared/locales.ts';
import { WHOLE } from '#test/support/locales.ts';
import { PAGES } from '#test/support/pages.ts';
import { ADDRESSES } from '#test/support/addresses.ts';

const FILES = globSync('*/*.page.tsx', { cwd: new URL('../../web', import.meta.url).pathname }).map((file) =>
  file.replace('.page.tsx', ''),
);

test('every page of web/ has a run through axe in every language, and no run is for a page that is gone', () => {
  expect(Object.keys(PAGES).sort()).toEqual(FILES.sort());
});

test('every page of web/ has an address', () => {
  expect([...new Set(ADDRESSES.map(([, file]) => file.slice(2).replace('.page.tsx', '')))].sort()).toEqual(
    FILES.sort(),
  );
});

test('one language of either direction has its own run of everything through axe', () => {
  const without = WHOLE.filter((locale) => !existsSync(new URL(`axe-${locale}.test.ts`, import.meta.url)));
  expect(without).toEqual([]);
  expect(WHOLE.map(directionOf).sort()).toEqual(['ltr', 'rtl']);
});
