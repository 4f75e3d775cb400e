import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlaceView } from '#shared/consultations/views.ts';
import type { EarlierConsent } from '#shared/places/set-up.ts';
import { aConsultation, aStaffMember } from '#test/support/builders.ts';
import { aParticipant, firstItem, refusalOf, someoneIn } from '#test/support/people.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

/** Somebody who has voted once, in a place that then asks for consent to another text. */
const aChangedText = async () => {
  const { place, consultation, passages } = await aConsultation(world);
  const person = await aParticipant(world, consultation);
  const item = firstItem(passages);
  await person.vote(consultation.id, item, 'agree');
  const coordinator = someoneIn(world);
  coordinator.useCookie(`__Host-session=${(await aStaffMember(world, place, 'coordinator')).token}`);
  const publish = (text: string) =>
    coordinator.ask('PUT', `/places/${place.slug}/set-up`, { part: 'consent', version: 1000, text: { en: text } });
  await publish('I agree, and to this too.');
  return {
    place,
    consultation,
    passages,
    person,
    item,
    publish,
    thread: `/consultations/${consultation.id}/threads/${passages[0]?.id}`,
  };
};

describe('to somebody who agreed to a text that has changed since', () => {
  test('she is asked again before her next vote, suggestion and reply, and what she did before stays', async () => {
    const { consultation, person, item, thread } = await aChangedText();
    expect(await refusalOf(person.vote(consultation.id, item, 'disagree'))).toBe('consent-outdated');
    expect(await refusalOf(person.deck(consultation.id))).toBe('consent-outdated');
    expect(await refusalOf(person.suggest(consultation.id, 'Lifts.'))).toBe('consent-outdated');
    expect(await refusalOf(person.ask('POST', thread, { text: 'Yes.', language: 'en' }))).toBe('consent-outdated');
    expect((await person.ballot(consultation.id)).votes).toEqual([{ item, choice: 'agree', counts: true }]);
  });

  test('once she has agreed again everything goes on, and her earlier vote is the same ballot', async () => {
    const { consultation, person, item, thread } = await aChangedText();
    await person.join(consultation.id, { consent: 2 });
    await person.vote(consultation.id, item, 'disagree');
    await person.suggest(consultation.id, 'Lifts.');
    await person.ask('POST', thread, { text: 'Yes.', language: 'en' });
    expect((await person.ballot(consultation.id)).votes).toEqual([{ item, choice: 'disagree', counts: true }]);
  });

  test('agreeing to the earlier text once more is not enough', async () => {
    const { consultation, person } = await aChangedText();
    expect(await refusalOf(person.join(consultation.id, { consent: 1 }))).toBe('consent-outdated');
  });

  test('a late copy of a vote that was stored in time is answered as what it is', async () => {
    const { consultation, person, item } = await aChangedText();
    const again = person.cast(consultation.id, [{ item, choice: 'agree' }], person.lastNumber());
    expect(await again).toEqual({ outcome: 'already-stored' });
  });

  test('she can still take everything back and leave', async () => {
    const { consultation, person } = await aChangedText();
    expect(await refusalOf(person.ask('DELETE', `/consultations/${consultation.id}/join`))).toBe('done');
  });

  test('what she agreed to can still be read by everybody, with its last day', async () => {
    const { place, publish } = await aChangedText();
    await publish('Third text.');
    const path = `/places/${place.slug}`;
    const earlier = await someoneIn(world).ask<EarlierConsent[]>('GET', `${path}/earlier-consents`);
    expect(earlier.map(({ version, text }) => [version, text.en?.text])).toEqual([
      [2, 'I agree, and to this too.'],
      [1, 'I agree.'],
    ]);
    expect((await someoneIn(world).ask<PlaceView>('GET', path)).consent.version).toBe(3);
  });

  test('consent that she gave in another process a moment ago counts here at once', async () => {
    const { consultation, person, item } = await aChangedText();
    expect(await refusalOf(person.vote(consultation.id, item, 'pass'))).toBe('consent-outdated');
    const elsewhere = someoneIn(world.beside());
    elsewhere.useCookie(person.cookie());
    await elsewhere.join(consultation.id, { consent: 2 });
    expect(await refusalOf(person.vote(consultation.id, item, 'pass'))).toBe('done');
  });

  test('a process that does not know the new text yet takes consent to it, and refuses nobody who has given it', async () => {
    const { place, consultation, passages } = await aConsultation(world);
    const behind = world.beside();
    const person = someoneIn(behind);
    await person.join(consultation.id);
    const coordinator = someoneIn(world);
    coordinator.useCookie(`__Host-session=${(await aStaffMember(world, place, 'coordinator')).token}`);
    await coordinator.ask('PUT', `/places/${place.slug}/set-up`, {
      part: 'consent',
      version: 1000,
      text: { en: 'New.' },
    });
    await person.join(consultation.id, { consent: 2 });
    expect(await refusalOf(person.vote(consultation.id, firstItem(passages), 'agree'))).toBe('done');
  });

  test('within a minute every process asks', async () => {
    const { place, consultation, passages } = await aConsultation(world);
    const elsewhere = world.beside();
    const person = someoneIn(elsewhere);
    await person.join(consultation.id);
    const coordinator = someoneIn(world);
    coordinator.useCookie(`__Host-session=${(await aStaffMember(world, place, 'coordinator')).token}`);
    await coordinator.ask('PUT', `/places/${place.slug}/set-up`, {
      part: 'consent',
      version: 1000,
      text: { en: 'New.' },
    });
    world.pass(60_000);
    expect(await refusalOf(person.vote(consultation.id, firstItem(passages), 'agree'))).toBe('consent-outdated');
  });
});
