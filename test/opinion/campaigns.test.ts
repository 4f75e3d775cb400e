import { describe, expect, test } from 'vitest';
import { campaignsOf, mergeCandidates, type Campaign } from '#shared/opinion/campaigns.ts';
import { seeded, type Random } from '#shared/opinion/random.ts';
import { isTypingError, likeness, wordsOf, type Wording } from '#shared/opinion/wordings.ts';

const choose = <T>(from: readonly T[], random: Random): T => from[random.below(from.length)]!;

/** Parts of made-up suggestions: each campaign is a template of five slots with several wordings each. */
const openings = [
  'We ask the city to',
  'The city should',
  'Please',
  'The council must',
  'I want the city to',
  'It is time to',
];
const acts =
  'open build repair fund extend close translate staff light measure paint move clean rename heat shade fence widen insure audit plant rent share guard'.split(
    ' ',
  );
const things = [
  'night shelter',
  'swimming pool',
  'tram line',
  'youth library',
  'language course',
  'health centre',
  'playground',
  'bicycle garage',
  'market hall',
  'advice desk',
  'music school',
  'river path',
  'ticket machine',
  'kindergarten',
  'sports field',
  'community kitchen',
  'drinking fountain',
  'dog park',
  'repair workshop',
  "women's refuge",
  'noise barrier',
  'dental clinic',
  'seed garden',
  'crossing',
  'taxi rank',
  'public toilet',
  'bus shelter',
  'evening school',
  'skate park',
  'housing office',
];
const places = [
  'by the station',
  'in the old harbour',
  'behind the town hall',
  'near our school',
  'on the north bank',
  'in every district',
  'beside the cemetery',
  'at the university',
  'around the hospital',
  'along the ring road',
  'under the viaduct',
  'opposite the mosque',
  'next to the fire brigade',
  'in the garden quarter',
  'at the border of the two parishes',
  'where the brewery stood',
  'on the market square',
  'in both suburbs',
  'below the castle',
  'between the two canals',
];
const reasons = [
  'because families cannot afford the private one',
  'so that people who work nights can use it',
  'since the present one has been shut for years',
  'because nobody there speaks our languages',
  'so that wheelchairs get through',
  'as promised before the last election',
  'because children wait there in the dark',
  'so that newcomers find their way',
  'since the queue reaches the street',
  'because the heat is unbearable in summer',
  'to take pressure off the volunteers',
  'as other towns of our size have done',
  'because the lease runs out in spring',
  'so that widows are not left alone',
  'since the flood destroyed the first',
  'because it would cost less than the fair',
  'to honour those who asked for it in vain',
  'because landlords refuse us otherwise',
  'so that apprentices arrive on time',
  'since the last study found mould',
];

/** One in two is a bare wish; the others give a reason in words of their own. */
function honest(nth: number, random: Random): Wording {
  const wish = `${choose(acts, random)} the ${choose(things, random)} ${choose(places, random)}`;
  const own = Array.from({ length: 8 }, () => choose(reasons.join(' ').split(' '), random)).join(' ');
  const text = random.next() < 0.5 ? wish : `${choose(openings, random)} ${wish}, ${own}`;
  return { id: `h${String(nth).padStart(5, '0')}`, language: 'en', text };
}

/** A campaign's letter: three of its five parts are handed out in several wordings. */
const letter = {
  openings: ['Dear councillors, stop the', 'Councillors, please stop the', 'Dear council, we say stop the'],
  body: 'rebuilding of the east bridge before the traffic study is published',
  closings: [
    'for the sake of our neighbourhood',
    'for our neighbourhood',
    'in the name of our neighbourhood and its shops',
  ],
  signs: ['Thank you', 'Sincerely', 'Thanks'],
};

function typed(text: string, slips: number, random: Random): string {
  let now = text;
  for (let i = 0; i < slips; i++) {
    const at = 1 + random.below(now.length - 2);
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    const kinds = [
      now.slice(0, at) + now.slice(at + 1),
      now.slice(0, at) + letters.charAt(random.below(26)) + now.slice(at),
      now.slice(0, at) + now[at + 1]! + now[at]! + now.slice(at + 2),
      now.slice(0, at) + letters.charAt(random.below(26)) + now.slice(at + 1),
    ];
    now = choose(kinds, random);
  }
  return random.next() < 0.2 ? now.toUpperCase() : now;
}

function copy(nth: number, random: Random): Wording {
  const text = [
    choose(letter.openings, random),
    letter.body,
    choose(letter.closings, random),
    choose(letter.signs, random),
  ].join(' ');
  return { id: `c${String(nth).padStart(5, '0')}`, language: 'en', text: typed(text, random.below(4), random) };
}

