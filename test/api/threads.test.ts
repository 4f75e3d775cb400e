import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ContributionPage } from '#shared/consultations/views.ts';
import type { PublicReply, ThreadPage } from '#shared/replies/schema.ts';
import { MINUTE, SECOND } from '#shared/time.ts';
import { aConsultation } from '#test/support/builders.ts';
import { aParticipant, refusalOf, someoneIn } from '#test/support/people.ts';
import type { Resident } from '#test/support/resident.ts';
import { findStored } from '#test/support/stored.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

const aThread = async () => {
  const made = await aConsultation(world);
  const anna = await aParticipant(world, made.consultation);
  const path = `/consultations/${made.consultation.id}/threads/${made.passages[0]?.id}`;
  const reply = async (who: Resident, text: string, parent?: PublicReply): Promise<PublicReply> => {
    world.pass(SECOND);
    const answers = parent && { id: parent.id, root: parent.root };
    return who.ask('POST', path, { text, language: 'en', ...(answers && { answers }) });
  };
  const read = (order = 'oldest', cursor?: string) =>
    someoneIn(world).ask<ThreadPage>('GET', `${path}?order=${order}${cursor ? `&cursor=${cursor}` : ''}`);
  return { made, anna, path, reply, read };
};
const texts = ({ replies }: ThreadPage) => replies.map(({ text, depth }) => [text, depth]);

describe('to readers of a thread', () => {
  test('each answer stands under what it answers, three levels deep and then flat, in the order they came', async () => {
    const { anna, reply, read } = await aThread();
    const a = await reply(anna, 'a');
    const b = await reply(anna, 'b');
    const a1 = await reply(anna, 'a1', a);
    const a2 = await reply(anna, 'a2', a);
    const a11 = await reply(anna, 'a11', a1);
    const a111 = await reply(anna, 'a111', a11);
    await reply(anna, 'a1111', a111);
    await reply(anna, 'a12', a1);
    await reply(anna, 'b1', b);
    await reply(anna, 'a21', a2);
    expect(texts(await read())).toEqual([
      ['a', 1],
      ['a1', 2],
      ['a11', 3],
      ['a111', 3],
      ['a1111', 3],
      ['a12', 3],
      ['a2', 2],
      ['a21', 3],
      ['b', 1],
      ['b1', 2],
    ]);
    expect(texts(await read('newest')).map(([text]) => text)).toEqual([
      'b',
      'b1',
      'a',
      'a1',
      'a11',
      'a111',
      'a1111',
      'a12',
      'a2',
      'a21',
    ]);
  });

  test('a long thread comes in pages, newest or oldest first: each reply once, each branch whole, none lost while others write', async () => {
    const { anna, reply, read } = await aThread();
    const roots: PublicReply[] = [];
    for (let i = 0; i < 65; i++) {
      const root = await reply(anna, `root ${i}`);
      roots.push(root);
      if (i % 3 === 0) await reply(anna, `under ${i}`, await reply(anna, `answer ${i}`, root));
    }
    const expected = roots.flatMap((_, i) => [`root ${i}`, ...(i % 3 === 0 ? [`answer ${i}`, `under ${i}`] : [])]);
    for (const order of ['oldest', 'newest']) {
      const seen: string[] = [];
      let cursor: string | undefined;
      let pages = 0;
      do {
        const page = await read(order, cursor);
        seen.push(...page.replies.map(({ text }) => text ?? ''));
        expect(page.replies.filter(({ depth }) => depth === 1).length).toBeLessThanOrEqual(20);
        cursor = page.next;
        pages++;
        if (order === 'newest' && pages === 1) await reply(anna, 'written meanwhile');
      } while (cursor);
      expect(pages).toBe(4);
      const inRootOrder = (list: string[]) => list.filter((text) => text.startsWith('root'));
      expect(seen.toSorted()).toEqual(expected.toSorted());
      expect(inRootOrder(seen)).toEqual(
        order === 'oldest' ? inRootOrder(expected) : inRootOrder(expected).toReversed(),
      );
    }
  });

  test('replies written in the same millisecond are all there', async () => {
    const { anna, path, read } = await aThread();
    await Promise.all(
      Array.from({ length: 30 }, (_, i) => anna.ask('POST', path, { text: `at once ${i}`, language: 'en' })),
    );
    const first = await read();
    const rest = await read('oldest', first.next);
    expect(new Set([...first.replies, ...rest.replies].map(({ text }) => text)).size).toBe(30);
  });

  test('what is taken back leaves its place and no words, no name; its answers stay, and nobody answers it any more', async () => {
    const { anna, path, reply, read } = await aThread();
    const root = await anna.ask<PublicReply>('POST', path, {
      text: 'Regretted words.',
      language: 'en',
      name: 'Regretted name',
      label: 'against',
    });
    await reply(anna, 'still here', root);
    await anna.ask('DELETE', `${path}/${root.root}/${root.id}`);
    expect((await read()).replies.map(({ text, name, state, label }) => [text, name, state, label])).toEqual([
      [null, undefined, 'withdrawn', 'against'],
      ['still here', undefined, 'published', undefined],
    ]);
    expect(await findStored(world, ['Regretted'])).toEqual([]);
    expect(await refusalOf(reply(anna, 'too late', root))).toBe('reply-target-gone');
    expect(await refusalOf(anna.ask('DELETE', `${path}/${root.root}/${root.id}`))).toBe('already-withdrawn');
    expect(await refusalOf(anna.ask('PATCH', `${path}/${root.root}/${root.id}`, { text: 'again' }))).toBe(
      'already-withdrawn',
    );
  });

  test('a change within fifteen minutes shows as edited; after them it is refused', async () => {
    const { anna, path, reply, read } = await aThread();
    const root = await reply(anna, 'frist');
    world.pass(15 * MINUTE);
    await anna.ask('PATCH', `${path}/${root.root}/${root.id}`, { text: 'first' });
    expect((await read()).replies[0]).toMatchObject({ text: 'first', edited: true });
    world.pass(1);
    expect(await refusalOf(anna.ask('PATCH', `${path}/${root.root}/${root.id}`, { text: 'last' }))).toBe(
      'edit-time-over',
    );
  });

  test('one author has one name through the whole consultation, and "mine" marks only her own', async () => {
    const { made, anna, path, reply } = await aThread();
    const bo = await aParticipant(world, made.consultation);
    const hers = await reply(anna, 'hers');
    const his = await reply(bo, 'his');
    const suggestion = await anna.suggest(made.consultation.id, 'hers too');
    expect(hers.author).toBe(suggestion.author);
    expect(hers.author).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(his.author).not.toBe(hers.author);
    const seen = await anna.ask<ThreadPage>('GET', path);
    expect(Object.fromEntries(seen.replies.map(({ text, mine }) => [text, mine]))).toEqual({ his: false, hers: true });
    expect((await someoneIn(world).ask<ThreadPage>('GET', path)).replies.some(({ mine }) => mine)).toBe(false);
    expect(JSON.stringify(seen)).not.toContain('"by"');
  });

  test('an answer to a reply of another thread, or to none, is refused', async () => {
    const [one, two] = [await aThread(), await aThread()];
    const there = await one.reply(one.anna, 'there');
    expect(await refusalOf(two.reply(two.anna, 'here', there))).toBe('not-found');
    const nobody = { ...there, id: `rpl_${'0'.repeat(16)}` as const };
    expect(await refusalOf(one.reply(one.anna, 'to nobody', nobody))).toBe('not-found');
  });

  test('a thread on a suggestion stays readable when its author takes the suggestion back, and is closed for new replies', async () => {
    const made = await aConsultation(world);
    const { id } = made.consultation;
    const [anna, bo] = [await aParticipant(world, made.consultation), await aParticipant(world, made.consultation)];
    const suggestion = await anna.suggest(id, 'Benches.');
    const path = `/consultations/${id}/threads/${suggestion.id}`;
    await bo.ask('POST', path, { text: 'Yes!', language: 'en' });
    await anna.ask('DELETE', `/consultations/${id}/contributions/${suggestion.id}`);
    expect((await someoneIn(world).ask<ThreadPage>('GET', path)).replies.map(({ text }) => text)).toEqual(['Yes!']);
    expect(await refusalOf(bo.ask('POST', path, { text: 'Too late.', language: 'en' }))).toBe('reply-target-gone');
  });
});

