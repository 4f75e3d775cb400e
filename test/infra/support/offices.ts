import { CLOCK_JOBS } from '#functions/jobs/by-clock.ts';
import { anAuthenticator, makePasskey, signInWith, type Authenticator } from '#test/support/authenticator.ts';
import { comingByCard } from '#test/support/batches.ts';
import { aConsultation, aStaffMember } from '#test/support/builders.ts';
import { aCase, aNotice, caseNow, decidedBy, aModerator } from '#test/support/cases.ts';
import { aParticipant } from '#test/support/people.ts';
import type { Town } from '#test/support/every-route.ts';
import type { BatchView, MadeCards } from '#shared/batches/schema.ts';
import type { Receipt } from '#shared/moderation/schema.ts';
import type { MyKeys } from '#shared/passkeys/schema.ts';
import type { StaffView } from '#shared/staff/views.ts';
import type { SetUpView } from '#shared/places/views.ts';
import { DAY, HOUR, SECOND, dayOf, instant, later } from '#shared/time.ts';
import type { AskingDesk } from '#shared/answers/views.ts';
import type { Measure } from '#shared/measures/schema.ts';
import type { Resident } from '#test/support/resident.ts';
import { aDrafter } from '#test/support/versions.ts';
import type { TestWorld } from '#test/support/world.ts';
import type { Cloud } from './cloud.ts';
import { askEveryRoute } from './every-answer.ts';
import { readEveryPage } from './every-page.ts';
import { aPersonIn, type Person } from './person.ts';

const aCoordinator = async (cloud: Cloud, world: TestWorld, { place }: Town): Promise<Person> => {
  const olga = aPersonIn(cloud);
  olga.useCookie(`__Host-session=${(await aStaffMember(world, place, 'coordinator')).token}`);
  return olga;
};

const invited = async (olga: Person, { place }: Town, given: object = {}): Promise<{ path: string; token: string }> => {
  const asked = { name: 'Amal', roles: ['mediator'], locale: 'en', email: 'amal@example.org', ...given };
  const { link } = await olga.ask<{ link: string }>('POST', `/places/${place.slug}/invitations`, asked);
  const token = link.split('/invite/')[1] ?? '';
  return { token, path: `/invitations/${token}` };
};

const accepts = async (who: Person, path: string, device: Authenticator): Promise<void> => {
  const answer = device.register(await who.ask('POST', `${path}/options`));
  await who.ask('POST', `${path}/accept`, { passkey: { name: 'Phone', answer } });
};

/** Somebody is asked into office, comes in by a passkey, looks after her keys, comes back, and goes. */
const comeAndGoInOffice = async (cloud: Cloud, world: TestWorld, town: Town): Promise<void> => {
  const staff = `/places/${town.place.slug}`;
  const room = `/en/p/${town.place.slug}/desk/staff`;
  const olga = await aCoordinator(cloud, world, town);
  const device = anAuthenticator();
  const amal = aPersonIn(cloud);
  await accepts(amal, (await invited(olga, town)).path, device);
  await cloud.tick('mail');
  await makePasskey(amal, device, 'Key ring');
  const { passkeys } = await amal.ask<MyKeys>('GET', '/me/keys');
  const [first, second] = passkeys;
  await amal.ask('PUT', `/me/passkeys/${first?.id}`, { name: 'Old phone' });
  const { codes } = await amal.ask<{ codes: string[] }>('POST', '/me/recovery-codes');
  await amal.ask('POST', '/me/recovery-codes');
  await amal.post('/en/me/keys', { form: 'codes' });
  await amal.ask('DELETE', `/me/passkeys/${first?.id}`);
  await amal.post('/en/me/work-mail', { form: 'work-mail', email: 'a@example.org', locale: 'en', rhythm: 'daily' });
  await amal.post('/en/me/work-mail', { form: 'remove' });
  await amal.ask('PUT', '/me/work-mail', { email: 'amal@example.org', locale: 'en', rhythm: 'daily' });
  await signInWith(aPersonIn(cloud), device, {}, second ? 1 : 0);
  const back = aPersonIn(cloud);
  await back.send('POST', '/sessions/code', { code: codes[0] });
  await back.post('/en/sign-in', { form: 'code', code: codes[1] ?? '' });
  await amal.ask('POST', (await invited(olga, town, { roles: ['analyst'] })).path + '/accept', {});
  await olga.post(room, { form: 'invite', name: 'Rosa', roles: 'mediator', locale: 'en', email: 'rosa@example.org' });
  const { people, invitations } = await olga.ask<StaffView>('GET', `${staff}/staff`);
  for (const { id } of invitations ?? []) await olga.ask('DELETE', `${staff}/invitations/${id}`);
  const her = people.find(({ name }) => name === 'Amal');
  const change = { reason: 'As agreed.', version: her?.version };
  await olga.ask('PUT', `${staff}/staff/${her?.participant}`, { ...change, roles: ['mediator'] });
  const { people: now } = await olga.ask<StaffView>('GET', `${staff}/staff`);
  const version = now.find(({ name }) => name === 'Amal')?.version;
  await olga.ask('PUT', `${staff}/staff/${her?.participant}`, { ...change, roles: [], version });
  await amal.send('DELETE', '/me');
};

