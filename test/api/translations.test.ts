import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caseAbout } from '#functions/moderation/store.ts';
import { keys } from '#functions/storage/keys.ts';
import { get } from '#functions/storage/table.ts';
import type { ContributionPage, DeckView, ResultsView } from '#shared/consultations/views.ts';
import { EDIT_TIME } from '#shared/contributions/rules.ts';
import type { Passage } from '#shared/documents/schema.ts';
import type { PublicReply, ThreadPage } from '#shared/replies/schema.ts';
import type { SuggestionsPage } from '#shared/suggestions/views.ts';
import type { TranslationList, TranslationsView } from '#shared/translations/schema.ts';
import { statusOf } from '#shared/translations/rules.ts';
import { aConsultation, aStaffMember } from '#test/support/builders.ts';
import { aCase, aModerator, aNotice, caseNow, decidedBy, removing } from '#test/support/cases.ts';
import { publishedResult } from '#test/support/count.ts';
import { aParticipant, refusalOf, someoneIn } from '#test/support/people.ts';
import type { Resident } from '#test/support/resident.ts';
import { findStored } from '#test/support/stored.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

const aScene = async () => {
  const made = await aConsultation(world);
  const author = await aParticipant(world, made.consultation);
  const card = await author.suggest(made.consultation.id, 'Trees on every street');
  const { token } = await aStaffMember(world, made.place, 'mediator');
  const mediator = someoneIn(world);
  mediator.useCookie(`__Host-session=${token}`);
  const there = `/consultations/${made.consultation.id}`;
  const languages = made.consultation.languages.filter((one) => one !== card.language);
  return { made, author, card, mediator, there, languages, at: `${there}/contributions/${card.id}/translations` };
};
const arabic = { language: 'ar', text: 'أشجار <b>في</b> كل شارع', checked: false, version: 0 } as const;

describe('to people who cannot read what somebody wrote', () => {
  test('a mediator translates it, another look makes it checked by name, and the original stays beside it', async () => {
    const { mediator, at } = await aScene();
    await mediator.ask('PUT', at, arabic);
    const view = await someoneIn(world).ask<TranslationsView>('GET', at);
    expect(view).toMatchObject({ version: 1, texts: { ar: { text: arabic.text, provenance: 'human' } } });
    expect(statusOf(view.texts, 'ar')).toBe('human');
    await mediator.ask('PUT', at, { ...arabic, checked: true, version: 1 });
    const checked = await someoneIn(world).ask<TranslationsView>('GET', at);
    expect(statusOf(checked.texts, 'ar')).toBe('checked');
    expect(Object.values(checked.texts).filter(({ provenance }) => provenance === 'original')).toHaveLength(1);
  });

  test('of two who translate at once one holds and the other is told; into its own language nothing is translated', async () => {
    const { mediator, at, card } = await aScene();
    const outcomes = await Promise.all(
      ['أ', 'ب'].map((text) => refusalOf(mediator.ask('PUT', at, { ...arabic, text }))),
    );
    expect(outcomes.toSorted()).toEqual(['changed-meanwhile', 'done']);
    const own = { ...arabic, language: card.language, version: 1 };
    expect(await refusalOf(mediator.ask('PUT', at, own))).toBe('invalid-request');
  });

  test('passages come first on the list; what was translated leaves it, and comes back when its original changes', async () => {
    const { mediator, author, at, there, card, languages } = await aScene();
    const listed = async () => {
      const { waiting } = await mediator.ask<TranslationList>('GET', `${there}/translations`);
      const kinds = waiting.map(({ of }) => of.kind);
      expect(kinds).toEqual(kinds.toSorted().toReversed());
      return waiting.filter(({ of }) => of.id === card.id).map(({ language, status }) => `${language} ${status}`);
    };
    expect((await listed()).toSorted()).toEqual(languages.map((one) => `${one} missing`).toSorted());
    const [language = 'it'] = languages;
    await mediator.ask('PUT', at, { ...arabic, language });
    expect(await listed()).not.toContain(`${language} missing`);
    await author.ask('PATCH', `${there}/contributions/${card.id}`, { text: 'Trees and benches' });
    expect(await listed()).toContain(`${language} outdated`);
  });

  test('a mediator translates a part of the text and can change nothing else of it', async () => {
    const { mediator, made, there } = await aScene();
    const path = `${there}/passages/${made.passages[0]?.id}`;
    const { version, heading } = await mediator.ask<Passage>('GET', path);
    const edit = { version, heading: { fr: 'Un titre' }, text: { fr: 'Un texte' }, summary: {} };
    expect(await refusalOf(mediator.ask('PUT', path, { ...edit, heading: { ...edit.heading, en: 'Mine.' } }))).toBe(
      'role-missing',
    );
    await mediator.ask('PUT', path, edit);
    const after = await mediator.ask<Passage>('GET', path);
    expect(after.text.fr).toMatchObject({ text: 'Un texte', provenance: 'human' });
    expect(after.heading).toMatchObject(heading);
  });

  test('words that were taken back are gone in every language', async () => {
    const { mediator, author, at, there, card, made } = await aScene();
    await mediator.ask('PUT', at, arabic);
    await author.ask('DELETE', `${there}/contributions/${card.id}`);
    expect(await refusalOf(someoneIn(world).ask('GET', at))).toBe('not-found');
    expect(await get(world.storage, 'records', keys.translations(made.consultation.id, card.id))).toBeUndefined();
  });

  test('words that a moderator removed are gone in every language, and back in every language when they are restored', async () => {
    const { mediator, author, at, made } = await aScene();
    const one = await aCase(world, { place: made.place, con: made.consultation.id, author });
    const there = at.replace(/ctr_[^/]+/, one.contribution);
    const text = 'Une traduction quadrangulaire.';
    await mediator.ask('PUT', there, { language: 'fr', text, checked: false, version: 0 });
    const moderator = await aModerator(world, made.place);
    await decidedBy(world, one, moderator);
    expect(await refusalOf(mediator.ask('GET', there))).toBe('not-found');
    expect(await findStored(world, [text])).toEqual([]);
    const { version } = await caseNow(world, one.id);
    await moderator.ask('POST', `${one.path}/undo`, { version });
    const view = await someoneIn(world).ask<TranslationsView>('GET', there);
    expect(view).toMatchObject({ version: 1, texts: { fr: { text, provenance: 'human' } } });
  });
});

