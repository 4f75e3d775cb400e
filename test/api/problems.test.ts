import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { revokeBatch } from '#functions/batches/service.ts';
import { makeCard } from '#functions/participants/cards.ts';
import type { BatchView } from '#shared/batches/schema.ts';
import type { Place } from '#shared/places/schema.ts';
import { PROBLEM_CODES, PROBLEMS, ProblemDetails, type ProblemCode } from '#shared/problems.ts';
import { DAY, later, MINUTE, SECOND } from '#shared/time.ts';
import { someCards } from '#test/support/batches.ts';
import { MOST_PASSKEYS } from '#shared/passkeys/rules.ts';
import type { MyKeys } from '#shared/passkeys/schema.ts';
import { fileAt, handOver } from '#test/support/auditing.ts';
import { anAuthenticator, makePasskey, signInWith } from '#test/support/authenticator.ts';
import { aConsultation, aPlace, aStaffMember, type TestConsultation } from '#test/support/builders.ts';
import { publishedResult } from '#test/support/count.ts';
import { aParticipant, firstItem, someoneIn } from '#test/support/people.ts';
import type { Resident } from '#test/support/resident.ts';
import { aDrafter, type Drafter } from '#test/support/versions.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let made: TestConsultation;
let anna: Resident;
let coordinator: Resident;
beforeAll(async () => {
  world = await aWorld({ limits: { reply: { points: 0, duration: MINUTE }, card: { points: 0, duration: MINUTE } } });
  made = await aConsultation(world, { phase: 'deliberating' });
  anna = await aParticipant(world, made.consultation);
  coordinator = someoneIn(world);
  coordinator.useCookie(`__Host-session=${(await aStaffMember(world, made.place, 'coordinator')).token}`);
});
afterAll(() => world.end());

const at = (rest = ''): string => `/consultations/${made.consultation.id}${rest}`;
const suggestion = { kind: 'suggestion', text: 'Words.', language: 'en' };
const change = (more: object) =>
  coordinator.send('POST', at('/phases'), {
    to: 'drafting',
    at: later(world.now(), 2 * MINUTE),
    reason: 'Because.',
    version: 1,
    ...more,
  });
const dates = (resultDates: string[]) => {
  const stages = made.consultation.stages.filter(({ from }) => from > world.now());
  return coordinator.send('PUT', at('/dates'), { version: 1, stages, resultDates });
};
const sendText = (more: object) =>
  coordinator.send('POST', at('/text'), {
    mode: 'replace',
    format: 'markdown',
    language: 'en',
    kind: 'strategy',
    version: 0,
    text: 'One part.',
    ...more,
  });
const publishing = { version: 1, withoutText: false, withoutTranslations: false };
const aDraft = () => aConsultation(world, { draft: true });
const asCoordinator = async (
  { place, consultation }: TestConsultation,
  ...[method, path, body]: [string, string, object]
) => {
  const person = someoneIn(world);
  person.useCookie(`__Host-session=${(await aStaffMember(world, place, 'coordinator')).token}`);
  return person.send(method, `/consultations/${consultation.id}${path}`, body);
};
const joining = { consentVersion: 1, oldEnough: true, locale: 'en', reads: ['en'] };

/** Somebody's own words in a consultation where suggesting is open, and what she does with them. */
const withOwnWords = async (
  act: (who: Resident, path: string, item: number) => Promise<Response>,
): Promise<Response> => {
  const open = await aConsultation(world);
  const author = await aParticipant(world, open.consultation);
  const { id, item } = await author.suggest(open.consultation.id, 'Words.');
  return act(author, `/consultations/${open.consultation.id}/contributions/${id}`, item);
};

/** What a drafter does with the place of a suggestion among others. */
const onSuggestion = async (act: (path: string, id: string) => [string, string, object?]): Promise<Response> => {
  const open = await aConsultation(world);
  const { id } = await (await aParticipant(world, open.consultation)).suggest(open.consultation.id, 'Words.');
  const drafter = someoneIn(world);
  drafter.useCookie(`__Host-session=${(await aStaffMember(world, open.place, 'drafter')).token}`);
  return drafter.send(...act(`/consultations/${open.consultation.id}/suggestions/${id}/merge`, id));
};

