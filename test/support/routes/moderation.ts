import { importContribution } from '#functions/contributions/imported.ts';
import { newId } from '#functions/world.ts';
import type { Me } from '#shared/participants/schema.ts';
import type { Resident } from '../resident.ts';
import { aCase, aModerator, aNotice, caseNow, decidedBy, keeping, removing, tellNow, type MadeCase } from '../cases.ts';
import { aStaffMember } from '../builders.ts';
import { aParticipant } from '../people.ts';
import { at, type Route, type Town } from '../every-route.ts';
import type { SliceRoutes } from '../every-route.ts';
import type { TestWorld } from '../world.ts';

const made = new WeakMap<Town, Map<string, Promise<MadeCase>>>();

/** One case of a kind is enough for everybody whom the door is shut to. */
const shared = (town: Town, kind: string, make: () => Promise<MadeCase>): Promise<MadeCase> => {
  const known = made.get(town) ?? new Map<string, Promise<MadeCase>>();
  made.set(town, known);
  const one = known.get(kind) ?? make();
  known.set(kind, one);
  return one;
};

const isModerator = async (who: Resident, { place }: Town): Promise<boolean> => {
  const { roles = [] } = (await (await who.send('GET', '/me')).json()) as Partial<Me>;
  return roles.some((held) => held.place === place.id && held.roles.includes('moderator'));
};

type Kind = 'waiting' | 'told' | 'appealed';

/** A case of its own for whoever may act on it, since the act changes it. */
const caseFor = async (kind: Kind, who: Resident, town: Town, world: TestWorld): Promise<MadeCase> =>
  (await isModerator(who, town)) ? aCaseOf(kind, town, world) : shared(town, kind, () => aCaseOf(kind, town, world));

const aCaseOf = async (kind: Kind, { place, scenes }: Town, world: TestWorld, writer?: Resident): Promise<MadeCase> => {
  const { consultation } = scenes.open;
  const author = writer ?? (await aParticipant(world, consultation));
  const one = await aCase(world, { place, con: consultation.id, author });
  if (kind === 'waiting') return one;
  await decidedBy(world, one, await aModerator(world, place));
  await tellNow(world, one);
  if (kind === 'appealed')
    await author.ask('POST', `/me/decisions/${one.id}/appeal`, { why: 'I meant it otherwise.', language: 'en' });
  return one;
};

type Body = (version: number, made: MadeCase, world: TestWorld) => object | Promise<object>;
const onCase =
  (rest: string, body?: Body, kind: Kind = 'waiting'): Route =>
  async (town, _, who, world) => {
    const one = await caseFor(kind, who, town, world);
    const { version } = await caseNow(world, one.id);
    return { path: `${one.path}${rest}`, ...(body && { body: await body(version, one, world) }) };
  };

const upheld = (version: number, { text }: MadeCase) => ({
  version,
  seen: keeping(text, version).seen,
  review: 'upheld',
  reasons: { phrases: ['insults-a-group'], language: 'en' },
});

/** A decision about words of whoever asks, where she may write; else about somebody else's. */
const ownDecision =
  (rest: string, body?: object): Route =>
  async (town, _, who, world) => {
    const { id } = town.scenes.open.consultation;
    if (who === town.author || who === town.another) await who.join(id);
    const { consents = [] } = (await (await who.send('GET', '/me')).json()) as Partial<Me>;
    const one = await (consents.some(({ consultation }) => consultation === id)
      ? aCaseOf('told', town, world, who)
      : shared(town, 'told', () => aCaseOf('told', town, world)));
    return { path: `/me/decisions/${one.id}${rest}`, ...(body && { body }) };
  };

const phrase = {
  kind: 'fact',
  title: 'A title',
  text: { en: { text: 'A fact.', provenance: 'original' } },
  version: 1,
};

const aPhrase = async (town: Town, world: TestWorld): Promise<string> => {
  const moderator = await aModerator(world, town.place);
  const { id } = await moderator.ask<{ id: string }>('POST', `/places/${town.place.slug}/phrases`, phrase);
  return `/places/${town.place.slug}/phrases/${id}`;
};

const flagger = { organisation: 'No hate', from: '2026-01-01T00:00:00.000Z', until: '2028-01-01T00:00:00.000Z' };

