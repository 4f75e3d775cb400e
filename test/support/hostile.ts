import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env.EQUAL_SAY_DATA ?? join(import.meta.dirname, '../../../shared/data');

/** The Big List of Naughty Strings and a list of script injections, when they lie beside the checkout. */
export const hostileStrings = (): { naughty: string[]; scripts: string[] } | undefined => {
  const [naughty, scripts] = [join(folder, 'payloads/blns.json'), join(folder, 'payloads/xss-payload-list.txt')];
  if (!existsSync(naughty) || !existsSync(scripts)) return undefined;
  return {
    naughty: JSON.parse(readFileSync(naughty, 'utf8')) as string[],
    scripts: readFileSync(scripts, 'utf8').split('\n').filter(Boolean),
  };
};

/** What no list holds: our own worst. */
export const OWN: readonly string[] = [
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udc00',
  'a\ud83d',
  '\ufffe',
  '\uffff',
  '\u202e',
  '\u2066\u2067\u2068',
  '\u200b',
  '\ufeff',
  '__proto__',
  'constructor',
  'toString',
  '$ref',
  '#pk',
  ':pk',
  'attribute_exists(pk)',
  '{{7*7}}',
  '${7*7}',
  '#{7*7}',
  '<%= 7*7 %>',
  '</script><script>alert(1)</script>',
  '</textarea><img src=x onerror=alert(1)>',
  '<!--',
  ']]>',
  '\r\nSet-Cookie: a=b',
  '%0d%0aSet-Cookie:a=b',
  'e\u0301'.repeat(500),
  'x'.repeat(500),
  'x'.repeat(501),
  '👩‍👩‍👧‍👧'.repeat(71),
  'ﷺ'.repeat(500),
  '\u0344'.repeat(400),
  '[]',
  '{}',
  'null',
  'undefined',
  'NaN',
  '-0',
  '1e400',
  '٠١٢٣',
  'İ',
  'ß',
  'ﬃ',
  '\u1e9e',
  '../../../etc/passwd',
  'file:///etc/passwd',
  'prt_0000000000000000',
  'con_%',
  '0#',
  '1#',
  '#',
  '~',
];

export const inGroups = <Thing>(things: readonly Thing[], size: number): Thing[][] =>
  Array.from({ length: Math.ceil(things.length / size) }, (_, i) => things.slice(i * size, (i + 1) * size));
