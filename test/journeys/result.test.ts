import { describe, expect, test } from 'vitest';
import type { ResultsView } from '#shared/consultations/views.ts';
import { aBrowser } from '#test/support/browser.ts';
import { aRunningTown } from '#test/support/running-town.ts';
import { stepsOf } from './steps.ts';

const town = aRunningTown('Solmira');
const browser = aBrowser();

describe.each([true, false])('Whoever wants to know what came out (JavaScript: %s)', (javaScript) => {
  test('finds the result from the city’s page, as bars, and the same numbers as a table', async () => {
    const visitor = await browser.visitor(town().address, { javaScript });
    const consultation = town().in('answered');
    const steps = stepsOf(town(), visitor, consultation);
    await visitor.go(`/en/p/${town().slug}`);
    await visitor.tap(visitor.page.locator(`main a[href="${steps.home}"]`));
    await visitor.tap(steps.link('consultations.do.see-results').first());
    await visitor.tap(steps.opener('opinion.as-table'));
    const { rows } = await steps.ask<ResultsView>(`/consultations/${consultation.id}/results`);
    const table = await visitor.page
      .locator('.results-table tbody tr')
      .evaluateAll((all) =>
        all.map((row) => [...row.querySelectorAll('td')].slice(1, 4).map((cell) => Number(cell.textContent))),
      );
    expect(table.length).toBeGreaterThanOrEqual(8);
    const counted = rows.map(({ dealt: { agree, pass, disagree } }) => [agree, pass, disagree]);
    for (const numbers of table) expect(counted).toContainEqual(numbers);
    await expect.poll(() => visitor.page.locator('.group-bars, .vote-bar').count()).toBeGreaterThanOrEqual(8);
  });

  test('is told when it comes, and why not now', async () => {
    const visitor = await browser.visitor(town().address, { javaScript });
    const steps = stepsOf(town(), visitor, town().in('suggesting'));
    await visitor.go(`${steps.home}/results`);
    const shown = await visitor.page.locator('main').innerText();
    expect(shown).toContain(steps.words('opinion.not-yet-why'));
    await expect.poll(() => visitor.page.locator('main time').count()).toBe(1);
    await expect.poll(() => visitor.page.locator('.vote-bar').count()).toBe(0);
  });
});
