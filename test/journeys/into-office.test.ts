import { describe, expect, test } from 'vitest';
import { ADDRESSES } from '#test/support/addresses.ts';
import { aBrowser } from '#test/support/browser.ts';
import { asStaff } from '#test/support/as-staff.ts';
import { holdBack } from '#test/support/hold-back.ts';
import { aRunningTown } from '#test/support/running-town.ts';
import { giveAuthenticator } from '#test/support/virtual-authenticator.ts';
import type { Visitor } from '#test/support/visitor.ts';

const town = aRunningTown('Solmira');
const browser = aBrowser();

const staffPage = () => `/en/p/${town().slug}/desk/staff`;
const main = ({ page }: Visitor) => page.locator('main');
const press = async (visitor: Visitor, name: string | RegExp): Promise<void> =>
  visitor.tap(visitor.page.getByRole('button', { name }).first());

/** A coordinator makes a link, knowing only the labels. */
const inviteAs = async (visitor: Visitor, name: string, role: string): Promise<string> => {
  await visitor.go(staffPage());
  const form = visitor.page.locator('form:has(input[value=invite])');
  await form.getByLabel('Name', { exact: true }).fill(name);
  await form.getByRole('checkbox', { name: new RegExp(`^${role}`) }).check();
  await press(visitor, 'Make the link');
  await visitor.page.locator('.invite-link').waitFor();
  return (await visitor.page.locator('.invite-link').textContent()) ?? '';
};

const accept = async (visitor: Visitor, link: string): Promise<void> => {
  await visitor.go(new URL(link).pathname);
  await visitor.page.getByLabel('A name for the new passkey').fill('My phone');
  await press(visitor, 'Make my passkey and start');
  await visitor.arrive('**/en/me/keys?done=in-office');
};

describe('Somebody who is asked to work for a place', () => {
  test('makes a passkey, signs out, signs in by it, and is out once a coordinator ends her office', async () => {
    const olga = await browser.visitor(town().address, { device: 'desktop' });
    await asStaff(olga, town(), ['coordinator']);
    const link = await inviteAs(olga, 'Amal Rossi', 'Analyst');

    const amal = await browser.visitor(town().address);
    await giveAuthenticator(amal);
    await accept(amal, link);
    await expect.poll(() => main(amal).textContent()).toContain('You have only one passkey');
    await expect.poll(() => amal.page.locator('header').textContent()).toContain('Desk');

    await amal.go('/en/me');
    await press(amal, 'Sign out here');
    await amal.arrive('**/en/me?done=signed-out');
    await expect.poll(() => amal.page.locator('header').textContent()).not.toContain('Desk');

    await amal.go(`/en/p/${town().slug}/desk/ledger`);
    expect(new URL(amal.page.url()).pathname).toBe('/en/sign-in');
    await press(amal, 'Sign in with a passkey');
    await amal.arrive('**/desk/ledger?done=signed-in');
    await expect.poll(() => main(amal).textContent()).toContain('put into office');

    await olga.go(staffPage());
    const row = olga.page.locator('main .lines > li', { hasText: 'Amal Rossi' });
    await olga.tap(row.locator('summary', { hasText: 'Take out of office' }));
    await row.locator('details.confirm').getByLabel('Reason').fill('Her task is done.');
    await olga.tap(row.getByRole('button', { name: 'Yes, take out of office' }));
    await olga.arrive('**/desk/staff?done=staff-changed');

    amal.expected.add(404);
    for (const [pattern] of ADDRESSES.filter(([path]) => path.includes('/desk'))) {
      const path = pattern.replace(':slug', town().slug).replace(':con', town().in('suggesting').id);
      await amal.go(`/en${path}`);
      expect([path, await main(amal).textContent()]).toEqual([path, expect.stringContaining('There is no such page')]);
    }
    await expect.poll(() => amal.page.locator('header').textContent()).not.toContain('Desk');
    await olga.go(`/en/p/${town().slug}/desk/ledger`);
    await expect.poll(() => main(olga).textContent()).toContain('Her task is done.');
  });

  test('finds a plain word when the link is used up, and when there is no JavaScript', async () => {
    const olga = await browser.visitor(town().address, { device: 'desktop', javaScript: false });
    await asStaff(olga, town(), ['coordinator']);
    const link = await inviteAs(olga, 'Bo', 'Mediator');
    const reader = await browser.visitor(town().address, { javaScript: false });
    await reader.go(new URL(link).pathname);
    await expect.poll(() => reader.page.getByText('Passkeys need JavaScript').isVisible()).toBe(true);
    await expect
      .poll(() => reader.page.getByRole('button', { name: 'Make my passkey and start' }).isVisible())
      .toBe(false);
    await expect.poll(() => main(reader).textContent()).toContain('Hands out cards');
    await olga.go(staffPage());
    await olga.tap(olga.page.locator('main .lines > li', { hasText: 'Bo' }).getByRole('button', { name: 'Take back' }));
    await olga.arrive('**/desk/staff?done=invitation-withdrawn');
    reader.expected.add(404);
    await reader.go(new URL(link).pathname);
    await expect.poll(() => main(reader).textContent()).toContain('does not work any more');
  });

  test('who is in office elsewhere accepts with one tap', async () => {
    const olga = await browser.visitor(town().address, { device: 'desktop' });
    await asStaff(olga, town(), ['coordinator']);
    const link = await inviteAs(olga, 'Carla', 'Moderator');
    const carla = await browser.visitor(town().address);
    await asStaff(carla, town(), ['drafter']);
    await carla.go(new URL(link).pathname);
    await press(carla, 'Accept and start');
    await carla.arrive('**/desk?done=in-office');
    await carla.go(staffPage());
    await expect.poll(() => main(carla).textContent()).toContain('Moderator · Drafter');
  });
});

