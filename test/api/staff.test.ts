import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sendMails } from '#functions/jobs/send-mails.ts';
import type { Mail } from '#functions/mail/mailer.ts';
import { staffToMail } from '#functions/staff/service.ts';
import type { LedgerLine } from '#shared/ledger/schema.ts';
import type { MyData } from '#shared/participants/my-data.ts';
import type { Me } from '#shared/participants/schema.ts';
import type { Role } from '#shared/places/rules.ts';
import type { Place } from '#shared/places/schema.ts';
import type { ProblemDetails } from '#shared/problems.ts';
import type { InvitationView, StaffView } from '#shared/staff/views.ts';
import { Reason } from '#shared/consultations/schema.ts';
import { STAFF_NAME_LENGTH } from '#shared/staff/rules.ts';
import { DAY, MINUTE, SECOND } from '#shared/time.ts';
import { Words } from '#shared/words.ts';
import { anAuthenticator, signInWith } from '#test/support/authenticator.ts';
import { aPlace, aStaffMember } from '#test/support/builders.ts';
import { hostileStrings, OWN } from '#test/support/hostile.ts';
import { refusalOf, someoneIn } from '#test/support/people.ts';
import type { Resident } from '#test/support/resident.ts';
import { findStored } from '#test/support/stored.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let other: TestWorld;
beforeAll(async () => {
  world = await aWorld();
  other = world.beside();
});
afterAll(() => world.end());

type Colleague = { who: Resident; id: string; place: Place };
const inOffice = async (place: Place, role: Role = 'coordinator', where: TestWorld = world): Promise<Colleague> => {
  const { actor, token } = await aStaffMember(world, place, role);
  const who = someoneIn(where);
  who.useCookie(`__Host-session=${token}`);
  return { who, id: actor.participant, place };
};
const aDesk = async () => inOffice(await aPlace(world));
/** The same browser, answered by the other process. */
const elsewhere = ({ who }: Colleague): Resident => {
  const same = someoneIn(other);
  same.useCookie(who.cookie());
  return same;
};

const staffOf = ({ who, place }: Colleague) => who.ask<StaffView>('GET', `/places/${place.slug}/staff`);
const linesOf = async ({ who, place }: Colleague) =>
  who.ask<{ lines: LedgerLine[]; names: Record<string, string> }>('GET', `/places/${place.slug}/ledger`);
const change = (by: Colleague, whom: string, roles: Role[], version = 1) =>
  by.who.ask('PUT', `/places/${by.place.slug}/staff/${whom}`, { roles, reason: 'As agreed.', version });
const invite = async (by: Colleague, given: object = {}): Promise<string> => {
  const asked = { name: 'Amal', roles: ['moderator'], locale: 'en', ...given };
  const { link } = await by.who.ask<{ link: string }>('POST', `/places/${by.place.slug}/invitations`, asked);
  return link;
};
const tokenIn = (link: string): string => link.split('/invite/')[1] ?? '';
const accept = async (link: string, who = someoneIn(world), device = anAuthenticator()) => {
  const path = `/invitations/${tokenIn(link)}`;
  const answer = device.register(await who.ask('POST', `${path}/options`));
  return who.send('POST', `${path}/accept`, { passkey: { name: 'Phone', answer } });
};
const codeOf = async (response: Response): Promise<string> =>
  response.ok ? 'done' : ((await response.json()) as ProblemDetails).code;
const meOf = (who: Resident) => who.ask<Me>('GET', '/me');

