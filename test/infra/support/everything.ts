import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { solveChallenge, type Challenge } from 'altcha-lib';
import type { PublicContribution } from '#shared/contributions/schema.ts';
import type { PublicReply } from '#shared/replies/schema.ts';
import { openFirstRun } from '#functions/first-run/service.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import { DAY, HOUR, SECOND, instant, later, systemClock } from '#shared/time.ts';
import { fileAt, HANDED, handOver } from '#test/support/auditing.ts';
import { aConsultation, aStaffMember, type TestConsultation } from '#test/support/builders.ts';
import type { Cloud } from './cloud.ts';
import { aPersonIn, type Person } from './person.ts';

/** Every process forgets what it remembers. */
const aWhile = 30 * SECOND;

const JOINING = { oldEnough: 'yes', consentVersion: '1', reads: 'en' };

const throughTheApi = async (
  cloud: Cloud,
  { consultation: { id: con }, passages }: TestConsultation,
): Promise<Person> => {
  const anna = aPersonIn(cloud);
  const [passage] = passages;
  await anna.join(con, { reads: ['en', 'it'] });
  await anna.vote(con, passage?.item ?? 0, 'agree');
  const about = await anna.suggest(con, 'A lamp at every stop.', passage ? { passage: passage.id } : {});
  const own = await anna.suggest(con, 'A bench at every stop.');
  await anna.ask('PATCH', `/consultations/${con}/contributions/${own.id}`, { text: 'A bench at each stop.' });
  await anna.ask('GET', `/consultations/${con}/contributions/${own.id}`);
  await anna.ask('GET', `/consultations/${con}/contributions?passage=${passage?.id}`);
  const thread = `/consultations/${con}/threads/${own.id}`;
  const root = await anna.ask<PublicReply>('POST', thread, { text: 'With a back.', language: 'en' });
  await anna.ask('POST', thread, { text: 'And arms.', language: 'en', answers: { id: root.id, root: root.id } });
  await anna.ask('PATCH', `${thread}/${root.id}/${root.id}`, { text: 'With a high back.' });
  await anna.ask('GET', thread);
  await anna.ask('DELETE', `${thread}/${root.id}/${root.id}`);
  await anna.ask('DELETE', `/consultations/${con}/contributions/${about.id}`);
  await anna.ask('PUT', `/consultations/${con}/belonging`, { version: 1, consent: true, answers: ['roma'] });
  await anna.ask('DELETE', `/consultations/${con}/belonging`);
  await anna.ask('PUT', '/me/settings', { reads: ['en'] });
  await anna.ask('PUT', `/consultations/${con}/contact`, { email: 'anna@example.org', locale: 'en' });
  await cloud.tick('mail');
  await anna.ask('POST', '/contacts/confirm', { token: tokenIn(cloud) });
  await anna.ask('PUT', `/consultations/${con}/contact`, { email: 'anna.b@example.org', locale: 'en' });
  const stays = aPersonIn(cloud);
  await stays.join(con);
  await stays.ask('PUT', `/consultations/${con}/contact`, { email: 'stays@example.org', locale: 'en' });
  return anna;
};

const tokenIn = ({ outbox }: Cloud): string =>
  /mail\/([\w-]{43})/.exec(outbox.splice(0).at(-1)?.unsubscribe ?? '')?.[1] ?? '';

const onSeveralDevices = async (cloud: Cloud, anna: Person): Promise<void> => {
  await anna.ask('POST', '/me/card');
  const { digits } = await anna.ask<{ digits: string }>('POST', '/me/card');
  const phone = aPersonIn(cloud);
  await phone.ask('POST', '/sessions', { digits });
  const { sessions } = await phone.ask<{ sessions: { id: string; current: boolean }[] }>('GET', '/me/data');
  const other = sessions.find(({ current }) => !current);
  await phone.ask('DELETE', `/me/sessions/${other?.id}`);
  await phone.ask('GET', '/me');
  await phone.ask('DELETE', '/sessions/current');
  await anna.ask('POST', '/sessions', { digits });
  // Somebody who was here without a card comes back with hers: what she did before the card goes.
  await phone.ask('POST', '/sessions', { digits });
};

