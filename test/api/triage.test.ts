import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { placeByHints } from '#functions/moderation/hints.ts';
import { guardrailTriage } from '#functions/moderation/guardrail.ts';
import { GUARDRAILS, type Triage } from '#functions/moderation/triage.ts';
import { caseAbout, findCase } from '#functions/moderation/store.ts';
import { keys } from '#functions/storage/keys.ts';
import { queryAll } from '#functions/storage/table.ts';
import type { Consultation } from '#shared/consultations/schema.ts';
import type { PlaceView } from '#shared/consultations/views.ts';
import type { CaseId } from '#shared/moderation/schema.ts';
import type { TransparencyReport } from '#shared/moderation/report-schema.ts';
import type { Quality } from '#shared/moderation/triage.ts';
import type { CasePage, CaseView } from '#shared/moderation/desk-views.ts';
import type { Place } from '#shared/places/schema.ts';
import type { SetUpView } from '#shared/places/views.ts';
import { DAY, MINUTE } from '#shared/time.ts';
import { aConsultation, aStaffMember } from '#test/support/builders.ts';
import { aModerator, aNotice, keeping, report } from '#test/support/cases.ts';
import { aGuardrail, type Behaviour } from '#test/support/guardrail.ts';
import { aParticipant, refusalOf, someoneIn } from '#test/support/people.ts';
import type { Resident } from '#test/support/resident.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let place: Place;
let consultation: Consultation;
let service: Awaited<ReturnType<typeof aGuardrail>>;
/** Waits long enough for a machine that has much to do. */
let patient: Triage;
/** What the service makes of words until a test says otherwise: what they say themselves. */
let behaves: (text: string) => Behaviour;
const asTheySay = (text: string): Behaviour =>
  (['HIGH', 'MEDIUM', 'LOW'] as const).find((one) => text.includes(one)) ?? 'NONE';
let moderator: Resident;
let coordinator: Resident;

beforeAll(async () => {
  service = await aGuardrail((text) => behaves(text));
  world = await aWorld();
  patient = guardrailTriage({ ...named(), patience: MINUTE });
});
const named = () => ({ id: 'gr1', version: '3', settings: { ...service.settings, maxAttempts: 1 } });
afterAll(async () => {
  service.end();
  await world.end();
});
beforeEach(async () => {
  behaves = asTheySay;
  world.triage = patient;
  service.asked.length = 0;
  ({ place, consultation } = await aConsultation(world));
  moderator = await aModerator(world, place);
  coordinator = someoneIn(world);
  coordinator.useCookie(`__Host-session=${(await aStaffMember(world, place, 'coordinator')).token}`);
});

const change = async (isOn: boolean, measured: { language: 'en' | 'ro'; quality: Quality | null } | null = null) => {
  const { version } = (await coordinator.ask<SetUpView>('GET', `/places/${place.slug}/set-up`)).place;
  await coordinator.ask('PUT', `/places/${place.slug}/set-up`, { part: 'triage', version, isOn, measured });
};
const aCaseOf = async (text: string, more: Parameters<typeof report>[3] = {}): Promise<CaseId> => {
  const author = await aParticipant(world, consultation);
  const { id } = await author.suggest(consultation.id, text);
  await report(world, consultation.id, id, more);
  world.pass(MINUTE);
  return (await caseAbout(world, id)) as CaseId;
};
const queue = async () => (await moderator.ask<CasePage>('GET', `/places/${place.slug}/cases`)).cases;
const order = async () => (await queue()).map(({ id }) => id);
const seen = (id: CaseId) => moderator.ask<CaseView>('GET', `/places/${place.slug}/cases/${id}`);
const waiting = async () => (await queryAll(world.storage, 'cases', { pk: keys.toHint().pk })).length;