describe('to somebody who is asked into office', () => {
  test('the link says which place, which offices, and who asks, and ends in a passkey and an open office', async () => {
    const olga = await aDesk();
    const link = await invite(olga, { roles: ['analyst', 'moderator'], locale: 'it' });
    expect(link).toMatch(/^http:\/\/localhost:3000\/it\/invite\/[\w-]{43}$/);
    const amal = someoneIn(world);
    expect(await amal.ask<InvitationView>('GET', `/invitations/${tokenIn(link)}`)).toMatchObject({
      name: 'Amal',
      roles: ['moderator', 'analyst'],
      by: 'Somebody (coordinator)',
      place: { slug: olga.place.slug },
    });
    const device = anAuthenticator();
    expect((await accept(link, amal, device)).status).toBe(204);
    expect(await meOf(amal)).toMatchObject({
      office: 'open',
      reads: ['it'],
      roles: [{ roles: ['moderator', 'analyst'] }],
    });
    const later = someoneIn(other);
    expect((await signInWith(later, device)).status).toBe(200);
    expect((await later.send('GET', `/places/${olga.place.slug}/ledger`)).status).toBe(200);
    expect((await staffOf(olga)).people.map(({ name, roles }) => [name, roles])).toContainEqual([
      'Amal',
      ['moderator', 'analyst'],
    ]);
  });

  test('it works once, for fifty who open it at once', async () => {
    const olga = await aDesk();
    const link = await invite(olga);
    const answers = await Promise.all(Array.from({ length: 50 }, () => accept(link)));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(answers.filter(({ headers }) => headers.has('set-cookie'))).toHaveLength(1);
    expect(await codeOf(await someoneIn(world).send('GET', `/invitations/${tokenIn(link)}`))).toBe('invitation-over');
    expect((await staffOf(olga)).people).toHaveLength(2);
    expect((await staffOf(olga)).invitations).toEqual([]);
  });

  test('it works for seven days', async () => {
    const olga = await aDesk();
    const [link, late] = [await invite(olga), await invite(olga)];
    world.pass(7 * DAY - MINUTE);
    expect((await accept(link)).status).toBe(204);
    world.pass(MINUTE + SECOND);
    expect(await refusalOf(accept(late))).toBe('invitation-over');
  });

  test('it can be taken back, with the mail that has not left', async () => {
    const olga = await aDesk();
    const link = await invite(olga, { email: 'withdrawn@example.org' });
    const id = (await staffOf(olga)).invitations[0]?.id;
    await olga.who.ask('DELETE', `/places/${olga.place.slug}/invitations/${id}`);
    expect(await refusalOf(accept(link))).toBe('invitation-over');
    expect(await findStored(world, ['withdrawn@example.org', tokenIn(link)])).toEqual([]);
    expect((await staffOf(olga)).invitations).toEqual([]);
  });

  test('it ends with the office of whoever sent it', async () => {
    const olga = await aDesk();
    const second = await inOffice(olga.place);
    const link = await invite(second);
    await change(olga, second.id, []);
    expect(await refusalOf(accept(link))).toBe('invitation-over');
    expect((await staffOf(olga)).invitations).toEqual([]);
  });

  test('a link by mail says the place and nothing that was agreed; its token is kept nowhere once it has left', async () => {
    const olga = await aDesk();
    const sent: Mail[] = [];
    world.mail = (mail) => Promise.resolve(void sent.push(mail));
    world.say = (_, key, parameters) => `${key} ${Object.values(parameters ?? {}).join(' ')}`;
    const link = await invite(olga, { email: 'amal@example.org', locale: 'ar' });
    await sendMails(world);
    expect(sent).toMatchObject([{ to: 'amal@example.org', subject: expect.stringContaining('mail.invite-subject') }]);
    expect(sent[0]?.text).toContain(link);
    expect(await findStored(world, [tokenIn(link)])).toEqual([]);
    expect(JSON.stringify(world.logged)).not.toContain(tokenIn(link));
  });

  test('somebody in office elsewhere comes with the account she has', async () => {
    const [olga, amal] = [await aDesk(), await inOffice(await aPlace(world), 'drafter')];
    const link = await invite(olga, { name: 'Amal Here', roles: ['analyst'] });
    expect((await amal.who.send('POST', `/invitations/${tokenIn(link)}/accept`, {})).status).toBe(204);
    const { roles } = await meOf(amal.who);
    expect(roles.map((held) => [held.place, held.roles]).toSorted()).toEqual(
      [
        [amal.place.id, ['drafter']],
        [olga.place.id, ['analyst']],
      ].toSorted(),
    );
    const { people } = await staffOf(olga);
    expect(people.find(({ participant }) => participant === amal.id)).toMatchObject({ name: 'Amal Here' });
  });

  test('asked again in the same place, she holds the new roles too', async () => {
    const olga = await aDesk();
    const amal = await inOffice(olga.place, 'drafter');
    const link = await invite(olga, { roles: ['analyst'] });
    await amal.who.ask('POST', `/invitations/${tokenIn(link)}/accept`, {});
    expect((await meOf(amal.who)).roles[0]?.roles).toEqual(['drafter', 'analyst']);
    const own = await invite(olga, { roles: ['mediator'] });
    await olga.who.ask('POST', `/invitations/${tokenIn(own)}/accept`, {});
    expect((await meOf(olga.who)).roles[0]?.roles).toEqual(['mediator', 'coordinator']);
  });

  test('nobody who came by a card, or is not signed in, accepts without a passkey', async () => {
    const olga = await aDesk();
    const link = await invite(olga);
    const path = `/invitations/${tokenIn(link)}/accept`;
    const amal = await inOffice(await aPlace(world), 'drafter');
    const { digits } = await amal.who.ask<{ digits: string }>('POST', '/me/card');
    const byCard = someoneIn(world);
    await byCard.ask('POST', '/sessions', { digits });
    expect(await refusalOf(byCard.ask('POST', path, {}))).toBe('passkey-needed');
    expect(await refusalOf(someoneIn(world).ask('POST', path, {}))).toBe('not-signed-in');
    const answer = anAuthenticator('http://evil.example').register(
      await someoneIn(world).ask('POST', path.replace('accept', 'options')),
    );
    const foreign = { passkey: { name: 'Phone', answer } };
    expect(await refusalOf(someoneIn(world).ask('POST', path, foreign))).toBe('passkey-not-valid');
    expect((await accept(link)).status).toBe(204);
  });
});