/** The same with forms alone, each form once as it should be and once so that its page is shown again. */
const throughForms = async (
  cloud: Cloud,
  { place, consultation: { id: con }, passages }: TestConsultation,
): Promise<void> => {
  const home = `/en/c/${con}`;
  const [passage] = passages;
  const item = String(passage?.item);
  const bea = aPersonIn(cloud);
  await bea.post(`${home}/join`, { form: `vote-${item}`, item, choice: 'agree' });
  await bea.post(`${home}/join`, { form: 'join', item, choice: 'agree' });
  await bea.post(`${home}/join`, { ...JOINING, form: 'join', item, choice: 'agree' });
  await bea.post(`${home}/passages/${passage?.id}`, { form: `vote-${item}`, item, choice: 'disagree' });
  await bea.post(`${home}/deck`, { form: 'vote', item, choice: 'agree' });
  await bea.post(`${home}/suggest`, { kind: 'suggestion', text: '', language: 'en' });
  await bea.post(`${home}/suggest`, { kind: 'suggestion', text: 'More trees.', language: 'en', name: 'Bea' });
  const { contributions } = await bea.ask<{ contributions: PublicContribution[] }>(
    'GET',
    `/consultations/${con}/contributions`,
  );
  const own = contributions.find(({ mine }) => mine)?.id ?? '';
  const page = `${home}/contributions/${own}`;
  await bea.post(page, { act: 'reply', text: 'Limes.', language: 'en' });
  await bea.post(page, { form: 'edit-contribution', text: 'Many more trees.' });
  for (const fields of [
    { act: 'nothing' },
    { act: 'vote', con, item, choice: 'pass' },
    { act: 'reads', reads: 'it' },
    { act: 'edit', con, ctr: own, text: 'Many, many more trees.' },
    { act: 'withdraw', con, ctr: own },
  ]) {
    await bea.post(`/en/me?con=${con}`, fields);
  }
  const { replies } = await bea.ask<{ replies: PublicReply[] }>('GET', `/consultations/${con}/threads/${own}`);
  const reply = replies[0]?.id ?? '';
  for (const act of ['edit', 'withdraw']) {
    await bea.post('/en/me', { act, con, target: own, reply, root: reply, text: 'Oaks.' });
  }
  await bea.post('/en/me/card', {});
  await bea.post('/en/return', { digits: '0000 0000 0000 0000' });
  await bea.post(`${home}/tell-me`, { email: 'nowhere' });
  await bea.post(`${home}/tell-me`, { email: 'bea@example.org' });
  await cloud.tick('mail');
  const token = tokenIn(cloud);
  await bea.post(`/en/mail/${token}`, {});
  await bea.post(`/en/mail/${token}/stop`, {});
  for (const path of [
    '',
    `/p/${place.slug}`,
    `/p/${place.slug}/help`,
    `/p/${place.slug}/privacy`,
    `/p/${place.slug}/rules`,
    `/c/${con}`,
    `/c/${con}/passages/${passage?.id}`,
    `/c/${con}/suggest`,
    `/c/${con}/contributions/${own}`,
    `/c/${con}/deck`,
    `/c/${con}/join`,
    `/c/${con}/results`,
    `/c/${con}/desk`,
    `/c/${con}/desk/snapshot`,
    `/c/${con}/belonging`,
    `/c/${con}/tell-me`,
    `/mail/${token}`,
    `/mail/${token}/stop`,
    '/me',
    `/me?con=${con}`,
    '/me/card',
    '/return',
    '/problems/not-found',
  ]) {
    await bea.read(`/en${path}`);
  }
  const { sessions } = await bea.ask<{ sessions: { id: string }[] }>('GET', '/me/data');
  await bea.post('/en/me', { act: 'session', ses: sessions[0]?.id ?? '' });
  const guest = aPersonIn(cloud);
  await guest.join(con);
  await guest.post('/en/me', { act: 'sign-out' });
  await guest.join(con);
  await guest.post('/en/me', { act: 'leave-consultation', con });
  await guest.join(con);
  await guest.post('/en/me', { act: 'leave' });
};

/** The ballots to an auditor, as soon as there is a result: one link is used, another taken back. */
const handsOver = async (cloud: Cloud, clara: Person, con: ConsultationId): Promise<void> => {
  const handings = `/consultations/${con}/handings`;
  if ((await clara.send('POST', handings, HANDED)).status !== 201) return;
  const [{ id } = { id: '' }] = await clara.ask<{ id: string }[]>('GET', handings);
  await clara.ask('DELETE', `${handings}/${id}`);
  const file = fileAt(await handOver(clara, con));
  const auditor = aPersonIn(cloud);
  await auditor.ask('GET', file);
  await auditor.send('POST', file);
};