describe('a copied campaign', () => {
  const random = seeded(7);
  const copies = Array.from({ length: 1000 }, (_, nth) => copy(nth, random));
  const others = Array.from({ length: 1500 }, (_, nth) => honest(nth, random));
  const began = performance.now();
  const campaigns = campaignsOf([...copies, ...others]);
  const took = performance.now() - began;

  test('of a thousand letters appears once, with at least 950 of them and no more than 1 % of other texts', () => {
    const largest = campaigns[0]!;
    const caught = largest.copies.filter((id) => id.startsWith('c')).length;
    console.log(`campaign ×${largest.copies.length}, recall ${caught / 10} %, ${took.toFixed(0)} ms for 2,500 texts`);
    expect(caught).toBeGreaterThanOrEqual(950);
    expect(largest.copies.length - caught).toBeLessThanOrEqual(0.01 * others.length);
  });

  test('is not seen where people only want similar things', () => {
    const texts = new Map(others.map(({ id, text }) => [id, text]));
    const differs = ({ id, copies: ids }: Campaign): number =>
      ids.filter((other) => isAnotherWish(texts.get(id)!, texts.get(other)!)).length;
    const wrong = campaigns.filter(({ id }) => id.startsWith('h')).reduce((sum, one) => sum + differs(one), 0);
    console.log(`false merges: ${wrong} of ${others.length}`);
    expect(wrong).toBeLessThanOrEqual(0.01 * others.length);
  });

  /** Another act or another thing is another wish, however alike the sentences are. */
  function isAnotherWish(a: string, b: string): boolean {
    return [acts, things].some((part) => part.find((one) => a.includes(one)) !== part.find((one) => b.includes(one)));
  }

  test('is the same in any order', () => {
    const some = [...others.slice(0, 300), ...copies.slice(0, 200)];
    expect(campaignsOf(some.toReversed())).toEqual(campaignsOf(some));
  });

  test('never spans languages', () => {
    const text = 'Bitte mehr Licht auf dem Weg zum Bahnhof und mehr Bänke im Park';
    const same = ['de', 'de', 'nl'].map((language, nth) => ({ id: `x${nth}`, language, text }));
    expect(campaignsOf(same)).toEqual([{ id: 'x0', copies: ['x0', 'x1'] }]);
  });

  test('is found in scripts without spaces and with accents', () => {
    const texts = [
      '请在火车站附近增加更多的路灯和长椅',
      '请在火车站附近增加更多路灯和长椅',
      'Más árboles y sombra en la plaza mayor, por favor',
      'mas arboles y sombra en la plaza mayor por favor!',
    ];
    const wordings = texts.map((text, nth) => ({ id: `s${nth}`, language: nth < 2 ? 'zh' : 'es', text }));
    expect(campaignsOf(wordings).map(({ copies: ids }) => ids)).toEqual([
      ['s0', 's1'],
      ['s2', 's3'],
    ]);
  });
});

describe('candidates for merging', () => {
  const wording = (id: string, text: string): Wording => ({ id, language: 'en', text });

  test('are suggestions in nearly the same words, most alike first, and each campaign takes part once', () => {
    const found = mergeCandidates([
      wording('a', 'More benches along the river path for older people'),
      wording('b', 'More benches and some shade along the river for older people'),
      wording('c', 'A night bus to the hospital'),
      wording('d', 'The library should stay open on Sundays'),
      wording('e', 'The library should stay open on Sundays!'),
    ]);
    expect(found.map(({ a, b }) => a + b)).toEqual(['ab']);
    expect(found.every(({ likeness: alike }) => alike >= 0.55 && alike <= 1)).toBe(true);
  });

  test('are nothing among texts without words', () => {
    expect(mergeCandidates([wording('a', '!!!'), wording('b', '???'), wording('c', '')])).toEqual([]);
    expect(campaignsOf([wording('a', '!!!'), wording('b', '???')])).toEqual([]);
  });
});

test('a typing error is one slip in a word of four letters, two in a long one, and never another short word', () => {
  expect(isTypingError('council', 'councli')).toBe(true);
  expect(isTypingError('council', 'cuoncli')).toBe(false);
  expect(isTypingError('neighbourhood', 'nieghborhood')).toBe(true);
  expect(isTypingError('bus', 'but')).toBe(false);
});

test('likeness is between 0 and 1, the same both ways, and 1 for the same words in another order', () => {
  const [a, b] = [wordsOf('Safe routes to school'), wordsOf('to SCHOOL: safe, routes')];
  expect(likeness(a, b)).toBe(1);
  const other = wordsOf('Safe roads to school');
  expect(likeness(a, other)).toBe(likeness(other, a));
  expect(likeness(a, wordsOf('Mehr Bäume'))).toBe(0);
});