describe('to readers of lists and decks', () => {
  test('words come with their translation in lists, on pages and at the desk, in the language asked for and in no other', async () => {
    const { mediator, made, author, card, at, there } = await aScene();
    await mediator.ask('PUT', at, arabic);
    const inArabic = { translated: { text: arabic.text, language: 'ar', provenance: 'human' } };
    const reader = someoneIn(world);
    const shown = async (path: string) =>
      (await reader.ask<ContributionPage>('GET', `${there}/contributions?${path}`)).contributions[0];
    expect(await shown('readIn=ar')).toMatchObject(inArabic);
    for (const path of ['', 'readIn=it', 'readIn=en', 'readIn=xx'])
      expect(await shown(path)).not.toHaveProperty('translated');
    expect(await reader.ask('GET', `${there}/contributions/${card.id}?readIn=ar`)).toMatchObject(inArabic);
    const drafter = someoneIn(world);
    drafter.useCookie(`__Host-session=${(await aStaffMember(world, made.place, 'drafter')).token}`);
    const { rows } = await drafter.ask<SuggestionsPage>('GET', `${there}/suggestions?readIn=ar`);
    expect(rows[0]?.contribution).toMatchObject(inArabic);
    expect(await drafter.ask('GET', `${there}/suggestions/${card.id}?readIn=ar`)).toMatchObject({
      contribution: inArabic,
    });
    await author.ask('PATCH', `${there}/contributions/${card.id}`, { text: 'Trees and benches' });
    expect(await shown('readIn=ar')).toMatchObject({ translated: { outdated: true } });
  });

  test('the result and the last count tell what people wrote in the language asked for, beside the original', async () => {
    const { mediator, made, card, at, there } = await aScene();
    await mediator.ask('PUT', at, arabic);
    world.pass(EDIT_TIME + 1);
    await publishedResult(world, made);
    const drafter = someoneIn(world);
    drafter.useCookie(`__Host-session=${(await aStaffMember(world, made.place, 'drafter')).token}`);
    const told = async (who: Resident, path: string) => {
      const { rows } = await who.ask<ResultsView>('GET', `${there}/${path}`);
      return rows.find(({ contribution }) => contribution?.id === card.id)?.contribution;
    };
    for (const [who, path] of [
      [someoneIn(world), 'results'],
      [drafter, 'snapshot'],
    ] as const) {
      expect(await told(who, `${path}?readIn=ar`)).toMatchObject({
        text: card.text,
        translated: { language: 'ar', text: arabic.text, provenance: 'human' },
      });
      expect((await told(who, `${path}?readIn=fr`))?.translated).toBeUndefined();
    }
  });

  test('a card is dealt to whoever reads the language that a person brought it into, never by an outdated or a machine’s', async () => {
    const { mediator, made, author, card, at, there } = await aScene();
    const reader = await aParticipant(world, made.consultation, { reads: ['ar'] });
    const deck = () => reader.ask<DeckView>('GET', `${there}/deck?count=5&readIn=fr`);
    world.pass(EDIT_TIME + 1);
    expect(await deck()).toMatchObject({ cards: [], left: 0, unreadable: 1 });
    await mediator.ask('PUT', at, arabic);
    expect(await deck()).toMatchObject({
      cards: [{ id: card.id, translated: { language: 'ar', text: arabic.text } }],
      left: 1,
      unreadable: 0,
    });
    const [dealt] = (await deck()).cards;
    await reader.vote(made.consultation.id, dealt?.item ?? 0, 'agree', dealt?.deal);
    expect(await deck()).toMatchObject({ left: 0, answered: 1 });
    const later = await author.suggest(made.consultation.id, 'Lamps');
    await mediator.ask('PUT', at.replace(card.id, later.id), { ...arabic, text: 'مصابيح' });
    await author.ask('PATCH', `${there}/contributions/${later.id}`, { text: 'No lamps' });
    world.pass(EDIT_TIME + 1);
    expect(await deck()).toMatchObject({ cards: [], unreadable: 1 });
  });
});

