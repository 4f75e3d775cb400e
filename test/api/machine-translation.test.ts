import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ConsultationView } from '#shared/consultations/views.ts';
import type { PublicReply, ThreadPage } from '#shared/replies/schema.ts';
import { DAY } from '#shared/time.ts';
import type { AskedTranslation, TranslationList, TranslationsView } from '#shared/translations/schema.ts';
import { aConsultation, aPlace, aStaffMember } from '#test/support/builders.ts';
import { aCase, aModerator, caseNow, removing } from '#test/support/cases.ts';
import { aParticipant, refusalOf, someoneIn } from '#test/support/people.ts';
import { findStored } from '#test/support/stored.ts';
import { aTranslateService, type Manner } from '#test/support/translate.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let service: Awaited<ReturnType<typeof aTranslateService>>;
beforeAll(async () => {
  service = await aTranslateService();
  world = Object.assign(await aWorld({ limits: { 'machine-translation': { points: 5, duration: 60_000 } } }), {
    translator: service.translator,
  });
});
beforeEach(() => {
  service.behave('well');
  service.asked.length = 0;
});
afterAll(async () => {
  await world.end();
  await service.stop();
});

const aScene = async (machineTranslation = true) => {
  const place = await aPlace(world, { machineTranslation });
  const made = await aConsultation(world, { place });
  const con = made.consultation.id;
  const author = await aParticipant(world, made.consultation);
  const reader = await aParticipant(world, made.consultation);
  const translationsOf = (ctr: string) => `/consultations/${con}/contributions/${ctr}/translations`;
  const ask = (ctr: string, who = reader, language = 'ar') =>
    who.ask<AskedTranslation>('POST', translationsOf(ctr), { language });
  const read = (ctr: string) => someoneIn(world).ask<TranslationsView>('GET', translationsOf(ctr));
  const list = async () => {
    const mediator = someoneIn(world);
    mediator.useCookie(`__Host-session=${(await aStaffMember(world, place, 'mediator')).token}`);
    return mediator.ask<TranslationList>('GET', `/consultations/${con}/translations?language=ar`);
  };
  return { place, con, made, author, reader, ask, read, list, translationsOf };
};

describe('to a reader who asks for a translation where a machine does it', () => {
  test('it is there at once, said to be a machine’s and by which service, and everybody after her finds it', async () => {
    const { author, con, ask, read } = await aScene();
    const text = 'A <b>bench</b> at every "stop"\n{{and}} a tree';
    const { id } = await author.suggest(con, text);
    expect(await ask(id)).toEqual({ came: 'translated' });
    expect((await read(id)).texts.ar).toMatchObject({
      text: `[ar] ${text}`,
      provenance: 'machine',
      by: 'Amazon Translate',
    });
    expect(await ask(id, author)).toEqual({ came: 'translated' });
    expect(service.asked).toEqual([{ Text: text, SourceLanguageCode: 'en', TargetLanguageCode: 'ar' }]);
    expect(service.targets).toContain('AWSShineFrontendService_20170701.TranslateText');
  });

  test('a reply of a thread is there at once too, and everybody after her reads it there', async () => {
    const { author, reader, con } = await aScene();
    const { id } = await author.suggest(con, 'A bench at every stop');
    const thread = `/consultations/${con}/threads/${id}`;
    const reply = await author.ask<PublicReply>('POST', thread, { text: 'And a roof.', language: 'en' });
    const at = `${thread}/${reply.root}/${reply.id}/translations`;
    expect(await reader.ask('POST', at, { language: 'ar' })).toEqual({ came: 'translated' });
    const { replies } = await someoneIn(world).ask<ThreadPage>('GET', `${thread}?readIn=ar`);
    expect(replies[0]).toMatchObject({
      text: 'And a roof.',
      translated: { text: '[ar] And a roof.', provenance: 'machine', by: 'Amazon Translate' },
    });
  });

  test('the same words are handed over once, and the copy that is kept opens for nobody without them', async () => {
    const { author, con, ask, read } = await aScene();
    const text = 'A quadrangular fountain';
    const [one, two] = [await author.suggest(con, text), await author.suggest(con, text)];
    await ask(one.id);
    expect(await ask(two.id)).toEqual({ came: 'translated' });
    expect((await read(two.id)).texts.ar?.text).toBe(`[ar] ${text}`);
    expect(service.asked).toHaveLength(1);
    for (const { id } of [one, two]) await author.ask('DELETE', `/consultations/${con}/contributions/${id}`);
    expect(await findStored(world, ['quadrangular fountain'])).toEqual([]);
  });

  test.each(['throttled', 'failing', 'empty', 'nonsense', 'never'] as const satisfies Manner[])(
    'a service that is %s leaves the original as it is, the wish on the list, and no word in the log',
    async (manner) => {
      const { author, con, ask, read, list } = await aScene();
      const { id } = await author.suggest(con, `Lamps for the ${manner} yard`);
      service.behave(manner);
      expect(await ask(id)).toEqual({ came: 'no-machine' });
      expect((await read(id)).texts.ar).toBeUndefined();
      expect((await list()).waiting.find(({ of }) => of.id === id)).toMatchObject({ status: 'missing', asked: 1 });
      expect(JSON.stringify(world.logged)).not.toContain('yard');
      service.behave('well');
      expect(await ask(id)).toEqual({ came: 'translated' });
      expect((await list()).waiting.find(({ of }) => of.id === id)).toMatchObject({ status: 'machine', asked: 1 });
    },
  );

  test('a place that has handed over enough for today asks people, and tomorrow the machine again', async () => {
    const { author, con, ask } = await aScene();
    const came: string[] = [];
    for (let i = 0; i < 6; i++) came.push((await ask((await author.suggest(con, `Number ${i}`)).id)).came);
    expect(came).toEqual([...Array<string>(5).fill('translated'), 'no-machine']);
    world.pass(DAY);
    expect(await ask((await author.suggest(con, 'The last')).id)).toEqual({ came: 'translated' });
  });

  test('words that changed are translated anew; a person’s translation stands, and no machine writes over it', async () => {
    const { author, con, place, ask, read, translationsOf } = await aScene();
    const { id } = await author.suggest(con, 'More trees');
    await ask(id);
    await author.ask('PATCH', `/consultations/${con}/contributions/${id}`, { text: 'More old trees' });
    expect(await ask(id)).toEqual({ came: 'translated' });
    expect((await read(id)).texts.ar?.text).toBe('[ar] More old trees');
    const mediator = someoneIn(world);
    mediator.useCookie(`__Host-session=${(await aStaffMember(world, place, 'mediator')).token}`);
    await mediator.ask('PUT', translationsOf(id), { language: 'ar', text: 'أشجار', checked: true, version: 2 });
    await ask(id);
    expect((await read(id)).texts.ar).toMatchObject({ text: 'أشجار', provenance: 'human' });
    expect((await read(id)).texts.ar).not.toHaveProperty('by');
  });
});

