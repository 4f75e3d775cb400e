import { describe, expect, test } from 'vitest';
import { changePhase } from '#functions/consultations/dates.ts';
import { consultationNow } from '#functions/consultations/service.ts';
import { everyPassageOf } from '#functions/documents/service.ts';
import { importPolis } from '#functions/imports/service.ts';
import { readExport } from '#functions/imports/polis/export.ts';
import { nowIn } from '#functions/world.ts';
import type { AnswersView } from '#shared/answers/views.ts';
import type { Phase } from '#shared/consultations/phases.ts';
import type { PublicContribution } from '#shared/contributions/schema.ts';
import { DAY, HOUR, dayOf, later } from '#shared/time.ts';
import { aBrowser } from '#test/support/browser.ts';
import { aPlace, aStaffMember } from '#test/support/builders.ts';
import { refusalOf } from '#test/support/people.ts';
import { isThere, realExport, SMALL_EXPORT, withExport } from '#test/support/polis.ts';
import { aRunningTown } from '#test/support/running-town.ts';
import { useCookie } from '#test/support/use-cookie.ts';
import { aDrafter } from '#test/support/versions.ts';
import type { TestWorld } from '#test/support/world.ts';

const town = aRunningTown('Solmira');
const browser = aBrowser();

/** A real conversation of some hundred people, where the data lie beside the checkout. */
const REAL = '15-per-hour-seattle';
const readConversation = async (isReal: boolean) => {
  if (isReal) return readExport(realExport(REAL));
  let exported: ReturnType<typeof readExport> | undefined;
  await withExport(SMALL_EXPORT, (folder) => void (exported = readExport(folder)));
  return exported!;
};

