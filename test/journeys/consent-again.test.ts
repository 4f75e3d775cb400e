import { describe, expect, test } from 'vitest';
import type { OwnBallot } from '#shared/ballots/schema.ts';
import type { Me } from '#shared/participants/schema.ts';
import { aBrowser } from '#test/support/browser.ts';
import { changeTown } from '#test/support/office.ts';
import { aRunningTown } from '#test/support/running-town.ts';
import { signIn } from '#test/support/states.ts';
import { wordsIn } from '#test/support/wording.ts';

const town = aRunningTown('Solmira');
const browser = aBrowser();
const words = wordsIn('en');

let texts = 0;
/** The place publishes another consent text. */
const publish = (): Promise<void> =>
  changeTown(town(), { part: 'consent', text: { en: `What we ask you now, in words of version ${++texts}.` } });

/** Somebody who has voted on the first passage, in a browser. */
const aVoter = async (javaScript: boolean) => {
  const { consent } = (await (await fetch(`${town().address}/api/places/${town().slug}`)).json()) as {
    consent: { version: number };
  };
  const visitor = await browser.visitor(town().address, { javaScript });
  const consultation = town().in('suggesting');
  const passage = consultation.documents[0]?.passages[0];
  const resident = await signIn(visitor, { ...town(), consentVersion: consent.version });
  await resident.vote(consultation.id, passage?.item ?? 0, 'agree');
  const { page, tap } = visitor;
  return {
    visitor,
    page,
    resident,
    home: `/en/c/${consultation.id}`,
    item: passage?.item ?? 0,
    passage: `/en/c/${consultation.id}/passages/${passage?.id}`,
    ballot: () => resident.ask<OwnBallot>('GET', `/consultations/${consultation.id}/ballot`),
    agreed: async () => (await resident.ask<Me>('GET', '/me')).consents[0]?.version,
    tapButton: (key: string) => tap(page.getByRole('button', { name: words(key), exact: true }).first()),
    sayYes: async () => {
      await tap(page.locator('input[name=oldEnough]'));
      await tap(page.getByRole('button', { name: words('join.yes'), exact: true }));
    },
  };
};

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
] as const)('to somebody whose consent text has changed, %s', (_, javaScript) => {
  test('her next vote on a passage waits for her answer and is cast after it', async () => {
    const { visitor, page, passage, item, ballot, agreed, tapButton, sayYes } = await aVoter(javaScript);
    const before = (await agreed()) ?? 0;
    await publish();
    await visitor.go(passage);
    await tapButton('ui.choice.disagree');
    await page.getByText(words('consent-again.title')).waitFor();
    await expect.poll(() => page.locator('main').innerText()).toContain('What we ask you now');
    // She is not asked for her languages once more.
    await expect.poll(() => page.locator('input[name=reads]').count()).toBe(0);
    await sayYes();
    await visitor.arrive(`**${passage}*`);
    await expect.poll(async () => (await ballot()).votes).toContainEqual({ item, choice: 'disagree', counts: true });
    expect(await agreed()).toBe(before + 1);
  });

  test('a suggestion that she is writing when the text changes is still there, and is sent with her answer', async () => {
    const { visitor, page, home, agreed, tapButton } = await aVoter(javaScript);
    await visitor.go(`${home}/suggest`);
    await page.locator('textarea[name=text]').fill('A bench at every stop.');
    const before = (await agreed()) ?? 0;
    await publish();
    visitor.expected.add(409);
    await tapButton('contributions.send');
    await page.locator('input[name=agree]').waitFor();
    await expect.poll(() => page.locator('textarea[name=text]').inputValue()).toBe('A bench at every stop.');
    await visitor.tap(page.locator('input[name=agree]'));
    await tapButton('contributions.send');
    await page.locator('.notice', { hasText: words('site.done.suggested') }).waitFor();
    await expect.poll(() => page.locator('main').innerText()).toContain('A bench at every stop.');
    expect(await agreed()).toBe(before + 1);
  });

  test('so is a reply', async () => {
    const { visitor, page, passage, tapButton } = await aVoter(javaScript);
    await visitor.go(passage);
    await visitor.tap(page.locator('summary', { hasText: words('replies.write') }));
    await page.locator('textarea[name=text]').first().fill('And shade.');
    await publish();
    visitor.expected.add(409);
    await tapButton('replies.send');
    await page.locator('input[name=agree]').first().waitFor();
    await expect.poll(() => page.locator('textarea[name=text]').first().inputValue()).toBe('And shade.');
    await visitor.tap(page.locator('input[name=agree]').first());
    await tapButton('replies.send');
    await page.locator('.notice', { hasText: words('site.done.replied') }).waitFor();
  });
});

describe('to somebody in the middle of the deck when the consent text changes', () => {
  test('votes that were already on their way are kept and sent once she has agreed', async () => {
    const { visitor, page, home, ballot, sayYes } = await aVoter(true);
    await visitor.go(`${home}/deck`);
    const before = (await ballot()).votes.length;
    await publish();
    await page.locator('.deck-card').focus();
    await page.keyboard.press('1');
    await page.getByRole('link', { name: words('ballots.agree-again') }).waitFor();
    expect((await ballot()).votes).toHaveLength(before);
    await visitor.tap(page.getByRole('link', { name: words('ballots.agree-again') }));
    await sayYes();
    await visitor.arrive(`**${home}/deck*`);
    await expect.poll(async () => (await ballot()).votes.length).toBe(before + 1);
  });

  test('opening the deck asks her first', async () => {
    const { visitor, page, home, sayYes } = await aVoter(true);
    await publish();
    await visitor.go(`${home}/deck`);
    await visitor.arrive(`**${home}/join?*`);
    await sayYes();
    await page.locator('.deck-card').waitFor();
  });
});