describe('to a city whose people change', () => {
  test('each change is a line of the ledger with who, whom, what and why, by name', async () => {
    const olga = await aDesk();
    const amal = await inOffice(olga.place, 'moderator');
    const link = await invite(olga, { name: 'Bo', roles: ['analyst'] });
    for (const act of [
      () => accept(link),
      () => change(olga, amal.id, ['drafter', 'mediator']),
      () => change(olga, amal.id, [], 2),
    ]) {
      world.pass(SECOND);
      await act();
    }
    const { lines, names } = await linesOf(olga);
    const told = lines.map(({ act, by, role, subject, why }) => [
      act,
      names[by ?? ''] ?? role,
      names[subject] ?? '',
      why,
    ]);
    expect(told.filter(([, who]) => who !== 'job')).toEqual([
      ['change-staff', 'Somebody (coordinator)', 'Somebody (moderator)', '–: As agreed.'],
      ['change-staff', 'Somebody (coordinator)', 'Somebody (moderator)', 'mediator, drafter: As agreed.'],
      ['appoint-staff', 'Somebody (coordinator)', 'Bo', 'analyst'],
      ['invite-staff', 'Somebody (coordinator)', '', 'analyst'],
    ]);
    const { former, people } = await staffOf(olga);
    expect([former.map(({ participant }) => participant), people.length]).toEqual([[amal.id], 2]);
  });

  test('roles that change or end do so in every process within 20 seconds, for a session that goes on', async () => {
    const olga = await aDesk();
    const amal = await inOffice(olga.place, 'analyst');
    const there = elsewhere(amal);
    const ledger = `/places/${olga.place.slug}/ledger`;
    expect((await there.send('GET', ledger)).status).toBe(200);
    await change(olga, amal.id, []);
    expect((await amal.who.send('GET', ledger)).status).toBe(403);
    world.pass(20 * SECOND + 1);
    expect((await there.send('GET', ledger)).status).toBe(403);
    expect(await meOf(there)).toMatchObject({ signedIn: true, roles: [] });
    await change(olga, amal.id, ['analyst'], 2);
    world.pass(20 * SECOND + 1);
    expect((await there.send('GET', ledger)).status).toBe(200);
  });

  test('what a process still remembers of somebody just dismissed appoints nobody', async () => {
    const olga = await aDesk();
    const amal = await inOffice(olga.place);
    const there = { ...amal, who: elsewhere(amal) };
    await staffOf(there);
    await change(olga, amal.id, []);
    expect(await refusalOf(invite(there))).toBe('role-missing');
    expect(await refusalOf(change(there, olga.id, []))).toBe('role-missing');
    expect((await staffOf(olga)).people).toHaveLength(1);
  });

  test('who read an older state of somebody is told so, and nothing is lost', async () => {
    const olga = await aDesk();
    const [second, amal] = [await inOffice(olga.place), await inOffice(olga.place, 'mediator')];
    await change(olga, amal.id, ['drafter']);
    expect(await refusalOf(change(second, amal.id, ['analyst']))).toBe('changed-meanwhile');
    expect((await meOf(amal.who)).roles[0]?.roles).toEqual(['drafter']);
  });

  test('whatever she is called comes back as it was written, or is refused, and so does the reason', async () => {
    const olga = await aDesk();
    const amal = await inOffice(olga.place, 'mediator');
    const path = `/places/${olga.place.slug}/staff/${amal.id}`;
    let version = 1;
    for (const text of [...OWN, ...(hostileStrings()?.naughty ?? []).filter((_, i) => i % 25 === 0)]) {
      const name = Words(STAFF_NAME_LENGTH).safeParse(text);
      const reason = Reason.safeParse(text);
      const body = { name: text, roles: ['mediator'], reason: reason.success ? text : 'As agreed.', version };
      const { status } = await olga.who.send('PUT', path, body);
      expect([text, status]).toEqual([text, name.success ? 204 : 400]);
      if (!name.success) continue;
      version++;
      const { people } = await staffOf(olga);
      expect(people.find(({ participant }) => participant === amal.id)?.name).toBe(name.data);
      world.pass(SECOND);
    }
    expect(version).toBeGreaterThan(10);
  });

  test('a reason is needed, and one cannot change somebody of another place or nobody', async () => {
    const [olga, stranger] = [await aDesk(), await inOffice(await aPlace(world), 'drafter')];
    expect(await refusalOf(change(olga, stranger.id, ['analyst']))).toBe('not-found');
    const path = `/places/${olga.place.slug}/staff/${olga.id}`;
    const silent = olga.who.ask('PUT', path, { roles: ['coordinator', 'analyst'], reason: ' ', version: 1 });
    expect(await refusalOf(silent)).toBe('invalid-request');
    expect(await refusalOf(change(olga, 'nobody', []))).toBe('not-found');
  });
});