/** Cards are planned, printed, used, and taken back. */
const handOutCards = async (cloud: Cloud, world: TestWorld, town: Town): Promise<void> => {
  const olga = await aCoordinator(cloud, world, town);
  const batches = `/places/${town.place.slug}/batches`;
  const planned = await olga.ask<BatchView>('POST', batches, {
    purpose: 'School gate',
    size: 10,
    lastDay: '2027-01-31',
    consultations: [],
    name: 'Rosa',
  });
  const one = `${batches}/${planned.number}`;
  const { version, languages } = { version: planned.version, languages: ['en'] };
  const { digits } = await olga.ask<MadeCards>('POST', `${one}/cards`, { version, languages });
  const handed = await aConsultation(world, { place: town.place, doors: ['handed'] });
  const { who } = await comingByCard(world, digits);
  await who.join(handed.consultation.id);
  await olga.read(`/en/p/${town.place.slug}/desk/cards/${planned.number}`);
  const { version: now } = await olga.ask<BatchView>('GET', one);
  await olga.send('POST', `${one}/revocation`, { reason: 'They were lost.', version: now });
  world.pass(30 * SECOND);
  await comingByCard(world, digits).catch(() => undefined);
};

/** An institution is asked, reminded, answers, gets another link, and is asked no more; a measure follows. */
const answerForTheCity = async (cloud: Cloud, world: TestWorld, town: Town): Promise<void> => {
  const olga = await aCoordinator(cloud, world, town);
  const { consultation, passages } = await aConsultation(world, { place: town.place, phase: 'answered' });
  const [con, psg] = [consultation.id, passages[0]?.id ?? ''];
  const asked = {
    name: 'Housing office',
    locale: 'en',
    due: dayOf(later(world.now(), 5 * DAY)),
    document: passages[0]?.document,
    points: passages.map(({ id }) => id),
    email: 'office@example.org',
  };
  const { link } = await olga.ask<{ link: string }>('POST', `/consultations/${con}/addressees`, asked);
  const path = `/answering/${link.split('/answer/')[1] ?? ''}`;
  await cloud.tick('reminders');
  const office = aPersonIn(cloud);
  await office.ask('GET', path);
  await office.ask('PUT', `${path}/points/${psg}`, {
    outcome: 'taken-up',
    why: { en: 'Yes.' },
    who: 'Housing office',
    give: true,
    version: 0,
  });
  const { addressees } = await olga.ask<AskingDesk>('GET', `/consultations/${con}/addressees`);
  const one = `/consultations/${con}/addressees/${addressees[0]?.id ?? ''}`;
  await olga.ask('PUT', `${one}/answers/${psg}/translations`, { why: { it: 'Sì.' }, version: 1 });
  const measure = {
    title: { en: 'Lifts' },
    owner: 'Housing office',
    deadline: '2090-01-31',
    indicator: { en: 'Lifts built' },
    target: {},
  };
  world.pass(30 * SECOND);
  const planned = await olga.ask<Measure>('POST', `/consultations/${con}/measures`, { ...measure, passage: psg });
  await olga.ask('PUT', `/consultations/${con}/measures/${planned.id}`, {
    ...measure,
    state: 'under-way',
    note: { en: 'Begun.' },
    version: 1,
  });
  await olga.ask('POST', `${one}/link`);
  await olga.ask('DELETE', one);
};

