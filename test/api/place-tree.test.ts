import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlaceBrief, PlaceView } from '#shared/consultations/views.ts';
import type { Me } from '#shared/participants/schema.ts';
import type { OpenPlace, Place } from '#shared/places/schema.ts';
import { mayStandBelow, mayStandUnder, treeOf } from '#shared/places/tree.ts';
import { PLACE_KINDS } from '#shared/places/rules.ts';
import type { BelowView, SetUpView } from '#shared/places/views.ts';
import { sendMails } from '#functions/jobs/send-mails.ts';
import { tellPlaces } from '#functions/jobs/tell-places.ts';
import { recountConsultations } from '#functions/jobs/recount-consultations.ts';
import { prepareConsultation } from '#functions/consultations/drafts.ts';
import { aConsultation, aPlace, aStaffMember } from '#test/support/builders.ts';
import type { Ledger } from '#test/support/ledger.ts';
import { aParticipant, firstItem, refusalOf, someoneIn } from '#test/support/people.ts';
import type { Resident } from '#test/support/resident.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';
import { DAY } from '#shared/time.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

let opened = 0;
const opening = (kind: Place['kind'], slug = `opened-${++opened}`): OpenPlace => ({
  name: 'New Town',
  slug,
  kind,
  language: 'it',
  timeZone: 'Europe/Rome',
  controller: 'The town',
  contact: 'privacy@example.org',
  ageOfConsent: 14,
});

const aCoordinator = async (place: Place): Promise<Resident> => {
  const person = someoneIn(world);
  person.useCookie(`__Host-session=${(await aStaffMember(world, place, 'coordinator')).token}`);
  return person;
};

const aRegion = async (given: Partial<Place> = {}) => {
  const region = await aPlace(world, { kind: 'region', ...given });
  const coordinator = await aCoordinator(region);
  return {
    region,
    coordinator,
    open: (place: OpenPlace) => coordinator.ask<PlaceBrief>('POST', `/places/${region.slug}/places`, place),
  };
};

/** A consultation that its place is still writing. */
const aDraftIn = async (place: Place) => {
  const { actor } = await aStaffMember(world, place, 'coordinator');
  return prepareConsultation(world, actor, place.slug, {
    title: 'Later',
    question: 'What?',
    language: 'en',
    languages: [],
  });
};

const viewOf = (slug: string) => someoneIn(world).ask<PlaceView>('GET', `/places/${slug}`);
const move = async (who: Resident, slug: string, kind: Place['kind'], parent: string | null) => {
  const { place } = await who.ask<SetUpView>('GET', `/places/${slug}/set-up`);
  return who.ask('PUT', `/places/${slug}/set-up`, { part: 'tree', version: place.version, kind, parent });
};
/** What is wrong with a field, as its code. */
const wrongField = async (who: Resident, method: string, path: string, body: unknown) =>
  ((await (await who.send(method, path, body)).json()) as { errors?: { pointer: string; code: string }[] }).errors;

describe('to whoever reads where a place stands', () => {
  test('a place stands below a wider one; a network stands anywhere', () => {
    const allowed = PLACE_KINDS.map((kind) => [
      kind,
      PLACE_KINDS.filter((above) => mayStandBelow(kind, above).allowed),
    ]);
    expect(Object.fromEntries(allowed)).toEqual({
      union: ['network'],
      country: ['union', 'network'],
      region: ['union', 'country', 'network'],
      city: ['union', 'country', 'region', 'network'],
      network: ['union', 'country', 'region', 'city', 'network'],
    });
  });

  test('nothing stands below itself, and no tree is deeper than eight levels', () => {
    const network = (id: string) => ({ id, kind: 'network' as const });
    expect(mayStandUnder(network('a'), [network('b'), network('a')], [])).toMatchObject({ reason: 'above-itself' });
    expect(mayStandUnder(network('a'), [network('a')], [])).toMatchObject({ reason: 'above-itself' });
    const eight = Array.from({ length: 8 }, (_, i) => network(String(i)));
    expect(mayStandUnder(network('a'), eight, [])).toMatchObject({ reason: 'too-many-levels' });
    expect(mayStandUnder(network('a'), eight.slice(1), [])).toEqual({ allowed: true });
    expect(mayStandUnder({ id: 'a', kind: 'city' }, [], [{ id: 'b', kind: 'region' }])).toMatchObject({
      reason: 'kind-not-below',
    });
  });

  test('a tree holds every place once, whatever order they come in, and a circle in the store is no endless walk', () => {
    const tree = treeOf([{ id: 'c', parent: 'b' }, { id: 'b', parent: 'a' }, { id: 'a' }, { id: 'x', parent: 'gone' }]);
    expect(tree.map(({ place }) => place.id)).toEqual(['a', 'x']);
    expect(tree[0]?.below[0]?.below[0]?.place.id).toBe('c');
    expect(
      treeOf([
        { id: 'a', parent: 'b' },
        { id: 'b', parent: 'a' },
      ]),
    ).toEqual([]);
  });
});

