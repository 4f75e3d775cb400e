import { describe, expect, test } from 'vitest';
import { aBrowser } from '#test/support/browser.ts';
import { aDraftIn } from '#test/support/consulting-states.ts';
import { asStaff } from '#test/support/as-staff.ts';
import { aRunningTown } from '#test/support/running-town.ts';
import type { Visitor } from '#test/support/visitor.ts';

const town = aRunningTown('Solmira');
const browser = aBrowser();

const coordinator = async (given: Parameters<typeof browser.visitor>[1] = {}): Promise<Visitor> => {
  const visitor = await browser.visitor(town().address, given);
  await asStaff(visitor, town(), ['coordinator']);
  return visitor;
};
const field = ({ page }: Visitor, name: string) => page.locator(`[name="${name}"]`);
const about = (visitor: Visitor, name: string) => form(visitor, 'about').locator(`[name="${name}"]`);
const form = ({ page }: Visitor, name: string) => page.locator(`form:has(input[name=form][value="${name}"])`);
const send = (visitor: Visitor, name: string) => visitor.tap(form(visitor, name).getByRole('button').first());
const main = ({ page }: Visitor) => page.locator('main');

describe('to a coordinator who has never seen the desk', () => {
  test.each([true, false])(
    'from her desk to a published consultation in nine taps (JavaScript: %s)',
    async (javaScript) => {
      const visitor = await coordinator({ device: 'desktop', javaScript });
      const { page, tap, taps } = visitor;
      await visitor.go(`/en/p/${town().slug}/desk`);

      await tap(page.getByRole('link', { name: 'New consultation' }));
      await visitor.arrive(/\/desk\/new$/);
      await page.getByLabel('Title').fill('Benches for all');
      await page.getByLabel('Your question').fill('Where do you want to sit?');
      await tap(page.getByRole('checkbox', { name: 'العربية' }));
      await tap(page.getByRole('button', { name: 'Begin' }));

      await visitor.arrive(/\/desk\/about\?done=draft-begun$/);
      const words = { title: 'Panchine per tutti', question: 'Dove volete sedervi?' };
      for (const [name, text] of Object.entries(words)) await about(visitor, `${name}.it`).fill(text);
      for (const name of ['why', 'whatHappens']) {
        await about(visitor, `${name}.en`).fill(`${name}, in English.`);
        await about(visitor, `${name}.it`).fill(`${name}, in italiano.`);
      }
      await tap(page.getByRole('button', { name: 'Save and go on' }));

      await visitor.arrive(/\/desk\/dates\?done=draft-saved$/);
      await main(visitor).getByText('Europe/Rome').waitFor();
      await tap(page.getByLabel('Open as soon as it is published'));
      await tap(page.getByRole('button', { name: 'Save and go on' }));

      await visitor.arrive(/\/desk\/text\?done=draft-saved$/);
      const id = /con_\w+/.exec(page.url())?.[0] ?? '';
      await tap(page.locator('.desk-where a').last());
      await visitor.arrive(/\/desk$/);
      await tap(page.getByLabel('Publish without a text'));
      await tap(page.getByRole('button', { name: 'Publish', exact: true }));
      await visitor.arrive(/\/desk\?done=published$/);
      expect(taps()).toBe(9);

      const resident = await browser.visitor(town().address, { locale: 'it', javaScript });
      await resident.go(`/it/p/${town().slug}`);
      await expect.poll(() => main(resident).textContent()).toContain('Panchine per tutti');
      await resident.go(`/it/c/${id}`);
      await expect.poll(() => main(resident).textContent()).toContain('whatHappens, in italiano.');
    },
  );

  test('what is missing keeps a draft from being published, and each thing leads to where it is given', async () => {
    const { id } = await aDraftIn(town());
    const visitor = await coordinator();
    await visitor.go(`/en/c/${id}/desk`);
    const links = main(visitor).locator('section[aria-labelledby=publish] a');
    await expect
      .poll(() => links.allTextContents())
      .toEqual(['The words are not in: Italiano, العربية', 'The text is not all in: Italiano, العربية']);
    await send(visitor, 'publish');
    await visitor.page.locator('.error-summary').waitFor();
    await expect.poll(() => main(visitor).textContent()).toContain('Something is still missing');
    await field(visitor, 'withoutTranslations').check();
    await send(visitor, 'publish');
    await visitor.arrive(/done=published/);
  });

  test('a draft that she no longer wants asks once before it goes', async () => {
    const { id } = await aDraftIn(town());
    const visitor = await coordinator();
    visitor.expected.add(404);
    await visitor.go(`/en/c/${id}/desk`);
    await visitor.tap(visitor.page.locator('.confirm > summary'));
    await send(visitor, 'delete');
    await visitor.arrive(new RegExp(`/p/${town().slug}/desk\\?done=draft-deleted$`));
    await visitor.go(`/en/c/${id}/desk`);
    await expect.poll(() => main(visitor).textContent()).toContain('There is no such page');
  });

  test('a consultation that was held before is a draft with its words and texts after one tap', async () => {
    const visitor = await coordinator();
    await visitor.go(`/en/p/${town().slug}/desk/new`);
    await visitor.tap(visitor.page.locator('summary', { hasText: 'Or begin with a copy' }));
    await visitor.tap(visitor.page.locator('li', { hasText: 'A home in Solmira' }).getByRole('button'));
    await visitor.arrive(/\/desk\/about\?done=draft-begun$/);
    await expect.poll(() => field(visitor, 'title.it').inputValue()).toBe('Una casa a Solmira');
    await visitor.go(visitor.page.url().replace(/\/about.*/, '/dates'));
    await expect.poll(() => field(visitor, 'day.0').inputValue()).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});

describe('to two coordinators who edit one thing', () => {
  test.each([true, false])(
    'the slower one sees both texts, and nothing is lost (JavaScript: %s)',
    async (javaScript) => {
      const { id } = await aDraftIn(town());
      const [anna, mina] = [await coordinator({ javaScript }), await coordinator({ javaScript })];
      for (const visitor of [anna, mina]) visitor.expected.add(409);
      for (const visitor of [anna, mina]) await visitor.go(`/en/c/${id}/desk/about`);
      await about(anna, 'why.en').fill('What Anna wrote.');
      await send(anna, 'about');
      await anna.arrive(/done=draft-saved/);
      await about(mina, 'why.en').fill('What Mina wrote.');
      await send(mina, 'about');
      const both = mina.page.locator('.both-texts');
      await both.waitFor();
      await expect.poll(() => both.textContent()).toMatch(/What Anna wrote\..*What Mina wrote\./s);
      await expect.poll(() => about(mina, 'why.en').inputValue()).toBe('What Mina wrote.');
      await about(mina, 'why.en').fill('What both wrote.');
      await send(mina, 'about');
      await mina.arrive(/done=draft-saved/);
      await anna.go(`/en/c/${id}/desk/about`);
      await expect.poll(() => about(anna, 'why.en').inputValue()).toBe('What both wrote.');
    },
  );

  test('the same with dates', async () => {
    const { id } = await aDraftIn(town());
    const [anna, mina] = [await coordinator(), await coordinator()];
    for (const visitor of [anna, mina]) await visitor.go(`/en/c/${id}/desk/dates`);
    await field(anna, 'time.0').fill('10:15');
    await send(anna, 'dates');
    await anna.arrive(/done=draft-saved/);
    await field(mina, 'time.0').fill('11:45');
    await send(mina, 'dates');
    const both = mina.page.locator('.both-texts');
    await both.waitFor();
    await expect.poll(() => both.textContent()).toMatch(/10:15.*11:45/s);
    await send(mina, 'dates');
    await mina.arrive(/done=draft-saved/);
  });
});

describe('to a coordinator far from the place whose clocks she sets', () => {
  test.each([true, false])(
    'a time that the clocks leave out is moved forward, and said (JavaScript: %s)',
    async (javaScript) => {
      const { id } = await aDraftIn(town());
      const visitor = await coordinator({ timeZone: 'America/Cayenne', javaScript });
      await visitor.go(`/en/c/${id}/desk/dates`);
      const set = async (row: number, day: string, time: string) => {
        await field(visitor, `day.${row}`).fill(day);
        await field(visitor, `time.${row}`).fill(time);
      };
      await set(0, '2027-03-28', '02:30');
      await set(1, '2027-10-31', '02:15');
      await set(2, '2027-11-20', '20:00');
      await send(visitor, 'dates');
      await visitor.arrive(/clock=/);
      await expect
        .poll(() => visitor.page.locator('.notice-careful').allTextContents())
        .toEqual([
          'The clocks change that night: 2027-03-28 02:30 does not exist. We took 2027-03-28 03:30.',
          'The clocks change that night: 2027-10-31 02:15 comes twice. We took the first of the two.',
        ]);
      await expect.poll(() => field(visitor, 'time.0').inputValue()).toBe('03:30');
      await expect.poll(() => field(visitor, 'time.1').inputValue()).toBe('02:15');
      const { draft } = (await (
        await fetch(`${town().address}/api/consultations/${id}`, await cookieOf(visitor))
      ).json()) as {
        draft: { plan: { from: string }[] };
      };
      expect(draft.plan.slice(0, 3).map(({ from }) => from)).toEqual([
        '2027-03-28T01:30:00.000Z',
        '2027-10-31T00:15:00.000Z',
        '2027-11-20T19:00:00.000Z',
      ]);
    },
  );
});

const cookieOf = async ({ context }: Visitor): Promise<RequestInit> => {
  const cookies = await context.cookies(town().address);
  return { headers: { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') } };
};

describe('to residents', () => {
  test('voting that ends early says so on the page, with the reason in their language', async () => {
    const { id } = await aDraftIn(town(), { phase: 'suggesting' });
    const visitor = await coordinator();
    await visitor.go(`/en/c/${id}/desk/dates`);
    await visitor.tap(visitor.page.locator('summary', { hasText: 'End the voting early' }));
    await send(visitor, 'closing');
    await visitor.page.locator('.error-summary').waitFor();
    await form(visitor, 'closing').locator('[name="reason.en"]').fill('The building is closed.');
    await form(visitor, 'closing').locator('[name="reason.it"]').fill('L’edificio è chiuso.');
    await send(visitor, 'closing');
    await visitor.arrive(/done=change-published/);
    const resident = await browser.visitor(town().address, { locale: 'it' });
    await resident.go(`/it/c/${id}`);
    await expect.poll(() => resident.page.locator('.notice').textContent()).toContain('L’edificio è chiuso.');
  });

  test('a correction stands on the page with its note', async () => {
    const { id } = await aDraftIn(town(), { phase: 'suggesting' });
    const visitor = await coordinator({ device: 'desktop' });
    await visitor.go(`/en/c/${id}/desk/about`);
    await field(visitor, 'title.en').fill('Homes for everybody');
    await form(visitor, 'about').locator('[name="note.en"]').fill('Shorter.');
    await send(visitor, 'about');
    await visitor.arrive(/done=change-published/);
    const resident = await browser.visitor(town().address, { javaScript: false });
    await resident.go(`/en/c/${id}`);
    await expect.poll(() => resident.page.locator('h1').textContent()).toBe('Homes for everybody');
    const changes = resident.page.locator('details', { hasText: 'What has changed' });
    await expect.poll(() => changes.textContent()).toMatch(/Title.*Shorter\./s);
  });
});

describe('to a coordinator who wants to see what residents will see', () => {
  test('the draft stands in two frames as wide as a phone and a desk, and she can look around in them', async () => {
    const { id } = await aDraftIn(town());
    const visitor = await coordinator({ device: 'desktop' });
    await visitor.go(`/en/c/${id}/desk/preview`);
    const phone = visitor.page.frameLocator('.preview-phone');
    await phone.locator('h1', { hasText: 'Homes for all' }).waitFor();
    await expect.poll(() => phone.locator('html').evaluate(({ clientWidth }) => clientWidth)).toBeLessThanOrEqual(360);
    await expect.poll(() => phone.locator('.phase-line .phase-coming').count()).toBeGreaterThan(2);
    await expect.poll(() => phone.locator('.phase-line .phase-now, .phase-line .phase-over').count()).toBe(0);
    await phone.getByRole('link', { name: 'Recommendation 1' }).click();
    await phone.locator('h1', { hasText: 'Recommendation 1' }).waitFor();
    await visitor.page.frameLocator('.preview-desktop').locator('h1').waitFor();
  });
});