describe('to readers of what was suggested', () => {
  test('the list about a passage comes in pages both ways, each suggestion once; what is taken back is not in it', async () => {
    const made = await aConsultation(world);
    const { id } = made.consultation;
    const anna = await aParticipant(world, made.consultation);
    const passage = made.passages[1]?.id;
    const ids: string[] = [];
    for (let i = 0; i < 45; i++) {
      world.pass(SECOND);
      ids.push((await anna.suggest(id, `Suggestion ${i}.`, { passage })).id);
    }
    await anna.suggest(id, 'About the whole.');
    await anna.ask('DELETE', `/consultations/${id}/contributions/${ids[10]}`);
    for (const order of ['oldest', 'newest'] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const query = `passage=${passage}&order=${order}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`;
        const page = await someoneIn(world).ask<ContributionPage>('GET', `/consultations/${id}/contributions?${query}`);
        seen.push(...page.contributions.map((contribution) => contribution.id));
        cursor = page.next;
      } while (cursor);
      const expected = ids.filter((_, i) => i !== 10);
      expect(seen).toEqual(order === 'oldest' ? expected : expected.toReversed());
    }
    const whole = await someoneIn(world).ask<ContributionPage>('GET', `/consultations/${id}/contributions`);
    expect(whole.contributions.map(({ text }) => text)).toEqual(['About the whole.']);
  });

  test('a made-up place to begin at is no error of ours', async () => {
    const made = await aConsultation(world);
    for (const cursor of ['x', 'x%23y', '2026%23ctr_x', 'a'.repeat(80), 'a'.repeat(81), '%00', '%E0%A4%A']) {
      const { status } = await someoneIn(world).send(
        'GET',
        `/consultations/${made.consultation.id}/contributions?cursor=${cursor}`,
      );
      expect([cursor, status < 500]).toEqual([cursor, true]);
    }
  });
});
