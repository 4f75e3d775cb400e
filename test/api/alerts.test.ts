import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { BY_CLOCK } from '#functions/jobs/by-clock.ts';
import { readLines } from '#functions/ledger/store.ts';
import type { Mail } from '#functions/mail/mailer.ts';
import { caseAbout } from '#functions/moderation/store.ts';
import type { Consultation } from '#shared/consultations/schema.ts';
import type { PublicContribution } from '#shared/contributions/schema.ts';
import type { CaseId, Notify } from '#shared/moderation/schema.ts';
import type { CasePage, CaseView } from '#shared/moderation/desk-views.ts';
import type { Place } from '#shared/places/schema.ts';
import type { SetUpView } from '#shared/places/views.ts';
import { DAY, HOUR, MINUTE } from '#shared/time.ts';
import { aConsultation, aStaffMember } from '#test/support/builders.ts';
import { aModerator, caseNow, keeping, report } from '#test/support/cases.ts';
import { aParticipant, refusalOf, someoneIn } from '#test/support/people.ts';
import type { Resident } from '#test/support/resident.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

const TEXT = 'Words that nobody should find in a mail.';
let world: TestWorld;
let place: Place;
let consultation: Consultation;
let outbox: Mail[];
beforeAll(async () => {
  world = await aWorld();
  world.mail = (mail) => Promise.resolve(void outbox.push(mail));
});
afterAll(() => world.end());
beforeEach(async () => {
  outbox = [];
  ({ place, consultation } = await aConsultation(world));
});

const aCaseOf = async (more: Partial<Notify>): Promise<CaseId> => {
  const { id } = await (await aParticipant(world, consultation)).suggest(consultation.id, TEXT);
  await report(world, consultation.id, id, more);
  return (await caseAbout(world, id)) as CaseId;
};
const withMail = async (rhythm: 'at-once' | 'daily' | 'weekly' | 'never'): Promise<Resident> => {
  const moderator = await aModerator(world, place);
  await moderator.ask('PUT', '/me/work-mail', { email: `${rhythm}@${place.slug}.org`, locale: 'en', rhythm });
  return moderator;
};
/** The mails that went out since somebody looked last: to whom, about what. */
const sent = async (): Promise<string[]> => {
  await BY_CLOCK.mail(world);
  const mails = outbox.splice(0);
  expect(JSON.stringify(mails)).not.toContain(TEXT);
  return mails
    .filter(({ to }) => to.endsWith(`@${place.slug}.org`))
    .map(({ to, subject }) => `${to.split('@')[0]} ${/mail\.([\w-]+)-subject/.exec(subject)?.[1]}`)
    .sort();
};

describe('to a moderator', () => {
  test('what may be a crime, shows somebody, or puts somebody in danger is told at once, whatever her rhythm', async () => {
    for (const rhythm of ['daily', 'weekly', 'never'] as const) await withMail(rhythm);
    const both = ['daily urgent', 'weekly urgent'];
    await aCaseOf({ kind: 'hate-speech' });
    expect(await sent()).toEqual([]);
    for (const notice of [{ kind: 'incitement' }, { kind: 'personal-data' }, { kind: 'spam', danger: true }] as const) {
      await aCaseOf(notice);
      expect(await sent()).toEqual(both);
      expect(await sent()).toEqual([]);
    }
  });

  test('what waits is told as often as she wants, and never to one who wants none', async () => {
    for (const rhythm of ['at-once', 'daily', 'weekly', 'never'] as const) await withMail(rhythm);
    await aCaseOf({ kind: 'hate-speech' });
    const digests = async (after: number): Promise<string[]> => {
      world.pass(after);
      await BY_CLOCK.cases(world);
      return sent();
    };
    const all = ['at-once digest', 'daily digest', 'weekly digest'];
    expect(await digests(0)).toEqual(all);
    expect(await digests(HOUR)).toEqual([]);
    await aCaseOf({ kind: 'harassment' });
    expect(await digests(0)).toEqual(['at-once digest']);
    expect(await digests(DAY)).toEqual(['daily digest']);
    expect(await digests(6 * DAY)).toEqual(['daily digest', 'weekly digest']);
  });

  test('danger goes in one step to the authority that the place has named, with a record', async () => {
    const moderator = await aModerator(world, place);
    const id = await aCaseOf({ kind: 'incitement', danger: true });
    const path = `/places/${place.slug}/cases/${id}`;
    const tell = async () =>
      moderator.ask('POST', `${path}/escalation`, {
        danger: 'threat-to-a-person',
        version: (await caseNow(world, id)).version,
      });
    expect(await refusalOf(tell())).toBe('contact-missing');
    const coordinator = someoneIn(world);
    coordinator.useCookie(`__Host-session=${(await aStaffMember(world, place, 'coordinator')).token}`);
    const { version } = (await coordinator.ask<SetUpView>('GET', `/places/${place.slug}/set-up`)).place;
    const escalation = { name: 'The duty officer', phone: '+39 000', email: `duty@${place.slug}.org` };
    const rest = { part: 'moderation', version, premoderation: false, rhythm: 'daily', exposureCap: null };
    await coordinator.ask('PUT', `/places/${place.slug}/set-up`, { ...rest, appealsTo: null, escalation });
    world.pass(MINUTE);
    expect((await moderator.ask<CaseView>('GET', path)).authority).toEqual(escalation);
    await tell();
    expect(await sent()).toEqual(['duty escalation']);
    expect(await moderator.ask<CaseView>('GET', path)).toMatchObject({
      escalated: true,
      danger: true,
      escalation: { danger: 'threat-to-a-person', to: 'The duty officer' },
    });
    const { lines } = await readLines(world, place.id, undefined, 20);
    expect(lines.filter(({ act }) => act === 'escalate-case')).toMatchObject([
      { subject: id, why: 'threat-to-a-person' },
    ]);
  });
});

describe('where words wait until somebody has read them', () => {
  test('nobody but their author reads them, the desk does, and she is told how long others waited', async () => {
    const { consultation: con } = await aConsultation(world, { place, premoderation: true });
    const moderator = await aModerator(world, place);
    const [author, reader] = [await aParticipant(world, con), await aParticipant(world, con)];
    const waited = () => author.ask<{ median?: number }>('GET', `/consultations/${con.id}/waiting`);
    const seenBy = async (who: Resident, id: string) =>
      (await who.send('GET', `/consultations/${con.id}/contributions/${id}`)).status;
    for (const minutes of [10, 30, 20]) {
      const { id, state } = await author.ask<PublicContribution>('POST', `/consultations/${con.id}/contributions`, {
        kind: 'suggestion',
        text: TEXT,
        language: 'en',
      });
      expect([state, await seenBy(author, id), await seenBy(reader, id)]).toEqual(['waiting', 200, 404]);
      expect((await reader.deck(con.id)).cards.map((card) => card.id)).not.toContain(id);
      const { cases } = await moderator.ask<CasePage>('GET', `/places/${place.slug}/cases?kind=first-reading`);
      expect(cases).toMatchObject([{ why: 'first-reading', state: 'waiting' }]);
      expect(await waited()).toEqual({});
      world.pass(minutes * MINUTE);
      const one = cases[0]?.id as CaseId;
      await moderator.ask('POST', `/places/${place.slug}/cases/${one}/decision`, keeping(TEXT, 1));
      expect(await seenBy(reader, id)).toBe(200);
    }
    expect(await waited()).toEqual({ median: 20 * 60 });
  });
});
