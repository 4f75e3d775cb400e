/**
 * The moderators' desk at any length of its queue: what a page of it and "the next case" read at 10, 1,000 and 100,000
 * open cases, and deciding 10,000 of them (all about
 * one text, which stays). Reads are requests to the store, counted where they are sent.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { newCase } from '#functions/moderation/opening.ts';
import { decideCase } from '#functions/moderation/deciding.ts';
import { pageOfCases, takeNext } from '#functions/moderation/queue.ts';
import { newCaseSteps } from '#functions/moderation/store.ts';
import { requireActor } from '#functions/participants/actor.ts';
import { join as joinIn } from '#functions/participants/service.ts';
import { whoIs } from '#functions/participants/sessions.ts';
import { suggest } from '#functions/contributions/service.ts';
import { Suggest, type ContributionId } from '#shared/contributions/schema.ts';
import { startEngine } from '#functions/storage/engine.ts';
import type { Item, Storage } from '#functions/storage/table.ts';
import { createWorld, nowIn, type World } from '#functions/world.ts';
import { NOTICE_KINDS } from '#shared/moderation/kinds.ts';
import type { Case } from '#shared/moderation/case.ts';
import { Decide } from '#shared/moderation/schema.ts';
import { HOUR } from '#shared/time.ts';
import { aConsultation, aStaffMember, type TestConsultation } from '#test/support/builders.ts';
import { keeping } from '#test/support/cases.ts';

const SIZES = [10, 1_000, 100_000];
const DECIDED = 10_000;
const IN_BATCH = 25;
const AT_ONCE = 8;
const PAGES = 20;

/** Requests to the store by name, from now until the answer is called. */
const counting = ({ documents }: Storage) => {
  const counts: Record<string, number> = {};
  const name = `count ${randomBytes(4).toString('hex')}`;
  documents.middlewareStack.add(
    (next, { commandName = '' }) =>
      (args) => {
        counts[commandName] = (counts[commandName] ?? 0) + 1;
        return next(args);
      },
    { step: 'initialize', name },
  );
  return (): Record<string, number> => {
    documents.middlewareStack.remove(name);
    return counts;
  };
};

/** A case as a notice opens it, about words that are in the store or not. */
const aCaseAbout = (world: World, { place, consultation }: TestConsultation, id: ContributionId, i: number): Case => {
  const kind = NOTICE_KINDS[i % NOTICE_KINDS.length] ?? 'other';
  const one = newCase(
    world,
    { about: id, language: 'en', state: 'published' },
    {
      place: place.id,
      consultation: consultation.id,
      subject: { kind: 'contribution', id },
      why: 'notice',
      kind,
      grounds: [],
      danger: false,
      lane: i % 50 === 0 ? 'trusted' : 'normal',
      source: 'SOURCE_TYPE_OTHER_NOTIFICATION',
    },
  );
  return { ...one, due: new Date(Date.parse(one.due) + (i % 977) * HOUR).toISOString() };
};

const putAll = async (storage: Storage, items: readonly Item[]): Promise<void> => {
  const table = storage.tableName('cases');
  let from = 0;
  const write = async (): Promise<void> => {
    while (from < items.length) {
      const some = items.slice(from, (from += IN_BATCH)).map((Item) => ({ PutRequest: { Item } }));
      await storage.documents.send(new BatchWriteCommand({ RequestItems: { [table]: some } }));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, write));
};

const itemsOf = (cases: readonly Case[]): Item[] =>
  cases.flatMap(newCaseSteps).flatMap((step) => ('put' in step ? [step.put] : []));

const timed = async (what: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await what();
  return performance.now() - begun;
};

type Bench = { world: World; now: () => string; setting: World & { now: () => string } };

const listing = async ({ world, setting }: Bench, size: number) => {
  const made = await aConsultation(setting);
  const { actor } = await aStaffMember(setting, made.place, 'moderator');
  const ids = Array.from({ length: size }, (): ContributionId => `ctr_${randomBytes(8).toString('hex')}`);
  await putAll(world.storage, itemsOf(ids.map((id, i) => aCaseAbout(world, made, id, i))));
  const { slug } = made.place;
  await pageOfCases(world, actor, slug, {});
  const stop = counting(world.storage);
  let after: string | undefined;
  const pages = Math.min(PAGES, Math.ceil(size / 20));
  const ms = await timed(async () => {
    for (let page = 0; page < pages; page++) ({ next: after } = await pageOfCases(world, actor, slug, { after }));
  });
  const reads = stop();
  const stopNext = counting(world.storage);
  const next = await timed(() => takeNext(world, actor, slug, {}));
  const requests = Object.values(stopNext()).reduce((sum, count) => sum + count, 0);
  return {
    'open cases': size,
    pages,
    'requests per page': Object.entries(reads)
      .map(([name, count]) => `${name.replace('Command', '')} ${count / pages}`)
      .join(', '),
    'ms per page': (ms / pages).toFixed(1),
    'requests for "next"': requests,
    'ms for "next"': next.toFixed(1),
  };
};

/** What a resident wrote; all the cases are about it. */
const someWords = async (world: World, { consultation }: TestConsultation, text: string): Promise<ContributionId> => {
  const answers = { consentVersion: 1, oldEnough: true as const, locale: 'en' as const, reads: ['en' as const] };
  const { token } = await joinIn(world, undefined, consultation.id, answers, 'a resident');
  const actor = requireActor(await whoIs(world, token));
  const { id } = await suggest(
    world,
    actor,
    consultation.id,
    Suggest.parse({ kind: 'suggestion', text, language: 'en' }),
  );
  return id;
};

const deciding = async ({ world, setting }: Bench) => {
  const made = await aConsultation(setting);
  const { actor } = await aStaffMember(setting, made.place, 'moderator');
  const { slug } = made.place;
  const text = 'Words that are lawful.';
  const id = await someWords(world, made, text);
  const cases = Array.from({ length: DECIDED }, (_, i) => aCaseAbout(world, made, id, i)).map((one, i) => ({
    ...one,
    about: `${id} ${i}`,
  }));
  await putAll(world.storage, itemsOf(cases));
  const stop = counting(world.storage);
  const rows = [];
  for (let part = 0; part < 4; part++) {
    const some = cases.slice((part * DECIDED) / 4, ((part + 1) * DECIDED) / 4);
    const ms = await timed(async () => {
      for (const { id: which, version } of some) {
        await decideCase(world, actor, slug, which, Decide.parse(keeping(text, version)));
      }
    });
    rows.push({ decided: some.length, 'ms each': (ms / some.length).toFixed(2) });
  }
  const requests = Object.values(stop()).reduce((sum, count) => sum + count, 0);
  return { rows, 'requests per decision': (requests / DECIDED).toFixed(2) };
};

export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'equal-say-bench-'));
  const engine = await startEngine(folder);
  try {
    const world = createWorld({ storage: engine.storage, secret: randomBytes(32) });
    const now = () => nowIn(world);
    const bench: Bench = { world, now, setting: { ...world, now } };
    const lists = [];
    for (const size of SIZES) lists.push(await listing(bench, size));
    console.table(lists);
    const { rows, ...all } = await deciding(bench);
    console.table(rows);
    console.info(all);
  } finally {
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