/** What a drafter does with a draft that has just begun; somebody has spoken about two words of its first passage. */
const withDraft = async (act: (drafter: Drafter, passage: string) => Promise<Response>): Promise<Response> => {
  const other = await aWorld();
  const drafted = await aConsultation(other);
  const passage = drafted.passages[0]?.id;
  const anchor = { quote: 'thing 1', before: '', after: '', language: 'en' as const };
  const author = await aParticipant(other, drafted.consultation);
  await author.suggest(drafted.consultation.id, 'Not this one.', { ...(passage && { passage }), anchor });
  other.pass(20 * DAY);
  const drafter = await aDrafter(other, drafted);
  await drafter.begin();
  const response = await act(drafter, passage ?? '');
  await other.end();
  return response;
};

/** A handed card is used after something has happened to it, in a world where nobody is asked for work. */
const withHandedCard = async (
  happens: (other: TestWorld, place: Place, use: () => Promise<Response>, batch: BatchView) => Promise<void>,
): Promise<Response> => {
  const other = await aWorld();
  const place = await aPlace(other);
  const { batch, digits } = await someCards(other, place);
  const use = () => someoneIn(other).send('POST', '/sessions', { digits: digits[0] });
  await happens(other, place, use, batch);
  const response = await use();
  await other.end();
  return response;
};

/** A store that answers every question with this error. */
const whileStoreFails = async (name: string): Promise<Response> => {
  const broken = world.beside();
  const fail = () => Promise.reject(Object.assign(new Error('quoting a private word'), { name }));
  broken.storage = {
    ...broken.storage,
    client: { send: fail } as never,
    documents: { send: fail } as never,
  };
  return broken.app.request('/api/places');
};