describe('to a place that must not be left without a coordinator', () => {
  test('the last one can neither step down, nor be dismissed, nor leave', async () => {
    const olga = await aDesk();
    expect(await refusalOf(change(olga, olga.id, ['drafter']))).toBe('last-coordinator');
    expect(await refusalOf(change(olga, olga.id, []))).toBe('last-coordinator');
    expect(await refusalOf(olga.who.ask('DELETE', '/me'))).toBe('last-coordinator');
    expect((await olga.who.ask<MyData>('GET', '/me/data')).office?.places).toMatchObject([{ roles: ['coordinator'] }]);
    const second = await inOffice(olga.place);
    await change(olga, olga.id, ['drafter']);
    expect((await staffOf(second)).people.filter(({ roles }) => roles.includes('coordinator'))).toHaveLength(1);
  });

  test.each([2, 3, 5])('%i coordinators who dismiss each other in a ring at once leave one at least', async (count) => {
    const first = await aDesk();
    const ring = [first];
    while (ring.length < count) ring.push(await inOffice(first.place, 'coordinator', ring.length % 2 ? other : world));
    await Promise.all(ring.map((by, i) => refusalOf(change(by, ring[(i + 1) % count]?.id ?? '', []))));
    world.pass(20 * SECOND + 1);
    const states = await Promise.all(ring.map(async ({ who }) => (await meOf(who)).roles.length));
    expect(states.filter((held) => held > 0).length).toBeGreaterThan(0);
  });

  test('of two who both step down at once, or both leave, one stays', async () => {
    for (const way of ['step down', 'leave']) {
      const olga = await aDesk();
      const pair = [olga, await inOffice(olga.place, 'coordinator', other)];
      await Promise.all(
        pair.map((one) => refusalOf(way === 'leave' ? one.who.ask('DELETE', '/me') : change(one, one.id, ['analyst']))),
      );
      world.pass(20 * SECOND + 1);
      const states = await Promise.all(
        pair.map(async ({ who }) => (await meOf(who)).roles.flatMap(({ roles }) => roles)),
      );
      expect([way, states.flat().includes('coordinator')]).toEqual([way, true]);
    }
  });
});

