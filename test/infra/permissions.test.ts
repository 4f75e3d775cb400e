import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MINUTE } from '#shared/time.ts';
import { BY_CLOCK } from '#functions/jobs/by-clock.ts';
import { ACCESS } from '#functions/storage/keys.ts';
import type { Questions } from '#functions/storage/keys/key.ts';
import { CLOCK_JOBS, ENTRIES, type Entry } from '#infra/entries.ts';
import { STAGES } from '#infra/stages.ts';
import { ADDRESSES } from '#test/support/addresses.ts';
import { aCloud, type Cloud } from './support/cloud.ts';
import { doEverything } from './support/everything.ts';
import { doEverythingInOffice } from './support/offices.ts';
import { allows, inWords, permissionsOf, statementsOf, takenApart, type Permission } from './support/policies.ts';
import type { Call } from './support/recorder.ts';
import { resourcesOf, synthesised, type Template } from './support/synthesised.ts';
import { weightOf } from './support/weight.ts';

/** All but one that is asked where the platform runs on one machine. */
const QUESTIONS = Object.entries<Questions[string]>(ACCESS).filter(([name]) => name !== 'kindOfStore');

let cloud: Cloud;
let offices: Cloud;
/** Of both runs together. */
let calls: Call[];
let template: Template;
let granted: Permission[];
beforeAll(async () => {
  template = synthesised({ prod: STAGES.prod })['EqualSay-prod'] as Template;
  granted = ENTRIES.flatMap((entry) => permissionsOf(template, entry));
  cloud = await aCloud({ limits: { join: { points: 50, duration: 10 * MINUTE } } });
  await doEverything(cloud);
  offices = await aCloud();
  await doEverythingInOffice(offices);
  calls = [...cloud.calls, ...offices.calls];
});
afterAll(() => Promise.all([cloud, offices].map(({ operator }) => operator.end())));

