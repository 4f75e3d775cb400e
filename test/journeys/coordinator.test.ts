import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { ConsultationView } from '#shared/consultations/views.ts';
import { cardNumber } from '#shared/participants/rules.ts';
import { aBrowser } from '#test/support/browser.ts';
import { aNewcomer, type Newcomer } from '#test/support/newcomer.ts';
import { aStoreFolder, endAll, serveIn, untilReady, type Running } from '#test/support/platform.ts';
import { scan } from '#test/support/qr.ts';
import { giveAuthenticator } from '#test/support/virtual-authenticator.ts';
import type { Visitor } from '#test/support/visitor.ts';

const store = aStoreFolder();
let running: Running;
let firstRun: string;
beforeAll(async () => {
  running = await serveIn(store, { TZ: 'UTC', NODE_OPTIONS: '--import ./test/support/clock-ahead.ts' });
  await untilReady(running);
  firstRun = await vi.waitUntil(() => /\/en\/first-run\/[\w-]{43}/.exec(running.said())?.[0], 60_000);
});
afterAll(() => {
  endAll([running]);
  store.remove();
});
const browser = aBrowser();
/** Passkeys and the session's cookie need TLS, or this name. */
const address = () => running.address.replace('127.0.0.1', 'localhost');

const inBoth = async (olga: Newcomer, group: string, english: string, italian: string): Promise<void> => {
  await olga.fill('English', english, group);
  await olga.fill('Italiano', italian, group);
};

const openPlace = async (olga: Newcomer): Promise<void> => {
  await olga.visitor.go(firstRun);
  await olga.fill('Name of the place', 'Borgo Sereno');
  await olga.choose('Italiano');
  await olga.fill('Who is responsible for the data', 'Comune di Borgo Sereno');
  await olga.fill('How to reach whoever is responsible', 'privacy@example.org');
  await olga.fill('Your name', 'Olga Bianchi');
  await olga.press('Open the place');
  await olga.fill('A name for the new passkey', 'Work laptop');
  await olga.press('Add a passkey');
  await olga.follow('To your desk');
};

const CONTACTS = [
  ['The equality office that helps people who are treated worse', ['UNAR', 'UNAR'], 'Free advice.', '800901010'],
  ['A desk nearby where people get help', ['City desk', 'Sportello'], 'Monday to Friday.', '055123456'],
] as const;

const setUp = async (olga: Newcomer): Promise<void> => {
  await olga.follow('Set-up');
  for (const [gap, [english, italian], what, phone] of CONTACTS) {
    await olga.follow(gap);
    await inBoth(olga, 'Name', english, italian);
    await inBoth(olga, 'What people get there', what, 'Aiuto gratuito.');
    await olga.fill('Phone', phone);
    await olga.press('Save');
  }
  await olga.follow('All parts of the set-up');
  await olga.follow('Name and introduction');
  await inBoth(olga, 'Introduction', 'The town asks everybody who lives here.', 'Il paese chiede a chi ci vive.');
  await olga.press('Save');
  await olga.follow(/^Nobody is named whom moderators tell/);
  await olga.fill('Authority', 'Carabinieri');
  await olga.fill('Phone', '112');
  await olga.press('Save');
  await olga.reads('Nothing is missing');
};

/** Somebody asked to work here makes a passkey on a device of her own, and sees a desk. */
const invite = async (olga: Newcomer, name: string, role: string): Promise<void> => {
  await olga.fill('Name', name);
  await olga.choose(new RegExp(`^${role}`));
  await olga.pressAndSee('Make the link', '.invite-link');
  const link = new URL((await olga.visitor.page.locator('.invite-link').textContent()) ?? '');
  const colleague = await browser.visitor(address());
  await giveAuthenticator(colleague);
  const hers = aNewcomer(colleague);
  await colleague.go(link.pathname);
  await hers.fill('A name for the new passkey', 'My phone');
  await hers.press('Make my passkey and start');
  await hers.follow('To your desk');
  await hers.reads('Desk: Borgo Sereno');
  await olga.putAway('I have it, go on');
  await olga.reads(name);
};

const TEXT = `# What we may promise

## At the counters

Every counter answers in the languages that people here speak.

## After five

- One evening a week, the counters stay open until eight.
- Nobody has to explain why they come late.
`;
const TESTO = `# Che cosa possiamo promettere

## Agli sportelli

Ogni sportello risponde nelle lingue che si parlano qui.

## Dopo le cinque

- Una sera alla settimana gli sportelli restano aperti fino alle otto.
- Nessuno deve spiegare perché viene tardi.
`;

