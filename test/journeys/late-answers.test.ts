import { expect, test } from 'vitest';
import { aBrowser } from '#test/support/browser.ts';
import { holdBack } from '#test/support/hold-back.ts';
import { aRunningTown } from '#test/support/running-town.ts';
import { signIn } from '#test/support/states.ts';
import type { Visitor } from '#test/support/visitor.ts';
import { wordsIn } from '#test/support/wording.ts';

const town = aRunningTown('Solmira');
const browser = aBrowser();
const words = wordsIn('en');

const WHY = 'The same sentence for the third time.';

/** Somebody who is about to report something, and has written why. */
const aReporter = async (): Promise<Visitor> => {
  const visitor = await browser.visitor(town().address);
  const [first] = await town().contributions('suggesting');
  await visitor.go(`/en/c/${town().in('suggesting').id}/report?ctr=${first?.id ?? ''}`);
  await visitor.page.locator('textarea[name=why]').fill(WHY);
  return visitor;
};
const send = (visitor: Visitor) => visitor.tap(visitor.page.getByRole('button', { name: words('notices.send') }));
const place = () => `/en/p/${town().slug}`;
const goOn = (visitor: Visitor) => visitor.tap(visitor.page.locator(`a[href="${place()}"]`).first());
const why = ({ page }: Visitor) => page.locator('textarea[name=why]').inputValue();

test('Whoever has gone on when her words are refused is told where she is, and finds them where she wrote them', async () => {
  const visitor = await aReporter();
  const { page } = visitor;
  const letGo = await holdBack(visitor, '**/api/**/notices');
  await send(visitor);
  await goOn(visitor);
  await page.locator('h1', { hasText: 'Solmira' }).waitFor();
  await letGo();
  const told = page.locator('#said a', { hasText: words('problem.invalid-request') });
  await told.waitFor();
  expect(new URL(page.url()).pathname).toBe(place());
  await visitor.tap(told);
  await page.locator('.error-summary').waitFor();
  expect(await why(visitor)).toBe(WHY);
  await expect.poll(() => told.count()).toBe(0);
});

test('What is shown this one time shows without what was refused before it', async () => {
  const visitor = await aReporter();
  await send(visitor);
  await visitor.page.locator('.error-summary').waitFor();
  await visitor.page.locator('input[name=kind][value=spam]').check();
  await send(visitor);
  await visitor.page.locator('.person-card').waitFor();
  await expect.poll(() => visitor.page.locator('.error-summary').count()).toBe(0);
});

test('A card that comes when she has gone on already is shown all the same: it is shown this one time', async () => {
  const visitor = await browser.visitor(town().address);
  const { page } = visitor;
  await signIn(visitor, town());
  await visitor.go('/en/me/card');
  const letGo = await holdBack(visitor, '**/api/me/card');
  await visitor.tap(page.getByRole('button', { name: words('participants.card-show') }));
  await visitor.tap(page.locator('main a[href="/en/me"]').first());
  await page.locator('h1', { hasText: words('participants.title') }).waitFor();
  await letGo();
  await page.locator('.person-card-digits').waitFor();
});

test('While a vote is on its way, the other buttons of its form are seen to wait, and then work', async () => {
  const visitor = await browser.visitor(town().address);
  const { page } = visitor;
  const resident = await signIn(visitor, town());
  const { id, documents } = town().in('suggesting');
  await resident.vote(id, documents[0]?.passages[0]?.item ?? 0, 'agree');
  await visitor.go(`/en/me?con=${id}`);
  const choice = (value: string) => page.locator(`main button[name=choice][value=${value}]`);
  const letGo = await holdBack(visitor, '**/api/**/ballot');
  await visitor.tap(choice('disagree'));
  await expect.poll(() => choice('pass').evaluate((one) => getComputedStyle(one).opacity)).toBe('0.5');
  await expect.poll(() => choice('pass').evaluate((one) => getComputedStyle(one).pointerEvents)).toBe('none');
  await letGo();
  await choice('agree').waitFor();
  await visitor.tap(choice('pass'));
  await choice('pass').waitFor({ state: 'detached' });
});

test('Whoever asks for a page without a network stays where she is with all she has typed, and goes on when it is back', async () => {
  const visitor = await aReporter();
  const { page } = visitor;
  const here = page.url();
  const online = await visitor.offline();
  await goOn(visitor);
  const told = page.locator('#said a', { hasText: words('site.no-answer') });
  await told.waitFor();
  await expect.poll(() => page.url()).toBe(here);
  expect(await why(visitor)).toBe(WHY);
  await online();
  await visitor.tap(told);
  await page.locator('h1', { hasText: 'Solmira' }).waitFor();
  expect(new URL(page.url()).pathname).toBe(place());
});