describe('to people whose words shall not leave the platform', () => {
  test('what waits, is hidden, removed or taken back is handed to nobody, whoever asks', async () => {
    const { place, con, author, reader, ask } = await aScene();
    const moderator = await aModerator(world, place);
    for (const visibility of ['restrict', 'remove'] as const) {
      const one = await aCase(world, { place, con, author });
      const { version } = await caseNow(world, one.id);
      await moderator.ask('POST', `${one.path}/decision`, removing(one.text, version, { visibility }));
      for (const who of [reader, author, moderator])
        expect(await refusalOf(ask(one.contribution, who))).toMatch(/not-found|consent-missing/);
    }
    const gone = await author.suggest(con, 'Never mind');
    await author.ask('DELETE', `/consultations/${con}/contributions/${gone.id}`);
    expect(await refusalOf(ask(gone.id))).toBe('not-found');
    expect(service.asked).toEqual([]);
  });

  test('without the switch of the place, and without a service of the platform, people are asked and nothing leaves', async () => {
    const { author, con, ask, read } = await aScene(false);
    const { id } = await author.suggest(con, 'A library');
    expect(await ask(id)).toEqual({ came: 'waits' });
    expect((await read(id)).texts.ar).toBeUndefined();
    expect(service.asked).toEqual([]);
    const view = await author.ask<ConsultationView>('GET', `/consultations/${con}`);
    expect(view.translator).toBeUndefined();
  });

  test('a language that the service does not know is left to people', async () => {
    const { author, con, ask } = await aScene();
    const { id } = await author.ask<{ id: string }>('POST', `/consultations/${con}/contributions`, {
      kind: 'suggestion',
      text: 'But kasht',
      language: 'rom',
    });
    expect(await ask(id)).toEqual({ came: 'no-machine' });
    expect(service.asked).toEqual([]);
  });
});

describe('to those who translate', () => {
  test('what more readers ask for comes first, each of them counts once, and nobody can tell who they are', async () => {
    const { made, con, author, reader, ask, list } = await aScene(false);
    const [plain, wanted] = [await author.suggest(con, 'One'), await author.suggest(con, 'Two')];
    const others = await Promise.all([1, 2].map(() => aParticipant(world, made.consultation)));
    await ask(plain.id);
    for (const who of [reader, reader, ...others]) await ask(wanted.id, who);
    const { waiting } = await list();
    const written = waiting.filter(({ of }) => of.kind === 'contribution');
    expect(written.map(({ of, asked }) => [of.id, asked])).toEqual([
      [wanted.id, 3],
      [plain.id, 1],
    ]);
    expect(await refusalOf(ask(wanted.id, someoneIn(world)))).toBe('not-signed-in');
    expect(await refusalOf(ask(wanted.id, reader, 'en'))).toBe('invalid-request');
    expect(await refusalOf(ask(wanted.id, reader, 'tlh'))).toBe('invalid-request');
  });

  test('the list comes a page at a time, every text once', async () => {
    const { place, con, author } = await aScene(false);
    for (let i = 0; i < 60; i++) await author.suggest(con, `Number ${i}`);
    const mediator = someoneIn(world);
    mediator.useCookie(`__Host-session=${(await aStaffMember(world, place, 'mediator')).token}`);
    const seen: string[] = [];
    let from: number | undefined = 0;
    let total = 0;
    while (from !== undefined) {
      const page: TranslationList = await mediator.ask('GET', `/consultations/${con}/translations?from=${from}`);
      seen.push(...page.waiting.map(({ of, language }) => `${of.id} ${language}`));
      ({ next: from, total } = page);
    }
    expect(seen.length).toBeGreaterThan(120);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(total);
  });
});