const told = ({ entry, action, table, index, key }: Call): string =>
  inWords({ entry, action, table, ...(index && { index }), keys: [key.replace(/#.*/, '#…')] });

describe('to the operator: each function may do exactly what it does', () => {
  test('the run behind this comparison calls every route of the API', async () => {
    const response = await cloud.request('/api/openapi.json');
    const { paths } = (await response.json()) as { paths: Record<string, Record<string, unknown>> };
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} /api${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    );
    expect(routes.length).toBeGreaterThan(25);
    expect(routes.filter((route) => !cloud.answered.has(route) && !offices.answered.has(route))).toEqual([]);
  });

  test('… and every page, and every job of the clock', () => {
    expect(
      ADDRESSES.map(([pattern]) => pattern).filter(
        (pattern) => !cloud.visited.has(pattern) && !offices.visited.has(pattern),
      ),
    ).toEqual([]);
    expect(Object.keys(CLOCK_JOBS)).toEqual(Object.keys(BY_CLOCK));
  });

  test('… and asks every question that the storage knows', () => {
    const isAsked = ({ table, index, pk }: (typeof QUESTIONS)[number][1]): boolean =>
      calls.some((call) => call.table === table && call.index === index && call.key.startsWith(pk.replace(/<.*/, '')));
    expect(QUESTIONS.filter(([, question]) => !isAsked(question)).map(([name]) => name)).toEqual([]);
  });

  test('nothing that a function calls is missing from its role', () => {
    const missing = calls.filter((call) => !granted.some((permission) => allows(permission, call)));
    expect([...new Set(missing.map(told))]).toEqual([]);
  });

  test('nothing is granted that no function calls', () => {
    const idle = granted.flatMap(takenApart).filter((permission) => !calls.some((call) => allows(permission, call)));
    expect(idle.map(inWords)).toEqual([]);
  });

  test('no action on data and no table is granted by a wildcard', () => {
    for (const { action, keys } of granted) {
      expect(action).not.toContain('*');
      for (const key of keys ?? []) expect(key).toMatch(/^[a-z-]+#\*$|^contact-outbox$|^to-[a-z]+$/);
    }
    for (const entry of ENTRIES) {
      for (const { Action, Resource } of statementsOf(template, entry)) {
        // What names no resource (AWS, service authorization reference) is named itself, one by one.
        if (Action !== 'translate:TranslateText') expect(JSON.stringify(Resource)).not.toContain('"*"');
      }
    }
  });
});

/** IAM quotas: the inline policies of one role together. A deploy of more fails, and nothing before it says so. */
const INLINE_MOST = 10_240;

describe('to the operator, about deploying', () => {
  test.each(ENTRIES)('the policies of %s fit into what IAM takes', (entry) => {
    expect(weightOf(template, entry)).toBeGreaterThan(100);
    expect(weightOf(template, entry)).toBeLessThan(INLINE_MOST);
  });
});

describe('to everybody who left an address', () => {
  const PRIVATE = ['contact#con_x', 'contact-token#abc', 'contact-notice#ntc_x', 'contact-outbox', 'work-mail#prt_x'];
  const ACTIONS = [
    'GetItem',
    'BatchGetItem',
    'Query',
    'Scan',
    'PutItem',
    'UpdateItem',
    'DeleteItem',
    'ConditionCheckItem',
    'PartiQLSelect',
  ];
  const mayTouch = (entry: Entry) =>
    PRIVATE.flatMap((key) => ACTIONS.map((action): Call => ({ entry, table: 'vault', action, key })))
      .filter((call) => granted.some((permission) => allows(permission, call)))
      .map(told);

  test.each(['pages', 'stream'] as const)('%s can neither read nor write it', (entry) => {
    expect(mayTouch(entry)).toEqual([]);
  });

  test('the door and the mail job can, or this test would prove nothing', () => {
    expect(mayTouch('doors')).toContain('doors GetItem vault contact#…');
    expect(mayTouch('schedule')).toContain('schedule Query vault contact#…');
  });

  test('only the two functions that answer people may read the secrets, only the clock may send mail, and only pages may translate', () => {
    const may = (action: string) =>
      ENTRIES.filter((entry) => statementsOf(template, entry).some(({ Action }) => [Action].flat().includes(action)));
    expect(may('secretsmanager:GetSecretValue')).toEqual(['pages', 'doors']);
    expect(may('ses:SendEmail')).toEqual(['schedule']);
    expect(may('translate:TranslateText')).toEqual(['pages']);
    const translating = statementsOf(template, 'pages').filter(({ Action }) => Action === 'translate:TranslateText');
    expect(translating).toMatchObject([{ Condition: { StringEquals: { 'aws:RequestedRegion': STAGES.prod.region } } }]);
  });

  test('where a guardrail is named, only the clock may ask it, and nothing else of its service; elsewhere nobody', () => {
    const ofBedrock = (of: Template) =>
      ENTRIES.flatMap((entry) =>
        statementsOf(of, entry)
          .filter(({ Action }) => JSON.stringify(Action).includes('bedrock'))
          .map(({ Action, Resource }) => [entry, Action, JSON.stringify(Resource).match(/guardrail[^"]*/g)]),
      );
    const profile = 'arn:aws:bedrock:eu-west-1:111111111111:guardrail-profile/eu.guardrail.v1:0';
    const guardrail = { id: 'gr1', version: '3', tier: 'STANDARD', profiles: [profile] } as const;
    const asked = synthesised({ dev: { ...STAGES.dev, guardrail } })['EqualSay-dev'] as Template;
    expect(ofBedrock(template)).toEqual([]);
    expect(ofBedrock(asked)).toEqual([
      ['schedule', 'bedrock:ApplyGuardrail', ['guardrail/gr1', 'guardrail-profile/eu.guardrail.v1:0']],
    ]);
    const ticks = (of: Template): number => resourcesOf(of, 'AWS::Scheduler::Schedule').length;
    expect([ticks(asked), ticks(template)]).toEqual([
      Object.keys(CLOCK_JOBS).length,
      Object.keys(CLOCK_JOBS).length - 1,
    ]);
  });
});
