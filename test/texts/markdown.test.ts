import { describe, expect, test } from 'vitest';
import { readMarkdown } from '#functions/documents/source/markdown.ts';
import { cutText } from '#shared/documents/splitting.ts';

const read = (text: string) => {
  const source = readMarkdown(text);
  return { ...cutText(source), left: source.left };
};

describe('to the coordinator who pastes a text', () => {
  test('headings, lists, tables, links and notes of Markdown become passages', () => {
    const { title, passages, left } = read(`# Homes for all

What the city *plans*.

## Rents

No rent **rises**[^law] by more
than 3 % a year[^2].

- in the old town
  - along the river

    and its bank
- everywhere else

3. third
4. fourth

[^law]: As the law of 2024 says,
    in its third part.
[^2]: Compare [^law].

## Lifts

| District | Lifts |
| --- | ---: |
| North | 4 |
| South \\| West | *7* |

> See [the plan](https://example.org/plan) and <https://example.org>[^law].

[Write](mailto:a@example.org) to us, or read [this][ref].

[ref]: https://example.org/ref
`);
    expect(title).toBe('Homes for all');
    expect(passages).toEqual([
      { heading: 'Homes for all', text: 'What the city plans.' },
      {
        heading: 'Rents',
        text: 'No rent rises[1] by more than 3 % a year[2].\n\n• in the old town\n  • along the river\n    and its bank\n• everywhere else\n\n3. third\n4. fourth\n\n[1] As the law of 2024 says, in its third part.\n\n[2] Compare [1].',
      },
      {
        heading: 'Lifts',
        text: '| District | Lifts |\n| North | 4 |\n| South \\| West | 7 |\n\nSee the plan (https://example.org/plan) and https://example.org[1].\n\nWrite (mailto:a@example.org) to us, or read this (https://example.org/ref).\n\n[1] As the law of 2024 says, in its third part.',
      },
    ]);
    expect(left).toEqual([]);
  });

  test('a plain text without any sign is paragraphs, in any direction', () => {
    const { title, passages, left } = read('السكن حق للجميع.\n\nRents (الإيجارات) rise.\n\n- [ ] open\n- [x] done');
    expect([title, left]).toEqual([undefined, []]);
    expect(passages).toEqual([
      { heading: 'السكن حق للجميع.', text: 'السكن حق للجميع.\n\nRents (الإيجارات) rise.\n\n• ☐ open\n• ☑ done' },
    ]);
  });

  test('what cannot be kept is said one by one, with its words and its place', () => {
    const { passages, left } = read(`See the map ![of the *district*](map.png "in colour").

<div class="box">Did you know?</div>

Line one<br>line two <b>bold</b>.

[^9]: A note that nobody cites.

[lost]: https://example.org/lost

![a][b]

[b]: pic.png
`);
    expect(passages[0]?.text).toBe('See the map .\n\nLine one\nline two bold.');
    expect(left).toEqual([
      { kind: 'picture', where: 'See the map .', text: 'of the district in colour map.png' },
      { kind: 'markup', where: 'See the map .', text: '<div class="box">Did you know?</div>' },
      { kind: 'markup', where: 'Line one line two bold.', text: '<b>' },
      { kind: 'markup', where: 'Line one line two bold.', text: '</b>' },
      { kind: 'picture', where: 'Line one line two bold.', text: 'a pic.png' },
      { kind: 'note', where: 'Line one line two bold.', text: 'A note that nobody cites.' },
      { kind: 'link', where: 'Line one line two bold.', text: 'lost: https://example.org/lost' },
    ]);
  });
});