const consult = async (olga: Newcomer): Promise<void> => {
  await olga.follow(/^Desk: Borgo Sereno/);
  await olga.follow('New consultation');
  await olga.fill('Title', 'Counters for everybody');
  await olga.fill('Your question', 'What should change at our counters?');
  await olga.press('Begin');
  await olga.fill('Italiano', 'Sportelli per tutti', 'Title');
  await olga.fill('Italiano', 'Che cosa deve cambiare ai nostri sportelli?', 'The question');
  await inBoth(olga, 'Why you ask', 'Many people wait in vain.', 'Molte persone aspettano invano.');
  await inBoth(olga, 'What happens with the result', 'The council decides in May.', 'Il consiglio decide a maggio.');
  await olga.press('Save and go on');
  await olga.choose('Open as soon as it is published');
  await olga.press('Save and go on');
  await olga.fill('Paste the text here', TEXT);
  await olga.press('Read the text');
  await olga.fill('Paste the text here', TESTO);
  await olga.pressAndSee('Read the text', 'text=Italiano translated');
  await olga.follow('Go on to publishing');
  await olga.reads('Everything is ready');
  await olga.press('Publish');
  await olga.reads('Not open yet');
};

/** What opens as soon as it is published opens a minute later, when every process has seen it. Her phone is slow. */
const whenItIsOpen = async (consultation: string): Promise<void> => {
  running.child.kill('SIGUSR2');
  const phaseNow = async () => {
    const answer = await fetch(`${address()}/api/consultations/${consultation}`);
    return ((await answer.json()) as ConsultationView).standing.phase;
  };
  await expect.poll(phaseNow).toBe('suggesting');
};

const printCards = async (olga: Newcomer): Promise<{ code: string; printed: string }> => {
  await olga.follow('Cards to hand out');
  await olga.fill('What for?', 'Evening at the library');
  await olga.fill('Name of that person or group', 'Amina of the library');
  await olga.press('Write this batch down');
  await olga.follow('Print the cards');
  await olga.pressAndSee('Make the cards and show them now', '.handed-card');
  const { page, context } = olga.visitor;
  await expect.poll(() => page.locator('.handed-card').count()).toBe(30);
  const code = await scan(page, context, '.handed-card-qr');
  return { code, printed: await page.locator('.handed-card-digits').first().innerText() };
};

const submit = ({ page }: Visitor, form: string): Promise<void> =>
  page.locator(`form:has(input[name=form][value="${form}"]) button`).last().click();

/** A resident holds her phone before the printed card, and votes. The number that she keeps is answered. */
const voteByCard = async (code: string): Promise<string> => {
  const resident = await browser.visitor(address(), { locale: 'it' });
  const { page } = resident;
  await resident.go(`/join${new URL(code).hash}`);
  await resident.arrive('**/it/return#card');
  await submit(resident, 'return');
  await page.locator('.person-card').waitFor();
  const fresh = await page.locator('.person-card-digits').innerText();
  await page.locator('main a.button[href="/it/p/borgo-sereno"]').click();
  await page.getByRole('link', { name: 'Sportelli per tutti' }).first().click();
  await resident.arrive('**/it/c/*');
  await page.locator('main a[href*="/passages/"]').first().click();
  await resident.arrive('**/passages/*');
  await page.locator('main').getByRole('button', { name: 'D’accordo' }).first().click();
  await resident.arrive('**/join?*');
  await page.locator('[name=oldEnough]').check();
  await submit(resident, 'join');
  await resident.arrive('**/passages/**');
  await resident.go('/it/me');
  await expect.poll(() => page.locator('main').textContent()).toContain('Sportelli per tutti');
  return fresh;
};

test('From an empty store to a vote with a printed card, somebody who knows only the labels opens a consultation', async () => {
  const visitor = await browser.visitor(address(), { device: 'desktop', timeZone: 'Europe/Rome' });
  await giveAuthenticator(visitor);
  const olga = aNewcomer(visitor);
  const told: string[] = [];
  let before = { ...olga.steps };
  const telling = (what: string): void => {
    const { clicks, fields, pages } = olga.steps;
    told.push(
      `${what}: ${clicks - before.clicks} clicks, ${fields - before.fields} fields, ${pages - before.pages} pages`,
    );
    before = { clicks, fields, pages };
  };
  await openPlace(olga);
  telling('the place');
  await setUp(olga);
  telling('its set-up');
  await olga.follow('People');
  await invite(olga, 'Amal Rossi', 'Moderator');
  await invite(olga, 'Bruno Sala', 'Drafter');
  telling('two colleagues');
  await consult(olga);
  const consultation = /con_\w+/.exec(visitor.page.url())?.[0] ?? '';
  telling('a consultation in two languages');
  const { code, printed } = await printCards(olga);
  telling('thirty cards');
  console.info(told.join('\n'));

  await whenItIsOpen(consultation);
  const fresh = await voteByCard(code);
  expect(cardNumber(fresh)).not.toBe(cardNumber(printed));
  const other = await browser.visitor(address(), { javaScript: false });
  other.expected.add(409);
  for (const [digits, works] of [
    [printed, false],
    [fresh, true],
  ] as const) {
    await other.go('/en/return');
    await other.page.locator('[name=digits]').fill(digits);
    await submit(other, 'return');
    if (works) await other.arrive('**/en/me?done=came-back');
    else await expect.poll(() => other.page.locator('.error-summary').count()).toBe(1);
  }
  const { clicks, fields, pages } = olga.steps;
  expect(clicks).toBeLessThanOrEqual(35);
  expect(fields).toBeLessThanOrEqual(33);
  expect(pages).toBeLessThanOrEqual(25);
}, 120_000);