describe('to a coordinator who opens a place below hers', () => {
  test('it stands there, she is its coordinator, and both ledgers say so', async () => {
    const { region, coordinator, open } = await aRegion();
    const city = await open(opening('city'));
    expect(city).toMatchObject({ kind: 'city', parent: region.id });
    expect((await viewOf(region.slug)).below.map(({ id }) => id)).toEqual([city.id]);
    expect((await viewOf(city.slug)).above?.id).toBe(region.id);
    expect((await coordinator.ask<Me>('GET', '/me')).roles).toContainEqual({ place: city.id, roles: ['coordinator'] });
    const lines = async (slug: string) =>
      (await coordinator.ask<Ledger>('GET', `/places/${slug}/ledger`)).lines.map(({ act, subject }) => [act, subject]);
    expect(await lines(region.slug)).toContainEqual(['open-place', city.id]);
    expect((await lines(city.slug)).map(([act]) => act).toSorted()).toEqual(['appoint-staff', 'create-place']);
  });

  test('it begins with its own language first, the rules and contacts of the place above, and appeals heard there', async () => {
    const { region, coordinator, open } = await aRegion({ languages: ['en', 'it'] });
    const city = await open(opening('city'));
    const { place } = await coordinator.ask<SetUpView>('GET', `/places/${city.slug}/set-up`);
    expect(place.languages).toEqual(['it', 'en']);
    expect(place.houseRules).toEqual(region.houseRules);
    expect(place.help).toEqual(region.help);
    expect(place.moderation?.appealsTo).toBe(region.id);
  });

  test('a region does not open below a city, and an address that is taken is said to be taken', async () => {
    const { coordinator, region, open } = await aRegion();
    const city = await open(opening('city'));
    expect(await wrongField(coordinator, 'POST', `/places/${city.slug}/places`, opening('region'))).toEqual([
      { pointer: '/kind', code: 'kind-not-below' },
    ]);
    expect(await wrongField(coordinator, 'POST', `/places/${region.slug}/places`, opening('city', city.slug))).toEqual([
      { pointer: '/slug', code: 'slug-taken' },
    ]);
  });

  test('of ten who open a place under one address at once, one does', async () => {
    const { open } = await aRegion();
    const place = opening('city');
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => refusalOf(open(place))));
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
  });
});

