import { describe, expect, test } from 'vitest';
import { filesOf } from './support/imports.ts';

const files = filesOf('test').filter(({ path }) => path !== 'test/waiting.test.ts' && !path.startsWith('test/bench/'));
/** The files with something of this sort in them, but for those where it has its place. */
const holding = (sort: RegExp, ...places: string[]): string[] =>
  files.filter(({ path, text }) => sort.test(text) && !places.includes(path)).map(({ path }) => path);

const READ = 'innerText|textContent|allInnerTexts|allTextContents|count|inputValue|isVisible|isChecked|getAttribute';
const READ_ONCE = new RegExp(String.raw`expect\(\s*\(?\s*await [^;]*\.(?:${READ}|evaluate|evaluateAll)\(`);

describe('to whoever relies on the tests on a slow machine', () => {
  test('nothing is read once from a page that may still be the one before: it is polled until it says so', () => {
    expect(holding(READ_ONCE)).toEqual([]);
  });

  test('no address is taken for its page: a visitor arrives', () => {
    expect(holding(/\bwaitForURL\(/, 'test/support/visitor.ts')).toEqual([]);
  });

  test('nobody waits for a time, or for silence', () => {
    expect(holding(/\bwaitForTimeout\(/)).toEqual([]);
    expect(holding(/'networkidle'/, 'test/support/hold-back.ts')).toEqual([]);
  });

  test('nothing is drawn by chance that is not drawn again in the next run', () => {
    expect(holding(/\bMath\.random\(/)).toEqual([]);
  });
});