const inOffice = async (cloud: Cloud, { place, consultation }: TestConsultation): Promise<void> => {
  const { operator } = cloud;
  const { token } = await aStaffMember(operator, place, 'coordinator');
  const clara = aPersonIn(cloud);
  clara.useCookie(`__Host-session=${token}`);
  await clara.ask('GET', '/places');
  await clara.ask('GET', `/places/${place.slug}`);
  await clara.ask('GET', `/places/${place.slug}/ledger`);
  await clara.send('GET', `/consultations/${consultation.id}/snapshot`);
  await handsOver(cloud, clara, consultation.id);
  const stages = consultation.stages.find(({ from }) => from > operator.now());
  await clara.send('POST', `/consultations/${consultation.id}/phases`, {
    to: stages?.phase,
    at: later(operator.now(), HOUR),
    reason: 'Everybody has read it by now.',
    version: consultation.version,
  });
};

const whenJoiningIsBusy = async (cloud: Cloud, { consultation: { id } }: TestConsultation): Promise<void> => {
  const join = `/consultations/${id}/join`;
  const body = { consentVersion: 1, oldEnough: true, locale: 'en', reads: ['en'] };
  for (let i = 0; i < 60; i++) await aPersonIn(cloud).send('POST', join, body);
  const late = aPersonIn(cloud);
  const challenge = await late.ask<Challenge>('GET', '/proof');
  const solution = await solveChallenge({ challenge, deriveKey });
  const proof = Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
  await late.ask('POST', join, { ...body, proof });
};

/** By the form, as the operator meets it. */
const opensTheFirstPlace = async (cloud: Cloud): Promise<void> => {
  const link = new URL((await openFirstRun(cloud.operator)) ?? 'https://there-is-no-link').pathname;
  const olga = aPersonIn(cloud);
  await olga.read(link);
  await olga.post(link, {
    you: 'Olga',
    name: 'Somewhere',
    slug: 'first',
    languages: 'en',
    timeZone: 'Europe/Rome',
    controller: 'The city',
    contact: 'privacy@example.org',
    ageOfConsent: '14',
  });
};

/** Lets everybody do everything there is to do, once, through the functions that answer them. */
export const doEverything = async (cloud: Cloud): Promise<void> => {
  const { operator } = cloud;
  // Proofs of work look at the real time.
  operator.setClock(instant(systemClock()));
  await opensTheFirstPlace(cloud);
  const open = await aConsultation(operator, { phase: 'suggesting' });
  const con = open.consultation.id;
  const anna = await throughTheApi(cloud, open);
  await throughForms(cloud, open);
  await onSeveralDevices(cloud, anna);
  await whenJoiningIsBusy(cloud, open);
  operator.pass(DAY + aWhile);
  await anna.ask('GET', '/me');
  operator.pass(DAY + aWhile);
  await anna.ask('POST', '/me/card');
  await anna.ask('GET', `/consultations/${con}/ballot`);
  await anna.ask('GET', `/consultations/${con}/passages/${open.passages[0]?.id}`);
  await anna.deck(con);
  await inOffice(cloud, open);
  operator.pass(20 * DAY);
  await cloud.tick('recount');
  await anna.send('GET', `/consultations/${con}/results`);
  await anna.read(`/en/c/${con}/results`);
  await inOffice(cloud, open);
  await cloud.tick('mail');
  cloud.outbox.length = 0;
  await anna.ask('PUT', `/consultations/${con}/contact`, { email: 'anna@example.org', locale: 'en' });
  cloud.mailWorks(false);
  await cloud.tick('mail');
  cloud.mailWorks(true);
  operator.pass(HOUR);
  await cloud.tick('mail');
  await anna.ask('POST', '/contacts/remove', { token: tokenIn(cloud) });
  await anna.ask('PUT', `/consultations/${con}/contact`, { email: 'anna@example.org', locale: 'en' });
  await anna.ask('DELETE', `/consultations/${con}/contact`);
  await anna.ask('PUT', `/consultations/${con}/contact`, { email: 'anna@example.org', locale: 'en' });
  await anna.ask('DELETE', `/consultations/${con}/join`);
  await anna.ask('DELETE', '/me');
  operator.pass(500 * DAY);
  await cloud.tick('retention');
};