/** A way to meet each problem. The few that the API itself never gives say why. */
const WAYS: Record<ProblemCode, (() => Promise<Response>) | string> = {
  'invalid-request': () => anna.send('POST', at('/ballot'), {}),
  'not-signed-in': () => someoneIn(world).send('GET', '/me/data'),
  'role-missing': () => anna.send('GET', `/places/${made.place.slug}/ledger`),
  'passkey-needed': async () => {
    const other = await aWorld();
    const place = await aPlace(other);
    const byCard = someoneIn(other);
    const { actor } = await aStaffMember(other, place, 'analyst');
    await byCard.ask('POST', '/sessions', { digits: await makeCard(other, actor) });
    const response = await byCard.send('GET', `/places/${place.slug}/ledger`);
    await other.end();
    return response;
  },
  'cross-site-request': async () =>
    world.app.request('/api/proof', { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } }),
  'not-the-author': () => withOwnWords(async (_, path) => anna.send('DELETE', path)),
  'consent-missing': async () =>
    anna.send('GET', `/consultations/${(await aConsultation(world)).consultation.id}/deck`),
  'door-not-open': () => coordinator.send('POST', at('/ballot'), { number: 1, votes: [{ item: 1, choice: 'agree' }] }),
  'consent-outdated': () => someoneIn(world).send('POST', at('/join'), { ...joining, consentVersion: 7 }),
  'not-found': () => anna.send('GET', '/places/nowhere'),
  'method-not-allowed': 'only pages answer it',
  'consultation-in-preparation': async () => {
    const { consultation, place } = await aConsultation(world, { phase: 'preparing' });
    const staff = someoneIn(world);
    staff.useCookie(`__Host-session=${(await aStaffMember(world, place, 'drafter')).token}`);
    return staff.send('POST', `/consultations/${consultation.id}/contributions`, suggestion);
  },
  'consultation-closed': async () =>
    anna.send(
      'POST',
      `/consultations/${(await aConsultation(world, { phase: 'closed' })).consultation.id}/contributions`,
      suggestion,
    ),
  'phase-has-passed': () => anna.send('POST', at('/contributions'), suggestion),
  'not-in-this-phase':
    'a second round is planned only by an importer or a later issue; the rule is tested in rules/phases',
  'results-not-yet-public': () => anna.send('GET', at('/results')),
  'edit-time-over': () =>
    withOwnWords((who, path) => {
      world.pass(15 * MINUTE + 1);
      return who.send('PATCH', path, { text: 'Late.' });
    }),
  'already-withdrawn': () =>
    withOwnWords(async (who, path) => {
      await who.send('DELETE', path);
      return who.send('DELETE', path);
    }),
  'still-editable': () =>
    withOwnWords((who, path, item) =>
      who.send('POST', path.replace(/contributions.*/, 'ballot'), { number: 1, votes: [{ item, choice: 'pass' }] }),
    ),
  'phase-not-next': () => change({ to: 'closed' }),
  'too-soon': () => change({ at: later(world.now(), 59 * SECOND) }),
  'after-the-following-date': () => change({ at: later(world.now(), 300 * 24 * 60 * MINUTE) }),
  'changed-meanwhile': () => change({ version: 9 }),
  'not-ready': async () => asCoordinator(await aDraft(), 'POST', '/publication', publishing),
  'already-published': () => coordinator.send('POST', at('/publication'), publishing),
  'wording-removed': () => coordinator.send('PATCH', at(), { version: 1, title: { en: '' } }),
  'language-in-use': () => coordinator.send('PATCH', at(), { version: 1, languages: ['it'] }),
  'door-in-use': () => coordinator.send('PATCH', at(), { version: 1, doors: ['proved'] }),
  'belonging-in-use': () => coordinator.send('PATCH', at(), { version: 1, belonging: null }),
  'result-dates-fixed': () => dates([later(world.now(), DAY)]),
  'result-dates-outside': () => dates([later(world.now(), 300 * DAY)]),
  'passage-not-there': () =>
    withDraft(({ who, at: path }, passage) =>
      who.send('POST', path('/order'), { act: 'restore', passage, version: 1 }),
    ),
  'nothing-changed': () =>
    withDraft(async ({ who, at: path, note }) => {
      await note();
      return who.send('POST', path('/publication'), { version: 2, leftOut: 'Later.' });
    }),
  'words-unplaced': () =>
    withDraft(async ({ who, at: path, note, rework }, passage) => {
      await rework(passage, 'Nothing of this.');
      await note();
      return who.send('POST', path('/publication'), { version: 2, leftOut: 'Later.' });
    }),
  'text-is-open': () => sendText({}),
  'passages-differ': () => sendText({ mode: 'translation', language: 'it' }),
  'source-not-readable': () => sendText({ mode: 'translation', format: 'docx', file: 'AAAA' }),
  'source-too-long': () => sendText({ mode: 'translation', text: '# A\n\na\n\n'.repeat(200) }),
  'last-coordinator': async () => {
    const alone = someoneIn(world);
    alone.useCookie(`__Host-session=${(await aStaffMember(world, await aPlace(world), 'coordinator')).token}`);
    return alone.send('DELETE', '/me');
  },
  'last-passkey': async () => {
    const staff = someoneIn(world);
    staff.useCookie(`__Host-session=${(await aStaffMember(world, made.place, 'drafter')).token}`);
    await makePasskey(staff, anAuthenticator());
    const { passkeys } = await staff.ask<MyKeys>('GET', '/me/keys');
    return staff.send('DELETE', `/me/passkeys/${passkeys[0]?.id}`);
  },
  'enough-passkeys': async () => {
    const staff = someoneIn(world);
    staff.useCookie(`__Host-session=${(await aStaffMember(world, made.place, 'drafter')).token}`);
    for (let i = 0; i < MOST_PASSKEYS; i++) await makePasskey(staff, anAuthenticator());
    return staff.send('POST', '/me/passkeys/options');
  },
  'passkey-not-known': async () => {
    const device = anAuthenticator();
    device.register({ challenge: '', rp: { id: 'localhost' } });
    return signInWith(someoneIn(world), device);
  },
  'passkey-not-valid': () => makePasskey(coordinator, anAuthenticator('http://evil.example')),
  'code-not-known': () => someoneIn(world).send('POST', '/sessions/code', { code: 'abcd-efgh-jkmn' }),
  'link-over': () => someoneIn(world).send('GET', `/answering/${'x'.repeat(43)}`),
  'file-too-large': async () => {
    const other = await aWorld();
    const finished = await aConsultation(other);
    await publishedResult(other, finished);
    const staff = someoneIn(other);
    staff.useCookie(`__Host-session=${(await aStaffMember(other, finished.place, 'coordinator')).token}`);
    const file = fileAt(await handOver(staff, finished.consultation.id));
    other.largestAnswer = 100;
    const refused = await someoneIn(other).send('POST', file);
    await other.end();
    return refused;
  },
  'not-accepted': () =>
    asCoordinator(made, 'POST', '/measures', {
      passage: made.passages[0]?.id,
      title: { en: 'Lifts' },
      owner: 'Housing office',
      deadline: '2027-01-31',
      indicator: { en: 'Lifts built' },
      target: {},
    }),
  'invitation-over': () => someoneIn(world).send('GET', `/invitations/${'x'.repeat(43)}`),
  'card-not-known': async () => {
    const other = await aWorld();
    const response = await other.app.request('/api/sessions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"digits":"0000000000000000"}',
    });
    await other.end();
    return response;
  },
  'card-used': () => withHandedCard(async (_, __, use) => void (await use())),
  'card-expired': () => withHandedCard(async (other) => other.pass(365 * DAY)),
  'card-revoked': () =>
    withHandedCard(async (other, place, _, { number, version }) => {
      const { actor } = await aStaffMember(other, place, 'coordinator');
      await revokeBatch(other, actor, place.slug, number, { reason: 'Lost.', version });
    }),
  'already-merged': () => onSuggestion((path, into) => ['PUT', path, { into, version: 0 }]),
  'not-merged': () => onSuggestion((path) => ['DELETE', `${path}?version=0`]),
  'batch-too-small': 'needs a count of a few ballots: api/batches-in-results',
  'too-large': () => anna.send('POST', at('/ballot'), 'x'.repeat(70_000)),
  'too-many-requests': () => anna.send('POST', at(`/threads/${made.passages[0]?.id}`), { text: 'Hm.', language: 'en' }),
  'proof-needed': () => someoneIn(world).send('POST', '/sessions', { digits: '0000000000000000' }),
  'proof-not-valid': () => someoneIn(world).send('POST', '/sessions', { digits: '0000000000000000', proof: 'x' }),
  'reply-target-gone': () =>
    withOwnWords(async (who, path) => {
      await who.send('DELETE', path);
      return who.send('POST', path.replace('contributions', 'threads'), { text: 'Hm.', language: 'en' });
    }),
  'writing-suspended': 'met in the tests of moderation',
  'notices-suspended': 'met in the tests of moderation',
  'name-removed': 'met in the tests of moderation',
  'receipt-not-known': 'met in the tests of moderation',
  'appeal-time-over': 'met in the tests of moderation',
  'already-appealed': 'met in the tests of moderation',
  'not-in-this-state': 'met in the tests of moderation',
  'decided-by-yourself': 'met in the tests of moderation',
  'with-somebody-else': 'met in the tests of moderation',
  'decision-not-possible': 'met in the tests of moderation',
  'ground-missing': 'met in the tests of moderation',
  'mark-missing': 'met in the tests of moderation',
  'warning-first': 'met in the tests of moderation',
  'enough-for-today': 'met in the tests of moderation',
  'contact-missing': 'met in the tests of moderation',
  'internal-error': () => whileStoreFails('SomethingElse'),
  'storage-busy': () => whileStoreFails('ThrottlingException'),
};