describe('to somebody in office who wants to hear about work, or not', () => {
  test('the address of the invitation is hers once she has accepted, and only she sees and changes it', async () => {
    const olga = await aDesk();
    const amal = someoneIn(world);
    await accept(await invite(olga, { email: 'amal@example.org', locale: 'it' }), amal);
    const mail = { email: 'amal@example.org', locale: 'it', rhythm: 'daily' };
    expect(await amal.ask('GET', '/me/work-mail')).toEqual({ mail });
    expect(JSON.stringify(await staffOf(olga))).not.toContain('example.org');
    await amal.ask('PUT', '/me/work-mail', { ...mail, rhythm: 'weekly' });
    expect(await amal.ask('GET', '/me/work-mail')).toEqual({ mail: { ...mail, rhythm: 'weekly' } });
  });

  test('mails about a kind of work go to those who may do it here and want any', async () => {
    const olga = await aDesk();
    const drafter = await inOffice(olga.place, 'drafter');
    const analyst = await inOffice(olga.place, 'analyst');
    const stranger = await inOffice(await aPlace(world), 'drafter');
    const say = (one: Colleague, email: string, rhythm: string) =>
      one.who.ask('PUT', '/me/work-mail', { email, locale: 'en', rhythm });
    await say(olga, 'olga@example.org', 'at-once');
    await say(drafter, 'drafter@example.org', 'weekly');
    await say(analyst, 'analyst@example.org', 'never');
    await say(stranger, 'stranger@example.org', 'daily');
    const told = async (act: 'read-staff-snapshot' | 'read-ledger') =>
      (await staffToMail(world, olga.place.id, act)).map(({ email, rhythm }) => [email, rhythm]).toSorted();
    expect(await told('read-staff-snapshot')).toEqual([
      ['drafter@example.org', 'weekly'],
      ['olga@example.org', 'at-once'],
    ]);
    expect(await told('read-ledger')).toEqual([['olga@example.org', 'at-once']]);
    await olga.who.ask('DELETE', '/me/work-mail');
    expect(await told('read-ledger')).toEqual([]);
  });

  test('addresses lie in the vault only, and go with her', async () => {
    const olga = await aDesk();
    const amal = await inOffice(olga.place, 'drafter');
    await amal.who.ask('PUT', '/me/work-mail', { email: 'leaving@example.org', locale: 'en', rhythm: 'daily' });
    expect((await findStored(world, ['leaving@example.org'])).every((where) => where.includes(' in vault'))).toBe(true);
    world.pass(SECOND);
    await amal.who.ask('DELETE', '/me');
    expect(await findStored(world, ['leaving@example.org'])).toEqual([]);
    expect((await findStored(world, [amal.id])).filter((where) => where.includes(' in vault'))).toEqual([]);
    const { lines } = await linesOf(olga);
    expect(lines[0]).toMatchObject({ act: 'leave-office', by: amal.id, role: 'drafter' });
  });
});