describe('to places that move', () => {
  /** A region and a city that one person coordinates. */
  const aPair = async () => {
    const { region, coordinator, open } = await aRegion();
    return { region, coordinator, city: await open(opening('network')), open };
  };

  test('only whoever runs the platform moves one to the top', async () => {
    const { region } = await aPair();
    const child = await aPlace(world, { parent: region.id });
    const ofChild = await aCoordinator(child);
    expect(await refusalOf(move(ofChild, child.slug, 'city', null))).toBe('role-missing');
  });

  test('a place that moves is found below its new parent and no more below the old one', async () => {
    const { region, coordinator, city, open } = await aPair();
    const network = await open(opening('network'));
    await move(coordinator, city.slug, 'network', network.id);
    expect((await viewOf(network.slug)).below.map(({ id }) => id)).toEqual([city.id]);
    expect((await viewOf(region.slug)).below.map(({ id }) => id)).toEqual([network.id]);
    await move(coordinator, city.slug, 'network', null);
    expect((await viewOf(network.slug)).below).toEqual([]);
    expect((await viewOf(city.slug)).above).toBeUndefined();
  });

  test('nothing moves below itself or below what stands below it', async () => {
    const { coordinator, city, open } = await aPair();
    const deeper = await coordinator.ask<PlaceBrief>('POST', `/places/${city.slug}/places`, opening('network'));
    for (const parent of [city.id, deeper.id]) {
      const { place } = await coordinator.ask<SetUpView>('GET', `/places/${city.slug}/set-up`);
      const body = { part: 'tree', version: place.version, kind: 'network', parent };
      expect(await wrongField(coordinator, 'PUT', `/places/${city.slug}/set-up`, body)).toEqual([
        { pointer: '/parent', code: 'above-itself' },
      ]);
    }
    await open(opening('city'));
  });

  test('two that move below each other at once do not make a circle', async () => {
    for (let round = 0; round < 10; round++) {
      const { coordinator, open } = await aRegion();
      const [one, other] = [await open(opening('network')), await open(opening('network'))];
      const outcomes = await Promise.all([
        refusalOf(move(coordinator, one.slug, 'network', other.id)),
        refusalOf(move(coordinator, other.slug, 'network', one.id)),
      ]);
      expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
      const [a, b] = [await viewOf(one.slug), await viewOf(other.slug)];
      expect(a.above?.id === b.id && b.above?.id === a.id).toBe(false);
    }
  });

  test('where nobody holds both offices, one place asks and the other one answers: yes, no, or nothing yet', async () => {
    const city = await aPlace(world, { kind: 'city' });
    const asking = await aCoordinator(city);
    const { region, coordinator } = await aRegion();
    const waiting = async () =>
      (await coordinator.ask<BelowView>('GET', `/places/${region.slug}/below`)).asking.map(({ id }) => id);
    const say = (answer: 'accept' | 'decline') =>
      coordinator.ask('POST', `/places/${region.slug}/below`, { place: city.id, answer });
    const standing = async () => (await viewOf(city.slug)).above?.id;

    expect(await refusalOf(say('accept'))).toBe('changed-meanwhile');
    await move(asking, city.slug, 'city', region.id);
    expect([await standing(), await waiting()]).toEqual([undefined, [city.id]]);
    expect(await viewOf(city.slug)).not.toHaveProperty('asks');
    await say('decline');
    expect([await standing(), await waiting()]).toEqual([undefined, []]);
    expect(await refusalOf(say('accept'))).toBe('changed-meanwhile');

    await move(asking, city.slug, 'city', region.id);
    await say('accept');
    expect([await standing(), await waiting()]).toEqual([region.id, []]);
    expect((await viewOf(region.slug)).below.map(({ id }) => id)).toEqual([city.id]);
    for (const [who, slug, other] of [
      [asking, city.slug, region.id],
      [coordinator, region.slug, city.id],
    ] as const) {
      const { lines, names, places } = await who.ask<Ledger>('GET', `/places/${slug}/ledger`);
      expect(lines.every(({ by }) => by === undefined || by in names)).toBe(true);
      expect(places).toHaveProperty(other);
      const acts = lines.filter(({ subject }) => subject === other).map(({ act }) => act);
      expect(acts.toSorted()).toEqual(['accept-place', 'decline-place']);
    }
  });

  test('a question that is taken back is answered no more, and one that cannot hold is not asked', async () => {
    const { region, coordinator } = await aRegion();
    const { region: country } = await aRegion({ kind: 'country' });
    const city = await aPlace(world, { kind: 'city', parent: country.id });
    const asking = await aCoordinator(city);
    await move(asking, city.slug, 'city', region.id);
    await move(asking, city.slug, 'city', country.id);
    const accept = coordinator.ask('POST', `/places/${region.slug}/below`, { place: city.id, answer: 'accept' });
    expect(await refusalOf(accept)).toBe('changed-meanwhile');
    const { place } = await asking.ask<SetUpView>('GET', `/places/${city.slug}/set-up`);
    const body = { part: 'tree', version: place.version, kind: 'country', parent: region.id };
    expect(await wrongField(asking, 'PUT', `/places/${city.slug}/set-up`, body)).toEqual([
      { pointer: '/kind', code: 'kind-not-below' },
    ]);
  });

  test('whoever may answer hears of the question by mail, whoever asked hears the answer; what was taken back is told nobody', async () => {
    const mails: string[] = [];
    world.mail = async ({ to, subject, text }) => void mails.push(`${to} ${subject} ${text}`);
    world.say = (locale, key, says) =>
      key.endsWith('-subject') ? `${locale} ${key}` : `${says?.place} < ${says?.above} ${says?.page}`;
    const tell = async () => {
      await tellPlaces(world);
      await tellPlaces(world);
      await sendMails(world);
      return mails.splice(0);
    };
    const city = await aPlace(world, { kind: 'city', name: { en: { text: 'Solmira', provenance: 'original' } } });
    const region = await aPlace(world, { kind: 'region', name: { en: { text: 'Terraluna', provenance: 'original' } } });
    const asking = await aCoordinator(city);
    const coordinator = await aCoordinator(region);
    for (const [who, email, locale] of [
      [asking, 'ilaria@example.org', 'it'],
      [coordinator, 'marta@example.org', 'en'],
    ] as const) {
      await who.ask('PUT', '/me/work-mail', { email, locale, rhythm: 'daily' });
    }
    const say = (answer: 'accept' | 'decline') =>
      coordinator.ask('POST', `/places/${region.slug}/below`, { place: city.id, answer });

    await move(asking, city.slug, 'city', region.id);
    const both = 'Solmira < Terraluna';
    expect(await tell()).toEqual([
      `marta@example.org en mail.place-asks-subject ${both} ${world.origin}/en/p/${region.slug}/desk/below`,
    ]);
    await say('decline');
    expect(await tell()).toEqual([
      `ilaria@example.org it mail.place-declined-subject ${both} ${world.origin}/it/p/${city.slug}`,
    ]);
    await move(asking, city.slug, 'city', region.id);
    await say('accept');
    expect(await tell()).toEqual([
      `ilaria@example.org it mail.place-accepted-subject ${both} ${world.origin}/it/p/${city.slug}`,
    ]);
    const { region: other, coordinator: third } = await aRegion();
    await third.ask('PUT', '/me/work-mail', { email: 'third@example.org', locale: 'en', rhythm: 'daily' });
    await move(asking, city.slug, 'city', other.id);
    await move(asking, city.slug, 'city', region.id);
    expect(await tell()).toEqual([]);
  });

  test('a place does not become narrower than what stands below it', async () => {
    const { region, coordinator, open } = await aRegion();
    await open(opening('city'));
    const { place } = await coordinator.ask<SetUpView>('GET', `/places/${region.slug}/set-up`);
    const body = { part: 'tree', version: place.version, kind: 'city', parent: null };
    expect(await wrongField(coordinator, 'PUT', `/places/${region.slug}/set-up`, body)).toEqual([
      { pointer: '/kind', code: 'kind-not-below' },
    ]);
  });
});