export const routes: SliceRoutes = {
  table: `
POST   /api/consultations/:con/notices                       open       201     201      201     201      201       201     201         201     201       201
POST   /api/consultations/:con/notices                       closed     201     201      201     201      201       201     201         201     201       201
POST   /api/consultations/:con/notices                       preparing  404     404      404     404      404       404     404         404     404       404
GET    /api/consultations/:con/waiting                       open       200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/waiting                       closed     200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/waiting                       preparing  404     404      404     200      200       200     200         200     404       404
POST   /api/notices/state                                    any        404     404      404     404      404       404     404         404     404       404
POST   /api/notices/appeal                                   any        404     404      404     404      404       404     404         404     404       404
POST   /api/notices/messages                                 any        404     404      404     404      404       404     404         404     404       404
GET    /api/me/decisions                                     any        401     200      200     200      200       200     200         200     200       200
GET    /api/me/decisions/:cas                                any        401     404      200     404      404       404     404         404     404       200
POST   /api/me/decisions/:cas/appeal                         any        401     404      204     404      404       404     404         404     404       204
POST   /api/me/decisions/:cas/messages                       any        401     404      204     404      404       404     404         404     404       204
GET    /api/places/:slug/cases                               any        401     403      403     403      200       403     403         403     403       403
POST   /api/places/:slug/cases                               any        401     403      403     403      201       403     403         403     403       403
POST   /api/places/:slug/cases/next                          any        401     403      403     403      200       403     403         403     403       403
GET    /api/places/:slug/cases/:cas                          any        401     403      403     403      200       403     403         403     403       403
POST   /api/places/:slug/cases/:cas/reveal                   any        401     403      403     403      200       403     403         403     403       403
POST   /api/places/:slug/cases/:cas/take                     any        401     403      403     403      204       403     403         403     403       403
POST   /api/places/:slug/cases/:cas/pass-on                  any        401     403      403     403      204       403     403         403     403       403
POST   /api/places/:slug/cases/:cas/hand-over                any        401     403      403     403      204       403     403         403     403       403
POST   /api/places/:slug/cases/:cas/opinions                 any        401     403      403     403      204       403     403         403     403       403
PUT    /api/places/:slug/cases/:cas/opinions/mine            any        401     403      403     403      404       403     403         403     403       403
POST   /api/places/:slug/cases/:cas/escalation               any        401     403      403     403      409       403     403         403     403       403
POST   /api/places/:slug/cases/:cas/decision                 any        401     403      403     403      204       403     403         403     403       403
POST   /api/places/:slug/cases/:cas/undo                     any        401     403      403     403      204       403     403         403     403       403
POST   /api/places/:slug/cases/:cas/reopening                any        401     403      403     403      204       403     403         403     403       403
POST   /api/places/:slug/cases/:cas/answer                   any        401     403      403     403      204       403     403         403     403       403
POST   /api/places/:slug/cases/:cas/undo-answer              any        401     403      403     403      204       403     403         403     403       403
POST   /api/places/:slug/cases/:cas/messages                 any        401     403      403     403      204       403     403         403     403       403
POST   /api/places/:slug/cases/:cas/earlier                  any        401     403      403     403      200       403     403         403     403       403
POST   /api/places/:slug/cases/:cas/notices/:ntc/measure     any        401     403      403     403      404       403     403         403     403       403
GET    /api/places/:slug/colleagues                          any        401     403      403     403      200       403     403         403     403       403
GET    /api/places/:slug/phrases                             any        401     403      403     403      200       403     403         403     403       403
POST   /api/places/:slug/phrases                             any        401     403      403     403      201       403     403         403     403       403
PUT    /api/places/:slug/phrases/:phr                        any        401     403      403     403      200       403     403         403     403       403
DELETE /api/places/:slug/phrases/:phr                        any        401     403      403     403      204       403     403         403     403       403
GET    /api/places/:slug/flaggers                            any        401     403      403     403      403       403     200         403     403       403
POST   /api/places/:slug/flaggers                            any        401     403      403     403      403       403     201         403     403       403
DELETE /api/places/:slug/flaggers/:flg                       any        401     403      403     403      403       403     204         403     403       403
`,
  ask: {
    'POST /api/consultations/:con/notices': async (town, scene, _, world) => {
      const { id: con } = scene === town.scenes.preparing ? town.scenes.open.consultation : scene.consultation;
      const id = newId(world, 'contribution');
      const more = { consultation: con, language: 'en', at: world.now(), item: 1000 } as const;
      await importContribution(world, { ...more, id, author: 'somebody', words: 'Reported.' });
      return { path: at(scene, '/notices'), body: aNotice({ kind: 'contribution', id }) };
    },
    'GET /api/consultations/:con/waiting': (_, scene) => ({ path: at(scene, '/waiting') }),
    'POST /api/notices/state': () => ({ path: '/notices/state', body: { code: '1234 5678 9012 3456' } }),
    'POST /api/notices/appeal': () => ({
      path: '/notices/appeal',
      body: { code: '1234567890123456', why: 'No.', language: 'en' },
    }),
    'POST /api/notices/messages': () => ({
      path: '/notices/messages',
      body: { code: '1234567890123456', text: 'No.', language: 'en' },
    }),
    'GET /api/me/decisions': () => ({ path: '/me/decisions' }),
    'GET /api/me/decisions/:cas': ownDecision(''),
    'POST /api/me/decisions/:cas/appeal': ownDecision('/appeal', { why: 'I meant it otherwise.', language: 'en' }),
    'POST /api/me/decisions/:cas/messages': ownDecision('/messages', { text: 'Why?', language: 'en' }),
    'GET /api/places/:slug/cases': ({ place }) => ({ path: `/places/${place.slug}/cases` }),
    'POST /api/places/:slug/cases': async (town, scene, _, world) => {
      const author = await aParticipant(world, scene.consultation);
      const { id } = await author.suggest(scene.consultation.id, 'Seen by a moderator.');
      return {
        path: `/places/${town.place.slug}/cases`,
        body: { consultation: scene.consultation.id, subject: { kind: 'contribution', id }, kind: 'harassment' },
      };
    },
    'POST /api/places/:slug/cases/next': ({ place }) => ({ path: `/places/${place.slug}/cases/next` }),
    'GET /api/places/:slug/cases/:cas': onCase(''),
    'POST /api/places/:slug/cases/:cas/reveal': onCase('/reveal'),
    'POST /api/places/:slug/cases/:cas/take': onCase('/take', (version) => ({ version })),
    'POST /api/places/:slug/cases/:cas/pass-on': onCase('/pass-on', (version) => ({ version })),
    'POST /api/places/:slug/cases/:cas/hand-over': onCase('/hand-over', async (version, { place }, world) => ({
      version,
      to: (await aStaffMember(world, place, 'moderator')).actor.participant,
    })),
    'POST /api/places/:slug/cases/:cas/opinions': onCase('/opinions', async (version, { place }, world) => ({
      version,
      of: (await aStaffMember(world, place, 'moderator')).actor.participant,
    })),
    'PUT /api/places/:slug/cases/:cas/opinions/mine': onCase('/opinions/mine', () => ({
      text: 'Keep it.',
      language: 'en',
    })),
    'POST /api/places/:slug/cases/:cas/escalation': onCase('/escalation', (version) => ({
      version,
      danger: 'threat-to-a-person',
    })),
    'POST /api/places/:slug/cases/:cas/decision': onCase('/decision', (version, { text }) => removing(text, version)),
    'POST /api/places/:slug/cases/:cas/undo': async (town, _, who, world) => {
      const one = await caseFor('waiting', who, town, world);
      const { version } = await caseNow(world, one.id);
      await who.send('POST', `${one.path}/decision`, removing(one.text, version));
      return { path: `${one.path}/undo`, body: { version: version + 1 } };
    },
    'POST /api/places/:slug/cases/:cas/reopening': onCase('/reopening', (version) => ({ version }), 'told'),
    'POST /api/places/:slug/cases/:cas/answer': onCase('/answer', upheld, 'appealed'),
    'POST /api/places/:slug/cases/:cas/undo-answer': async (town, _, who, world) => {
      const one = await caseFor('appealed', who, town, world);
      const { version } = await caseNow(world, one.id);
      await who.send('POST', `${one.path}/answer`, upheld(version, one));
      return { path: `${one.path}/undo-answer`, body: { version: version + 1 } };
    },
    'POST /api/places/:slug/cases/:cas/messages': onCase(
      '/messages',
      () => ({ to: 'author', text: 'We have read it.', language: 'en' }),
      'told',
    ),
    'POST /api/places/:slug/cases/:cas/earlier': onCase('/earlier'),
    'POST /api/places/:slug/cases/:cas/notices/:ntc/measure': onCase(`/notices/ntc_${'0'.repeat(16)}/measure`, () => ({
      measure: 'warn',
    })),
    'GET /api/places/:slug/colleagues': ({ place }) => ({ path: `/places/${place.slug}/colleagues` }),
    'GET /api/places/:slug/phrases': ({ place }) => ({ path: `/places/${place.slug}/phrases` }),
    'POST /api/places/:slug/phrases': ({ place }) => ({ path: `/places/${place.slug}/phrases`, body: phrase }),
    'PUT /api/places/:slug/phrases/:phr': async (town, _, __, world) => ({
      path: await aPhrase(town, world),
      body: phrase,
    }),
    'DELETE /api/places/:slug/phrases/:phr': async (town, _, __, world) => ({ path: await aPhrase(town, world) }),
    'GET /api/places/:slug/flaggers': ({ place }) => ({ path: `/places/${place.slug}/flaggers` }),
    'POST /api/places/:slug/flaggers': ({ place }) => ({ path: `/places/${place.slug}/flaggers`, body: flagger }),
    'DELETE /api/places/:slug/flaggers/:flg': async ({ place }, _, __, world) => {
      const coordinator = await aStaffMember(world, place, 'coordinator');
      const path = `/api/places/${place.slug}/flaggers`;
      const appointed = await world.app.request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: `__Host-session=${coordinator.token}` },
        body: JSON.stringify(flagger),
      });
      const { flagger: one } = (await appointed.json()) as { flagger: { id: string } };
      return { path: `/places/${place.slug}/flaggers/${one.id}` };
    },
  },
};