describe('to a moderator, where her place asks a service for a hint', () => {
  test('a case moves up among its like and no further, and is due when it was', async () => {
    await change(true);
    const plain = await aCaseOf('NONE of it');
    const mild = await aCaseOf('MEDIUM words');
    const grave = await aCaseOf('Words rated HIGH', { kind: 'incitement' });
    const orderly = await aCaseOf('HIGH again', { kind: 'spam' });
    const strong = await aCaseOf('HIGH words');
    const before = await queue();
    expect(before.map(({ id }) => id)).toEqual([grave, plain, mild, strong, orderly]);
    await placeByHints(world);
    expect(await order()).toEqual([grave, strong, mild, plain, orderly]);
    const dueOf = (lines: typeof before) => Object.fromEntries(lines.map(({ id, due }) => [id, due]));
    expect(dueOf(await queue())).toEqual(dueOf(before));
    expect(await waiting()).toBe(0);
    expect(new Set(service.asked.map(({ path }) => path))).toEqual(new Set(['/guardrail/gr1/version/3/apply']));
    expect(service.asked[0]).toMatchObject({ source: 'INPUT', outputScope: 'FULL' });
    // Half of its three days, and not more: what is really due earlier than that stays before it.
    world.pass(2 * DAY);
    moderator = await aModerator(world, place);
    const late = await aCaseOf('HIGH and late');
    await placeByHints(world);
    expect((await order()).indexOf(late)).toBeGreaterThan((await order()).indexOf(plain));
  });

  test('the hint stands on the case with how good it is in that language, or that nobody has measured it', async () => {
    await change(true);
    const id = await aCaseOf('HIGH words');
    expect((await seen(id)).hint).toBeUndefined();
    await placeByHints(world);
    expect(await seen(id)).toMatchObject({ hint: { rating: 'high', by: GUARDRAILS } });
    expect((await seen(id)).quality).toBeUndefined();
    const quality = { found: 71, wrong: 12, on: '2026-02-01', source: 'City of Solmira, 400 texts' };
    await change(true, { language: 'en', quality });
    await change(true, { language: 'ro', quality: { ...quality, found: 3 } });
    world.cache.forget(`place ${place.id}`);
    world.pass(MINUTE);
    expect((await seen(id)).quality).toEqual(quality);
    await change(true, { language: 'en', quality: null });
    world.pass(MINUTE);
    expect((await seen(id)).quality).toBeUndefined();
  });

  test('one who has the case open decides in the version she saw', async () => {
    await change(true);
    const id = await aCaseOf('HIGH words');
    const { version } = await seen(id);
    await placeByHints(world);
    await moderator.ask('POST', `/places/${place.slug}/cases/${id}/decision`, keeping('HIGH words', version));
    expect((await findCase(world, id))?.state).toBe('decided');
  });
});

describe('to everybody whose words are reported', () => {
  test('nothing leaves where nobody has switched it on, and the page says where it does', async () => {
    const privacy = () => someoneIn(world).ask<PlaceView>('GET', `/places/${place.slug}`);
    await aCaseOf('HIGH words');
    await placeByHints(world);
    expect((await privacy()).triage).toBeUndefined();
    await change(true);
    const id = await aCaseOf('HIGH, and switched off before anybody asked');
    world.pass(MINUTE);
    expect((await privacy()).triage).toBe(GUARDRAILS);
    await change(false);
    world.pass(MINUTE);
    await placeByHints(world);
    expect(service.asked).toEqual([]);
    expect((await findCase(world, id))?.hint).toBeUndefined();
  });

  test('names, what reports say, and words that show somebody, were taken back, removed or wait are never handed over', async () => {
    await change(true);
    const con = consultation.id;
    await aCaseOf('Maria lives at 4 Mill Lane', { kind: 'personal-data' });
    const author = await aParticipant(world, consultation);
    const { id } = await author.suggest(con, 'Signed words', { name: 'A nasty name' });
    await someoneIn(world).ask(
      'POST',
      `/consultations/${con}/notices`,
      aNotice({ kind: 'name', at: { kind: 'contribution', id } }),
    );
    const gone = await author.suggest(con, 'Words taken back');
    await report(world, con, gone.id, { why: 'What the report says' });
    await author.ask('DELETE', `/consultations/${con}/contributions/${gone.id}`);
    const removed = await aCaseOf('Words removed');
    const { version } = await seen(removed);
    const decision = { ...keeping('Words removed', version), visibility: 'remove', tier: 2, kind: 'hate-speech' };
    await moderator.ask('POST', `/places/${place.slug}/cases/${removed}/decision`, {
      ...decision,
      grounds: ['nationality'],
      ground: { kind: 'law', phrase: 'hatred-law' },
    });
    const { consultation: read } = await aConsultation(world, { place, premoderation: true });
    await (await aParticipant(world, read)).suggest(read.id, 'Words that wait');
    await placeByHints(world);
    expect(service.asked).toEqual([]);
    const plain = await aCaseOf('Plain words', { why: 'What the report says' });
    await placeByHints(world);
    expect(service.asked.map(({ text }) => text)).toEqual(['Plain words']);
    expect((await findCase(world, plain))?.hint?.rating).toBe('none');
  });
});

