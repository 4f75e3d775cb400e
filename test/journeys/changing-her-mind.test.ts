import { describe, expect, test } from 'vitest';
import { aBrowser } from '#test/support/browser.ts';
import { holdBack } from '#test/support/hold-back.ts';
import { aRunningTown } from '#test/support/running-town.ts';
import { signIn } from '#test/support/states.ts';
import { wordsIn } from '#test/support/wording.ts';
import { stepsOf } from './steps.ts';

const town = aRunningTown('a random town');
const browser = aBrowser();

const aResident = async (given: { javaScript: boolean }) => {
  const visitor = await browser.visitor(town().address, given);
  const resident = await signIn(visitor, town());
  return { visitor, resident, steps: stepsOf(town(), visitor, town().in('suggesting')) };
};

describe.each([{ javaScript: true }, { javaScript: false }])(
  'Whoever changes her mind ($javaScript: JavaScript)',
  (given) => {
    test('takes her last vote back in the deck, and finds the card again', async () => {
      const { visitor, steps } = await aResident(given);
      await visitor.go(`${steps.home}/deck`);
      const first = await visitor.page.locator('.deck-card .words').innerText();
      await steps.voteInDeck('agree');
      await visitor.tap(steps.button('ballots.undo'));
      await expect.poll(steps.votes).toBe(0);
      await steps.button('ballots.undo').waitFor({ state: 'detached' });
      await steps.searchDeck((words) => words === first);
    });

    test('casts her first vote on a part of the text, and no address on the way tells what she thinks of it', async () => {
      const visitor = await browser.visitor(town().address, given);
      const steps = stepsOf(town(), visitor, town().in('suggesting'));
      const addresses: string[] = [];
      visitor.page.on('framenavigated', (frame) => void addresses.push(frame.url()));
      await visitor.go(`${steps.home}/passages/${steps.passage}`);
      await visitor.tap(steps.button('ui.choice.disagree'));
      await visitor.page.getByText(steps.words('join.pending')).waitFor();
      visitor.expected.add(422);
      await visitor.tap(steps.button('join.yes'));
      await visitor.page.getByText(steps.words('field.not-old-enough')).first().waitFor();
      await visitor.tap(visitor.page.locator('.language-menu summary'));
      await visitor.tap(visitor.page.locator('.language-menu li[lang=ar] > *'));
      await visitor.page.getByText(wordsIn('ar')('join.pending')).waitFor();
      await visitor.tap(visitor.page.locator('.language-menu summary'));
      await visitor.tap(visitor.page.locator('.language-menu li[lang=en] > *'));
      await visitor.page.getByText(steps.words('join.pending')).waitFor();
      await visitor.alive();
      await steps.sayYes();
      await visitor.page.locator('button[value=disagree][aria-pressed=true]').waitFor();
      expect(new URL(visitor.page.url()).pathname).toBe(`${steps.home}/passages/${steps.passage}`);
      expect((await steps.ballot()).votes).toMatchObject([{ choice: 'disagree' }]);
      expect(addresses.length).toBeGreaterThan(2);
      expect(addresses.join(' ')).not.toMatch(/agree|choice/);
    });

    test('changes her vote on a part of the text, there and on her page, and takes it back', async () => {
      const { visitor, steps } = await aResident(given);
      const said = () => steps.ballot().then(({ votes }) => votes.map(({ choice }) => choice));
      await visitor.go(`${steps.home}/passages/${steps.passage}`);
      await visitor.tap(steps.button('ui.choice.agree'));
      await expect.poll(said).toEqual(['agree']);
      await visitor.page.locator('button[value=agree][aria-pressed=true]').waitFor();
      await visitor.tap(steps.button('ui.choice.pass'));
      await visitor.page.locator('button[value=pass][aria-pressed=true]').waitFor();
      await expect.poll(said).toEqual(['pass']);
      await visitor.go(`/en/me?con=${town().in('suggesting').id}`);
      await visitor.tap(visitor.page.locator('button[name=choice][value=disagree]'));
      await visitor.page.locator('button[name=choice][value=pass]').waitFor();
      expect(await said()).toEqual(['disagree']);
      await visitor.tap(visitor.page.locator('button[name=choice][value=withdrawn]'));
      await expect.poll(said).toEqual([]);
    });

    test('changes her words, which then say so, and takes them back', async () => {
      const { visitor, resident, steps } = await aResident(given);
      const { id } = await resident.suggest(town().in('suggesting').id, 'Lifts first.');
      const { page } = visitor;
      await visitor.go(`${steps.home}/contributions/${id}`);
      await visitor.tap(steps.opener('contributions.edit'));
      await page.locator('textarea').first().fill('Lifts first, lights second.');
      await visitor.tap(steps.button('contributions.save'));
      await steps.note('edited').waitFor();
      await expect.poll(() => page.locator('main .words').first().innerText()).toBe('Lifts first, lights second.');
      await expect.poll(() => page.locator('main').innerText()).toContain(steps.words('contributions.edited'));
      await visitor.tap(steps.opener('contributions.withdraw').first());
      await visitor.tap(steps.button('contributions.withdraw-yes').first());
      await steps.note('withdrawn').waitFor();
      await expect.poll(() => page.locator('main').innerText()).not.toContain('Lifts first');
      await expect.poll(() => page.locator('main').innerText()).toContain(steps.words('contributions.gone.withdrawn'));
    });

    test('confirms with one tap in the deck what she chose when a link had led her to it', async () => {
      const { visitor, steps } = await aResident(given);
      const [linked] = (await town().contributions('suggesting')).slice(-1);
      const item = linked?.item ?? 0;
      await visitor.go(`${steps.home}/contributions/${linked?.id ?? ''}`);
      await visitor.tap(steps.button('ui.choice.disagree'));
      await expect
        .poll(async () => (await steps.ballot()).votes)
        .toEqual([{ item, choice: 'disagree', counts: false }]);
      await visitor.go(`${steps.home}/deck?passage=${steps.passage}`);
      await steps.searchDeck((words) => words === linked?.text);
      await visitor.tap(visitor.page.locator('.vote-form button.button-main'));
      await expect
        .poll(async () => (await steps.ballot()).votes)
        .toContainEqual({ item, choice: 'disagree', counts: true });
    });
  },
);