/** A part of a text is written anew and published, and somebody reads what changed. */
const writeTheNextText = async (cloud: Cloud, world: TestWorld, { place }: Town): Promise<void> => {
  const made = await aConsultation(world, { place, phase: 'drafting' });
  const drafter = await aDrafter(world, made);
  const psg = made.passages[0]?.id ?? '';
  await drafter.begin();
  await drafter.rework(psg, 'Every house has a lift.');
  await drafter.note();
  await drafter.publish();
  await cloud.tick('versions');
  await drafter.who.ask('GET', `/consultations/${made.consultation.id}/passages/${psg}/comparison?from=1`);
};

/** A trusted organisation reports danger in the form of the page, a moderator finds something, in a place that asks for hints. */
const reportByForm = async (cloud: Cloud, world: TestWorld, town: Town, author: Resident, con: string) => {
  const { place } = town;
  const olga = await aCoordinator(cloud, world, town);
  const { version } = (await olga.ask<SetUpView>('GET', `/places/${place.slug}/set-up`)).place;
  const change = { part: 'triage', version, isOn: true, measured: null };
  await olga.ask('PUT', `/places/${place.slug}/set-up`, change);
  const from = instant(world.clock() - DAY);
  const trust = { organisation: 'No hate', from, until: later(from, 30 * DAY) };
  const { token } = await olga.ask<{ token: string }>('POST', `/places/${place.slug}/flaggers`, trust);
  world.pass(30 * SECOND);
  const { id } = await author.suggest(con, 'Other words that somebody reports.');
  const nora = aPersonIn(cloud);
  const said = { form: 'report', kind: 'incitement', why: 'It calls for violence.', language: 'en', danger: 'yes' };
  const named = { name: 'Nora', email: 'nora@example.org', goodFaith: 'yes' };
  await nora.post(`/en/c/${con}/report?ctr=${id}&flagger=${token}`, { ...said, ...named });
  const found = await author.suggest(con, 'Words that a moderator finds.');
  const mona = aPersonIn(cloud);
  mona.useCookie(`__Host-session=${(await aStaffMember(world, place, 'moderator')).token}`);
  const opened = { consultation: con, subject: { kind: 'contribution', id: found.id }, kind: 'spam', grounds: [] };
  const cases = `/places/${place.slug}/cases`;
  await mona.ask('POST', cases, { ...opened, danger: false });
  for (const part of ['language=en', 'kind=spam', 'mine=yes']) await mona.ask('GET', `${cases}?${part}`);
  await cloud.tick('triage');
};

/** Somebody reports words and hears what became of it; their author leaves. */
const reportWords = async (cloud: Cloud, world: TestWorld, town: Town): Promise<void> => {
  const { place } = town;
  const { consultation } = await aConsultation(world, { place });
  const author = await aParticipant(world, consultation);
  const one = await aCase(world, { place, con: consultation.id, author });
  const subject = { kind: 'contribution', id: one.contribution as `ctr_${string}` } as const;
  await reportByForm(cloud, world, town, author, consultation.id);
  const named = { name: 'Nora', email: 'nora@example.org', goodFaith: true };
  const { code } = await aPersonIn(cloud).ask<Receipt>(
    'POST',
    `/consultations/${consultation.id}/notices`,
    aNotice(subject, named),
  );
  await author.ask('POST', `/consultations/${consultation.id}/notices`, aNotice(subject, named));
  const nora = aPersonIn(cloud);
  await nora.send('POST', '/notices/state', { code });
  await nora.send('POST', '/notices/messages', { code, text: 'There is more of it.', language: 'en' });
  const moderator = await aModerator(world, place);
  await moderator.send('POST', `${one.path}/take`, { version: (await caseNow(world, one.id)).version });
  await decidedBy(world, one, moderator);
  world.pass(HOUR);
  await cloud.tick('mail');
  await nora.send('POST', '/notices/appeal', { code, why: 'All of it should go.', language: 'en' });
  await author.ask('GET', '/me/data');
  await author.ask('DELETE', '/me');
};

/** Everything that people in office do, and what follows from it by the clock. */
export const doEverythingInOffice = async (cloud: Cloud): Promise<void> => {
  const { world, town } = await askEveryRoute(cloud);
  await comeAndGoInOffice(cloud, world, town);
  await handOutCards(cloud, world, town);
  await reportWords(cloud, world, town);
  await writeTheNextText(cloud, world, town);
  await answerForTheCity(cloud, world, town);
  await readEveryPage(cloud, world, town);
  world.pass(DAY);
  for (const job of CLOCK_JOBS) await cloud.tick(job);
  world.pass(500 * DAY);
  for (const job of CLOCK_JOBS) await cloud.tick(job);
};
