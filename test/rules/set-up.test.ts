import { describe, expect, test } from 'vitest';
import { applySetUp } from '#shared/places/changing.ts';
import { SET_UP_GAPS, setUpAdvice, setUpGaps, untranslated, type SetUpGap } from '#shared/places/gaps.ts';
import type { HelpContact, Place } from '#shared/places/schema.ts';
import type { Texts } from '#shared/texts.ts';

const said = (text: string): Texts => ({ en: { text, provenance: 'original' } });
const contact = (kind: HelpContact['kind'], more: Partial<HelpContact> = {}): HelpContact => ({
  kind,
  name: said(kind),
  what: said('Helps.'),
  phone: '112',
  ...more,
});

const WHOLE: Place = {
  id: 'plc_0000000000000000',
  slug: 'somewhere',
  kind: 'city',
  name: said('Somewhere'),
  about: said('A city.'),
  languages: ['en'],
  timeZone: 'Europe/Rome',
  houseRules: said('Be kind.'),
  help: [contact('emergency'), contact('equality-body'), contact('local-desk')],
  privacy: { controller: 'The city', contact: 'privacy@example.org', legalBasis: said('Consent'), retentionMonths: 12 },
  consent: { version: 3, text: said('I agree.') },
  ageOfConsent: 14,
  version: 7,
};

const without = (kind: HelpContact['kind'], more: HelpContact[] = []): Partial<Place> => ({
  help: [...WHOLE.help.filter((one) => one.kind !== kind), ...more],
});

/** What is taken away, and the one gap that this makes. */
const TABLE: [string, Partial<Place>, SetUpGap][] = [
  ['a name', { name: {} }, 'name'],
  ['house rules', { houseRules: {} }, 'house-rules'],
  ['house rules that say something', { houseRules: said('  ') }, 'house-rules'],
  ['an emergency number', without('emergency'), 'help-emergency'],
  ['an equality body', without('equality-body'), 'help-equality-body'],
  ['a desk nearby', without('local-desk'), 'help-local-desk'],
  [
    'a desk nearby that can be reached',
    without('local-desk', [contact('local-desk', { phone: '' })]),
    'help-local-desk',
  ],
  ['a name of the desk', without('local-desk', [contact('local-desk', { name: {} })]), 'help-local-desk'],
  ['a desk of the right kind', without('local-desk', [contact('other')]), 'help-local-desk'],
  ['somebody responsible', { privacy: { ...WHOLE.privacy, controller: ' ' } }, 'controller'],
  ['a way to reach them', { privacy: { ...WHOLE.privacy, contact: '' } }, 'privacy-contact'],
  ['a legal basis', { privacy: { ...WHOLE.privacy, legalBasis: {} } }, 'legal-basis'],
  ['a consent text', { consent: { version: 1, text: {} } }, 'consent'],
];

describe('to residents, before anybody may ask them anything', () => {
  test('a place that has all of it lacks nothing', () => {
    expect(setUpGaps(WHOLE)).toEqual([]);
  });

  test.each(TABLE)('a place without %s says so', (_, change, gap) => {
    expect(setUpGaps({ ...WHOLE, ...change })).toEqual([gap]);
  });

  test('every gap that there is has been tried', () => {
    expect([...new Set(TABLE.map(([, , gap]) => gap))].toSorted()).toEqual(Object.keys(SET_UP_GAPS).toSorted());
  });

  test('an address or a web page reaches somebody as well as a phone', () => {
    for (const way of [{ email: 'desk@example.org' }, { url: 'https://desk.example' }]) {
      const reachable = contact('local-desk', { phone: '', ...way });
      expect(setUpGaps({ ...WHOLE, ...without('local-desk', [reachable]) })).toEqual([]);
    }
  });

  test('a place with fewer than two moderators is told that somebody has to hear appeals, until it names a place', () => {
    const moderation = { premoderation: false, rhythm: 'daily', escalation: { name: 'Police' } } as const;
    expect(setUpAdvice({ moderation }, 1)).toEqual(['appeals-to-nobody']);
    expect(setUpAdvice({ moderation }, 2)).toEqual([]);
    expect(setUpAdvice({ moderation: { ...moderation, appealsTo: WHOLE.id } }, 0)).toEqual([]);
    expect(setUpAdvice({}, 2)).toEqual(['no-escalation']);
  });

  test('texts that lack one of the languages, or were left behind by their original, are named', () => {
    const place: Place = {
      ...WHOLE,
      languages: ['en', 'it'],
      about: { ...WHOLE.about, it: { text: 'Una città.', provenance: 'human' } },
    };
    expect(untranslated(place).map(({ part }) => part)).toEqual(['about', 'rules', 'help', 'privacy', 'consent']);
    const both: Place = {
      ...WHOLE,
      languages: ['en', 'it'],
      houseRules: { ...WHOLE.houseRules, it: { text: 'Gentili.', provenance: 'human' } },
    };
    expect(untranslated(both).find(({ part }) => part === 'rules')).toBeUndefined();
    const changed = applySetUp(both, { part: 'rules', version: 7, houseRules: { en: 'Be brief.', it: 'Gentili.' } });
    expect(untranslated(changed)).toContainEqual({ part: 'rules', languages: ['it'] });
  });
});

describe('to those who agreed to something', () => {
  test('a consent text that changes in any language is a new version, one that says the same is not', () => {
    const change = (text: Partial<Record<'en' | 'it', string>>) =>
      applySetUp(WHOLE, { part: 'consent', version: 7, text }).consent.version;
    expect(change({ en: 'I agree.' })).toBe(3);
    expect(change({ en: 'I agree.', it: '' })).toBe(3);
    expect(change({ en: 'I agree.', it: 'Acconsento.' })).toBe(4);
    expect(change({ en: 'I agree to more.' })).toBe(4);
  });

  test('no other part of the set-up makes a new version', () => {
    const about = applySetUp(WHOLE, { part: 'about', version: 7, name: { en: 'Elsewhere' }, about: { en: 'A town.' } });
    expect(about.consent).toBe(WHOLE.consent);
    expect(about.name.en?.text).toBe('Elsewhere');
  });
});

describe('to coordinators', () => {
  test('one contact changes, comes or goes, and the others stay as they are', () => {
    const given = {
      kind: 'other',
      name: { en: 'Union' },
      what: { en: 'Listens.' },
      phone: '',
      email: '',
      url: 'https://union.example',
    } as const;
    const help = (at: number | undefined, one: typeof given | null) =>
      applySetUp(WHOLE, { part: 'help', version: 7, contact: one, ...(at === undefined ? {} : { at }) }).help;
    expect(help(undefined, given).map(({ kind }) => kind)).toEqual([
      'emergency',
      'equality-body',
      'local-desk',
      'other',
    ]);
    expect(help(undefined, given)[3]).toEqual({
      kind: 'other',
      name: said('Union'),
      what: said('Listens.'),
      url: 'https://union.example',
    });
    expect(help(1, null).map(({ kind }) => kind)).toEqual(['emergency', 'local-desk']);
    expect(help(1, given).map(({ kind }) => kind)).toEqual(['emergency', 'other', 'local-desk']);
    expect(help(0, given).slice(1)).toEqual(WHOLE.help.slice(1));
  });
});
