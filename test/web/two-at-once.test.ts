import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSession } from '#functions/participants/service.ts';
import { appointStaff } from '#functions/staff/service.ts';
import type { Phrase } from '#shared/moderation/phrases.ts';
import type { SetUpView } from '#shared/places/views.ts';
import type { StaffView } from '#shared/staff/views.ts';
import { SECOND } from '#shared/time.ts';
import { aCloud, type Cloud } from '#test/infra/support/cloud.ts';
import { someCards } from '#test/support/batches.ts';
import { aConsultation, aPlace, aStaffMember } from '#test/support/builders.ts';
import { aResident, type Resident } from '#test/support/resident.ts';

type Fields = Record<string, string>;
type Form = {
  what: string;
  /** The page, what the form held when both opened it, what the first saved and what the second sends. */
  open: () => Promise<{ page: string; held: Fields; first: Fields; second: Fields; shown: [string, string] }>;
};

let cloud: Cloud;
let desk: string;
let slug: string;
let con: string;
let olga: Resident;
let post: (path: string, fields: Fields) => Promise<{ status: number; html: string }>;

beforeAll(async () => {
  cloud = await aCloud();
  const { operator, request } = cloud;
  const place = await aPlace(operator);
  slug = place.slug;
  desk = `/en/p/${slug}/desk`;
  con = (await aConsultation(operator, { place })).consultation.id;
  olga = aResident((path, init) => request(path, init));
  const participant = await appointStaff(operator, place.id, ['coordinator', 'moderator'], 'Olga');
  const cookie = `__Host-session=${await openSession(operator, participant)}`;
  olga.useCookie(cookie);
  post = async (path, fields) => {
    const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' };
    const response = await request(path, { method: 'POST', headers, body: new URLSearchParams(fields).toString() });
    return { status: response.status, html: await response.text() };
  };
  await someCards(operator, place);
});
afterAll(() => cloud.operator.end());

const FORMS: Form[] = [
  {
    what: 'a part of the set-up',
    open: async () => {
      const { place } = await olga.ask<SetUpView>('GET', `/places/${slug}/set-up`);
      const { controller, retentionMonths } = place.privacy;
      const held = {
        form: 'privacy',
        version: String(place.version),
        controller,
        contact: 'a@example.org',
        'legalBasis.en': 'By law.',
        retentionMonths: String(retentionMonths),
        ageOfConsent: '14',
      };
      const [first, second] = [{ contact: 'first@example.org' }, { contact: 'second@example.org' }];
      return { page: `${desk}/set-up/privacy`, held, first, second, shown: [first.contact, second.contact] };
    },
  },
  {
    what: 'how many cards of a batch were handed out',
    open: async () => {
      const { version } = await olga.ask<{ version: number }>('GET', `/places/${slug}/batches/1`);
      const held = { form: 'handed', version: String(version) };
      return { page: `${desk}/cards/1`, held, first: { handed: '3' }, second: { handed: '7' }, shown: ['3', '7'] };
    },
  },
  {
    what: 'whether a batch counts',
    open: () => {
      const held = { form: 'decide-1', batch: '1', version: '0', counting: 'apart' };
      const [first, second] = [{ reason: 'Said the first.' }, { reason: 'Said the second.' }];
      const page = `/en/c/${con}/desk/batches`;
      return Promise.resolve({ page, held, first, second, shown: [first.reason, second.reason] });
    },
  },
  {
    what: 'what a colleague may do',
    open: async () => {
      const place = (await olga.ask<SetUpView>('GET', `/places/${slug}/set-up`)).place;
      const { actor } = await aStaffMember(cloud.operator, place, 'mediator');
      const { people } = await olga.ask<StaffView>('GET', `/places/${slug}/staff`);
      const her = people.find(({ participant }) => participant === actor.participant);
      const held = {
        form: `roles-${actor.participant}`,
        participant: actor.participant,
        version: String(her?.version),
        roles: 'analyst',
        reason: 'As agreed.',
      };
      const [first, second] = [{ name: 'Amal the first' }, { name: 'Amal the second' }];
      return { page: `${desk}/staff`, held, first, second, shown: [first.name, second.name] };
    },
  },
  {
    what: 'a phrase for decisions',
    open: async () => {
      const given = {
        kind: 'fact',
        title: 'Insults',
        text: { en: { text: 'It insults.', provenance: 'original' } },
        version: 1,
      };
      const { id, version } = await olga.ask<Phrase>('POST', `/places/${slug}/phrases`, given);
      const held = {
        form: `change-${id}`,
        phrase: id,
        version: String(version),
        kind: 'fact',
        'text.en': 'It insults.',
      };
      const [first, second] = [{ title: 'Insults, first' }, { title: 'Insults, second' }];
      return { page: `${desk}/phrases`, held, first, second, shown: [first.title, second.title] };
    },
  },
];

describe('to two who change one thing at once, without a script', () => {
  test.each(FORMS)(
    '$what: the second is told, sees both texts, loses nothing, and may send hers again',
    async ({ open }) => {
      const { page, held, first, second, shown } = await open();
      expect((await post(page, { ...held, ...first })).status).toBe(303);
      cloud.operator.pass(30 * SECOND);
      const { status, html } = await post(page, { ...held, ...second });
      expect(status).toBe(409);
      const beside = html.slice(html.indexOf('both-texts-label'));
      for (const text of shown) expect(beside).toContain(text);
      for (const text of Object.values(second)) expect(html).toContain(text);
      const version = /name="version" value="(\d+)"/.exec(html.slice(html.lastIndexOf(`value="${held.form}"`)))?.[1];
      expect(version).not.toBe(held.version);
      expect((await post(page, { ...held, ...second, version: version ?? '' })).status).toBe(303);
    },
  );
});