describe('to somebody who is refused something', () => {
  for (const code of PROBLEM_CODES) {
    const way = WAYS[code];
    if (typeof way === 'string') continue;
    test(`${code} is answered as a problem of RFC 9457 with status ${PROBLEMS[code]}, and never kept in a cache`, async () => {
      const response = await way();
      const problem = ProblemDetails.parse(await response.json());
      expect(problem.code).toBe(code);
      expect([response.status, problem.status]).toEqual([PROBLEMS[code], PROBLEMS[code]]);
      expect(problem.type).toBe(`/en/problems/${code}`);
      expect(problem.title.length).toBeGreaterThan(3);
      expect(problem.instance).toMatch(/^urn:uuid:[\da-f-]{36}$/);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect(response.headers.get('cache-control')).toContain('no-store');
      expect(response.headers.get('content-language')).toBe('en');
      if (code === 'too-many-requests') expect(Number(response.headers.get('retry-after'))).toBe(problem.retryAfter);
    });
  }

  test('every other problem that can be named has a reason why the API itself does not give it', () => {
    const reasons = PROBLEM_CODES.filter(
      (code) => typeof WAYS[code] === 'string' && WAYS[code] !== 'met in the tests of moderation',
    );
    expect(reasons).toEqual(['method-not-allowed', 'not-in-this-phase', 'batch-too-small']);
  });

  test('it is in her language: by the header of her browser, or by what the page says', async () => {
    for (const [headers, locale] of [
      [{ 'accept-language': 'it' }, 'it'],
      [{ 'accept-language': 'it', 'x-locale': 'ar' }, 'ar'],
      [{ 'x-locale': '../../x' }, 'en'],
    ] as const) {
      const response = await world.app.request('/api/places/nowhere', { headers });
      expect(((await response.json()) as ProblemDetails).type).toBe(`/${locale}/problems/not-found`);
      expect(response.headers.get('content-language')).toBe(locale);
    }
  });

  test('each wrong field is named by its place and by a reason that has words in every language', async () => {
    const problemOf = async (body: unknown): Promise<ProblemDetails['errors']> => {
      const response = await anna.send('POST', at('/contributions'), body);
      return ProblemDetails.parse(await response.json()).errors;
    };
    expect(
      await problemOf({ kind: 'suggestion', text: ' ', language: 'xx', name: 'n'.repeat(41), passage: 'psg' }),
    ).toEqual(
      expect.arrayContaining([
        { pointer: '/text', code: 'words-missing' },
        { pointer: '/language', code: 'not-a-language' },
        { pointer: '/name', code: 'words-too-long' },
        { pointer: '/passage', code: 'not-an-id' },
      ]),
    );
    expect(await problemOf({ kind: 'rant', text: 'a\u0000', language: 'en' })).toEqual(
      expect.arrayContaining([
        { pointer: '/kind', code: 'not-valid' },
        { pointer: '/text', code: 'words-unsayable' },
      ]),
    );
    const ballot = await anna.send('POST', at('/ballot'), {
      number: 1,
      votes: [
        { item: firstItem(made.passages), choice: 'agree' },
        { item: 0, choice: 'no' },
      ],
    });
    expect(ProblemDetails.parse(await ballot.json()).errors?.map(({ pointer }) => pointer)).toEqual([
      '/votes/1/item',
      '/votes/1/choice',
    ]);
  });

  test('what she sent is never echoed, whatever was wrong with it', async () => {
    const canary = 'CanaryOfEcho';
    const bodies: unknown[] = [
      { kind: canary, text: canary.repeat(60), language: canary, name: canary.repeat(9), passage: canary },
      { [canary]: canary },
      canary,
      [canary],
      { number: canary, votes: [{ item: canary, choice: canary, deal: canary }] },
      { digits: canary, proof: canary },
      { email: canary, locale: canary },
      { token: canary },
      { reads: [canary] },
      { to: canary, at: canary, reason: canary, version: canary },
    ];
    for (const path of ['/contributions', '/ballot', '/join', '/phases', `/threads/${made.passages[0]?.id}`]) {
      for (const body of bodies) expect(await (await anna.send('POST', at(path), body)).text()).not.toContain(canary);
    }
    for (const path of ['/sessions', '/contacts/confirm'])
      for (const body of bodies) expect(await (await anna.send('POST', path, body)).text()).not.toContain(canary);
    for (const path of [
      `/places/${canary}`,
      `/consultations/${canary}`,
      at(`/contributions?order=${canary}&cursor=${canary}{`),
      at(`/deck?count=${canary}`),
      `/${canary}`,
    ]) {
      expect(await (await anna.send('GET', path)).text()).not.toContain(canary);
    }
    expect(await (await whileStoreFails('Anything')).text()).not.toContain('quoting');
  });
});