describe('to a region that wants to know what its cities ask', () => {
  test('it sees their public consultations, phases and results, at every level below, and nothing that is not public', async () => {
    const { region, open } = await aRegion();
    const network = await open(opening('network'));
    const city = await aPlace(world, { parent: network.id });
    const { consultation, passages } = await aConsultation(world, { place: city, phase: 'deliberating' });
    await aDraftIn(city);
    const person = await aParticipant(world, consultation);
    await person.vote(consultation.id, firstItem(passages), 'agree');
    world.pass(12 * DAY);
    await recountConsultations(world);
    const analyst = someoneIn(world);
    analyst.useCookie(`__Host-session=${(await aStaffMember(world, region, 'analyst')).token}`);
    const { places } = await analyst.ask<BelowView>('GET', `/places/${region.slug}/below`);
    expect(places.map(({ slug, level }) => [slug, level])).toEqual([
      [network.slug, 1],
      [city.slug, 2],
    ]);
    expect(places[1]?.consultations).toMatchObject([
      { id: consultation.id, standing: { phase: 'drafting' }, result: { people: null } },
    ]);
  });

  test('an office above opens nothing below: not the set-up, not the ledger, not a draft', async () => {
    const { region } = await aRegion();
    const city = await aPlace(world, { parent: region.id });
    const consultation = await aDraftIn(city);
    const above = await aCoordinator(region);
    expect((await above.send('GET', `/places/${city.slug}/set-up`)).status).toBe(403);
    expect((await above.send('GET', `/places/${city.slug}/ledger`)).status).toBe(403);
    expect((await above.send('GET', `/consultations/${consultation.id}`)).status).toBe(404);
  });
});

describe('to whoever runs the platform', () => {
  test('a coordinator of a place at the top opens one more place at the top; one of a place below does not', async () => {
    const { coordinator } = await aRegion();
    expect(await coordinator.ask<PlaceBrief>('POST', '/places', opening('country'))).not.toHaveProperty('parent');
    const { region } = await aRegion();
    const below = await aCoordinator(await aPlace(world, { parent: region.id }));
    expect(await refusalOf(below.ask('POST', '/places', opening('country')))).toBe('role-missing');
  });
});