describe.each([
  { what: 'a conversation written for tests', isReal: false, javaScript: false },
  { what: `the conversation ${REAL}`, isReal: true, javaScript: true },
])('The loop is closed over $what', ({ isReal, javaScript }) => {
  const isMissing = isReal && !isThere(REAL);
  const isLong = isReal && process.env['FULL'] === undefined;
  if (isMissing) console.info(`Skipped: the folder of the conversation ${REAL} is not beside this checkout.`);
  else if (isLong) console.info(`Skipped: the conversation ${REAL}. FULL=1 takes it.`);

  test.skipIf(isMissing || isLong)(
    'imported, merged, cited, R2, a second round, R3, an institution answers, and she who came by card reads it all',
    async () => {
      const { world, address } = town();
      const setting = { ...world, now: () => nowIn(world) } as TestWorld;
      const place = await aPlace(setting);
      const coordinator = (await aStaffMember(setting, place, 'coordinator')).actor;
      const imported = await importPolis(
        world,
        coordinator,
        await readConversation(isReal),
        { place, title: 'What should change?', language: 'en' },
        () => undefined,
      );
      const con = imported.consultation;
      const moveTo = async (to: Phase): Promise<void> => {
        const { version } = await consultationNow(world, coordinator, con);
        const at = later(nowIn(world), HOUR);
        await changePhase(world, coordinator, con, { to, at, reason: 'As planned.', version });
        town().pass(2 * HOUR);
      };

      // The conversation came without a text: once nobody votes any more, a drafter brings the first one in.
      const writer = town().resident();
      writer.useCookie(`__Host-session=${(await aStaffMember(setting, place, 'drafter')).token}`);
      const bringIn = () =>
        writer.ask('POST', `/consultations/${con}/text`, {
          mode: 'append',
          format: 'markdown',
          language: 'en',
          kind: 'recommendations',
          version: 0,
          text: '# Squares\n\nThe city will care for its squares.',
          note: { en: 'A first text.' },
        });
      expect(await refusalOf(bringIn())).toBe('text-is-open');
      await moveTo('drafting');
      await bringIn();
      const passages = await everyPassageOf(world, con);
      const psg = passages[0]!.id;

      // Two imported suggestions are one now; R2 takes it up.
      const consultation = await consultationNow(world, coordinator, con);
      const request = (path: string, init?: RequestInit) => fetch(`${address}${path}`, init);
      // A session of an office does not last over the days between two versions.
      const drafterNow = () =>
        aDrafter({ ...setting, app: { request } } as unknown as TestWorld, {
          place,
          consultation,
          passages,
          coordinator,
        });
      const desk = await drafterNow();
      const { contributions } = await desk.who.ask<{ contributions: PublicContribution[] }>(
        'GET',
        `/consultations/${con}/contributions`,
      );
      const [one, other] = contributions.filter(({ text }) => text !== null);
      const suggestion = (which: PublicContribution | undefined) => `/consultations/${con}/suggestions/${which?.id}`;
      await desk.who.ask('PATCH', suggestion(one), { tags: ['squares'], version: 0 });
      await desk.who.ask('PUT', `${suggestion(other)}/merge`, { into: one?.id, version: 0 });
      const publish = async (words: string, cited: string) => {
        const author = await drafterNow();
        await author.begin();
        await author.rework(psg, words);
        await author.cite(psg, [cited]);
        await author.note();
        await author.publish({ leftOut: 'Answered elsewhere.' });
      };
      await publish('The city will care for its squares and put benches there.', one?.id ?? '');

      // In the second round somebody comes, keeps her votes by a card, and says something; R3 takes it up.
      await moveTo('suggesting');
      const anna = town().resident();
      await anna.join(con);
      const own = await anna.suggest(con, 'Water to drink on every square.', { passage: psg });
      const { digits } = await anna.ask<{ digits: string }>('POST', '/me/card');
      town().pass(DAY);
      await moveTo('deliberating');
      await moveTo('drafting');
      await publish('The city will care for its squares and put benches and drinking water there.', own.id);

      // The drafter asks an institution, which answers on a page of its own.
      const drafter = await browser.visitor(address, { javaScript });
      await useCookie(drafter, town(), (await drafterNow()).who.cookie());
      await drafter.go(`/en/c/${con}/desk/answers`);
      await drafter.page.locator('input[name=name]').fill('Parks office');
      await drafter.page.locator('input[name=due]').fill(dayOf(later(nowIn(world), 30 * DAY)));
      await drafter.page.locator('form:has(input[name=document]) button').click();
      const link = await drafter.page.locator('.notice code').innerText();
      const office = await browser.visitor(address, { javaScript });
      await office.go(new URL(link).pathname);
      await office.page.locator('select[name=outcome]').selectOption('taken-up');
      await office.page.locator('textarea[name="why.en"]').fill('Everybody needs water.');
      await office.page.locator('button[name=give][value=""]').click();
      await office.page.getByText('This is a draft. Nobody else can read it yet.').waitFor();
      const published = () => anna.ask<AnswersView>('GET', `/consultations/${con}/answers`);
      expect((await published()).points[0]?.answers[0]?.given).toBeUndefined();
      await office.page.locator('button[name=give][value=yes]').click();
      await office.page.getByText('Your answer is given. Everybody can read it now.').waitFor();
      town().pass(HOUR);

      // She comes back on another device, with nothing but her card.
      const she = await browser.visitor(address, { javaScript });
      // The link of a mail on a device that does not know her leads on to what everybody reads, and to her card.
      await she.go(`/en/me?con=${con}`);
      await she.page.locator(`main a[href="/en/c/${con}"]`).waitFor();
      await she.page.locator('main a[href="/en/return"]').click();
      await she.page.locator('input[name=digits]').fill(digits);
      await she.page.locator('form:has(input[name=form][value=return]) button').last().click();
      await she.arrive((url) => !url.pathname.endsWith('/return'));
      await she.go('/en/me');
      await she.page.getByText('Your words are in R3.').waitFor();
      await she.page.locator(`a[href="/en/me?con=${con}"]`).click();
      await she.page.getByText('Your words are in R3:').waitFor();
      await she.page.locator('.differences ins', { hasText: 'water' }).first().waitFor();
      await she.page.getByText('Parks office: taken up').waitFor();
      await she.page.getByText('Everybody needs water.').waitFor();

      // Whoever was not there for the second version reads all that changed since the first.
      await she.go(`/en/c/${con}/versions/3`);
      await she.page.getByRole('link', { name: 'R1 and R3, word by word' }).click();
      await she.page.getByRole('heading', { name: 'R1 and R3, word by word' }).waitFor();
      await expect
        .poll(async () => (await she.page.locator('.differences ins').allInnerTexts()).join(' '))
        .toMatch(/benches .*water/);
    },
  );
});