describe('when the service does not do its work', () => {
  test.each(['silent', 'throttled', 'broken', 'refused'] as const)(
    'and is %s, the queue is as if there were none, and nothing of the words is logged',
    async (how) => {
      await change(true);
      const first = await aCaseOf('First words');
      const second = await aCaseOf('HIGH secret words');
      behaves = () => how;
      if (how === 'silent') world.triage = guardrailTriage({ ...named(), patience: 200 });
      const before = await queue();
      const outcome = await placeByHints(world).then(
        () => 'went on',
        () => 'failed',
      );
      expect(outcome).toBe(how === 'refused' ? 'went on' : 'failed');
      expect(await queue()).toEqual(before);
      expect(JSON.stringify(world.logged)).not.toContain('secret');
      await moderator.ask('POST', `/places/${place.slug}/cases/${first}/take`, { version: 1 });
      behaves = asTheySay;
      world.triage = patient;
      await placeByHints(world);
      // Words that it does not take are not sent again.
      expect((await findCase(world, second))?.hint?.rating).toBe(how === 'refused' ? undefined : 'high');
      expect(await waiting()).toBe(0);
    },
  );

  test('for a day, what waited for it waits no more', async () => {
    await change(true);
    await aCaseOf('HIGH words');
    world.pass(DAY);
    await placeByHints(world);
    expect([service.asked, await waiting()]).toEqual([[], 0]);
  });
});

test('only a coordinator may switch it on, and a figure beyond a hundred is none', async () => {
  const json = { part: 'triage', version: 1, isOn: true, measured: null };
  expect(await refusalOf(moderator.ask('PUT', `/places/${place.slug}/set-up`, json))).toBe('role-missing');
  const quality = { found: 101, wrong: 0, on: 'yesterday', source: ' ' };
  const wrong = { ...json, measured: { language: 'en', quality } };
  expect(await refusalOf(coordinator.ask('PUT', `/places/${place.slug}/set-up`, wrong))).toBe('invalid-request');
});

describe('to everybody who reads how a place moderates', () => {
  test('the report names the service and how good it is in each language, or that nobody measured; off, it names none', async () => {
    const quality = { found: 80, wrong: 12, on: '2026-05-01', source: 'The university' };
    await change(true, { language: 'en', quality });
    await aCaseOf('NONE of it');
    world.pass(190 * DAY);
    const read = () => someoneIn(world).ask<TransparencyReport>('GET', `/places/${place.slug}/transparency`);
    const { hints } = await read();
    expect(hints?.service).toBe(GUARDRAILS);
    expect(hints?.languages.find(({ language }) => language === 'en')).toEqual({ language: 'en', quality });
    expect(hints?.languages.filter(({ language }) => language !== 'en').every((one) => !one.quality)).toBe(true);
    coordinator.useCookie(`__Host-session=${(await aStaffMember(world, place, 'coordinator')).token}`);
    await change(false);
    expect(await read()).not.toHaveProperty('hints');
  });
});