test('Whoever goes on while her words are being saved is not fetched back, and they are saved', async () => {
  const { visitor, resident, steps } = await aResident({ javaScript: true });
  const con = town().in('suggesting').id;
  const { id } = await resident.suggest(con, 'Lifts first.');
  await visitor.go(`${steps.home}/contributions/${id}`);
  await visitor.tap(steps.opener('contributions.edit'));
  await visitor.page.locator('textarea').first().fill('Stairs first.');
  const letGo = await holdBack(visitor, `**/api/**/${id}*`);
  await visitor.tap(steps.button('contributions.save'));
  await visitor.tap(visitor.page.locator(`a[href="/en/p/${town().slug}"]`).first());
  await visitor.arrive(`**/p/${town().slug}`);
  await letGo();
  expect(new URL(visitor.page.url()).pathname).toBe(`/en/p/${town().slug}`);
  expect((await resident.ask<{ text: string }>('GET', `/consultations/${con}/contributions/${id}`)).text).toBe(
    'Stairs first.',
  );
});

describe('Whoever must not be seen here', () => {
  test('leaves with three presses of Escape, and going back does not lead here', async () => {
    const visitor = await browser.visitor(town().address, { device: 'desktop' });
    await visitor.context.route(/wikipedia/, (route) =>
      route.fulfill({ contentType: 'text/html', body: 'Elsewhere.' }),
    );
    await visitor.go('/en');
    await visitor.go(`/en/p/${town().slug}`);
    for (let presses = 0; presses < 3; presses++) await visitor.page.keyboard.press('Escape');
    await visitor.arrive(/wikipedia/);
    await visitor.page.goBack();
    expect(new URL(visitor.page.url()).pathname).toBe('/en');
  });

  test.each([true, false])('leaves with one tap (JavaScript: %s)', async (javaScript) => {
    const visitor = await browser.visitor(town().address, { javaScript });
    await visitor.context.route(/wikipedia/, (route) =>
      route.fulfill({ contentType: 'text/html', body: 'Elsewhere.' }),
    );
    await visitor.go(`/en/p/${town().slug}`);
    await visitor.tap(visitor.page.locator('.leave-quickly'));
    await visitor.arrive(/wikipedia/);
  });
});

describe('Whoever wants to know what is kept about her', () => {
  test('downloads it as a file', async () => {
    const { visitor } = await aResident({ javaScript: true });
    await visitor.go('/en/me');
    const [download] = await Promise.all([
      visitor.page.waitForEvent('download'),
      visitor.page.locator('a[download]').tap(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.json$/);
  });
});