describe('Somebody in office', () => {
  test('adds a passkey, makes codes that are shown once, and comes in by one of them without JavaScript', async () => {
    const amal = await browser.visitor(town().address);
    await giveAuthenticator(amal);
    await asStaff(amal, town(), ['drafter']);
    await amal.go('/en/me/keys');
    await amal.page.getByLabel('A name for the new passkey').fill('');
    await press(amal, 'Add a passkey');
    await amal.page.locator('.error-summary').waitFor();
    await amal.page.getByLabel('A name for the new passkey').fill('Laptop');
    const letCome = await holdBack(amal, '**/api/me/keys');
    await press(amal, 'Add a passkey');
    await expect.poll(() => amal.page.url()).toContain('/me/keys?done=passkey-added');
    await press(amal, 'Make ten recovery codes');
    await amal.page.locator('.recovery-codes').waitFor();
    // The page that comes late does not hide what is shown this one time.
    await letCome();
    const [code = ''] = await amal.page.locator('.recovery-codes code').allTextContents();
    await amal.go('/en/me/keys');
    await expect.poll(() => main(amal).textContent()).not.toContain(code);
    await expect.poll(() => main(amal).textContent()).toContain('You have 10 left');

    const later = await browser.visitor(town().address, { javaScript: false });
    await later.go('/en/sign-in');
    await later.page.locator('main details summary').click();
    await later.page.getByLabel('Recovery code').fill(code.toUpperCase());
    await press(later, 'Continue');
    await later.arrive('**/me/keys?done=signed-in');
    await expect.poll(() => main(later).textContent()).toContain('You have 9 left');
  });

  test('says where to send mails about work, and takes it back, without JavaScript', async () => {
    const amal = await browser.visitor(town().address, { javaScript: false });
    await asStaff(amal, town(), ['drafter']);
    amal.expected.add(400);
    await amal.go('/en/me/work-mail');
    await amal.page.getByLabel('Your e-mail address for work').fill('nobody');
    await press(amal, 'Save');
    await expect
      .poll(() => amal.page.locator('.error-summary').textContent())
      .toContain('This is not an e-mail address');
    await amal.page.getByLabel('Your e-mail address for work').fill('amal@example.org');
    await amal.page.getByLabel('Once a week').check();
    await press(amal, 'Save');
    await amal.page.getByRole('button', { name: 'Delete my address' }).waitFor();
    await expect.poll(() => amal.page.getByLabel('Once a week').isChecked()).toBe(true);
    await press(amal, 'Delete my address');
    await expect.poll(() => amal.page.getByLabel('Your e-mail address for work').inputValue()).toBe('');
  });

  test('who came back by her card is asked for her passkey before a desk opens', async () => {
    const amal = await browser.visitor(town().address);
    await giveAuthenticator(amal);
    await asStaff(amal, town(), ['drafter']);
    await amal.go('/en/me/keys');
    await amal.page.getByLabel('A name for the new passkey').fill('Phone');
    await press(amal, 'Add a passkey');
    await amal.arrive('**/me/keys?done=passkey-added');
    await amal.go('/en/me/card');
    await press(amal, 'Show me my card');
    const digits = (await amal.page.locator('.person-card-digits').textContent()) ?? '';
    await amal.go('/en/return');
    await amal.page.getByLabel('Card number').fill(digits);
    await press(amal, 'Continue');
    await amal.arrive('**/en/me?done=came-back');
    await expect.poll(() => main(amal).textContent()).toContain('your office stays closed');
    await expect.poll(() => amal.page.locator('header').textContent()).not.toContain('Desk');
    await amal.go(`/en/p/${town().slug}/desk`);
    await press(amal, 'Sign in with a passkey');
    await amal.arrive('**/desk?done=signed-in');
    await expect.poll(() => amal.page.locator('header').textContent()).toContain('Desk');
  });

  test('is sent to no other site by the way back of a sign-in', async () => {
    const amal = await browser.visitor(town().address);
    await giveAuthenticator(amal);
    await asStaff(amal, town(), ['drafter']);
    await amal.go('/en/me/keys');
    await amal.page.getByLabel('A name for the new passkey').fill('Phone');
    await press(amal, 'Add a passkey');
    await amal.arrive('**/me/keys?done=passkey-added');
    for (const then of [
      'https://evil.example/en',
      '//evil.example/en',
      String.raw`/\evil.example`,
      'javascript:alert(1)',
    ]) {
      await amal.go(`/en/sign-in?then=${encodeURIComponent(then)}`);
      await press(amal, 'Sign in with a passkey');
      await amal.arrive('**/desk**');
      expect(new URL(amal.page.url()).origin).toBe(town().address);
    }
  });
});