describe('to readers of a thread', () => {
  const aThread = async () => {
    const scene = await aScene();
    const { author, card, there, made } = scene;
    const thread = `${there}/threads/${card.id}`;
    const reply = await author.ask<PublicReply>('POST', thread, { text: 'Which trees, please?', language: 'en' });
    const reader = await aParticipant(world, made.consultation, { locale: 'ar' });
    const read = async (language: string) =>
      (await reader.ask<ThreadPage>('GET', `${thread}?readIn=${language}`)).replies[0]?.translated;
    const listed = async () =>
      (await scene.mediator.ask<TranslationList>('GET', `${there}/translations`)).waiting.filter(
        ({ of }) => of.kind === 'reply',
      );
    return { ...scene, reply, reader, read, listed, path: `${thread}/${reply.root}/${reply.id}` };
  };
  const translated = { language: 'ar', text: 'أيّ أشجار من فضلك؟', checked: false };

  test('a reply that a reader asks for waits on the list of those who translate; then she reads it in her language', async () => {
    const { mediator, author, reply, reader, read, listed, path } = await aThread();
    expect(await listed()).toEqual([]);
    const ask = () => reader.ask('POST', `${path}/translations`, { language: 'ar' });
    expect(await ask()).toEqual({ came: 'waits' });
    await ask();
    const { target, root, id } = reply;
    expect(await listed()).toMatchObject([
      { of: { kind: 'reply', target, root, id }, language: 'ar', status: 'missing', asked: 1 },
    ]);
    const { texts, version } = await mediator.ask<TranslationsView>('GET', `${path}/translations`);
    expect(texts).toEqual({ en: { text: reply.text, provenance: 'original' } });
    await mediator.ask('PUT', `${path}/translations`, { ...translated, version });
    expect(await refusalOf(mediator.ask('PUT', `${path}/translations`, { ...translated, version }))).toBe(
      'changed-meanwhile',
    );
    expect(await read('ar')).toMatchObject({ text: translated.text, language: 'ar', provenance: 'human' });
    expect([await read('fr'), await read('en'), await read('')]).toEqual([undefined, undefined, undefined]);
    expect(await listed()).toEqual([]);
    expect(await ask()).toEqual({ came: 'translated' });
    await author.ask('PATCH', path, { text: 'Which trees and where?' });
    expect(await read('ar')).toMatchObject({ outdated: true });
    expect(await listed()).toMatchObject([{ status: 'outdated' }]);
  });

  test('it goes with the words: taken back or removed in every language at once, and back with them', async () => {
    const { mediator, made, author, reply, read, path } = await aThread();
    const words = { ...translated, text: 'سؤال عن الأشجار لا يُكتب مرتين' };
    await mediator.ask('PUT', `${path}/translations`, { ...words, version: 0 });
    const moderator = await aModerator(world, made.place);
    const subject = { kind: 'reply', target: reply.target, root: reply.root, id: reply.id } as const;
    await someoneIn(world).ask('POST', `/consultations/${made.consultation.id}/notices`, aNotice(subject));
    const id = await caseAbout(world, reply.id);
    const at = `/places/${made.place.slug}/cases/${id}`;
    const now = async () => (await caseNow(world, id!)).version;
    await moderator.ask('POST', `${at}/decision`, removing(reply.text ?? '', await now()));
    expect(await read('ar')).toBeUndefined();
    expect(await refusalOf(mediator.ask('GET', `${path}/translations`))).toBe('not-found');
    expect(await findStored(world, [words.text])).toEqual([]);
    await moderator.ask('POST', `${at}/undo`, { version: await now() });
    expect(await read('ar')).toMatchObject({ text: words.text });
    await author.ask('DELETE', path);
    expect(await read('ar')).toBeUndefined();
    expect(await findStored(world, [words.text])).toEqual([]);
  });
});
