import type { Locator } from 'playwright-core';
import type { Visitor } from './visitor.ts';

/**
 * Somebody at a desk who has never seen it and knows only the labels she reads: every line she fills in, every choice,
 * every click and every page is counted.
 */
export const aNewcomer = (visitor: Visitor) => {
  const { page } = visitor;
  const steps = { clicks: 0, fields: 0, pages: 0 };
  const main = page.locator('main');
  const arrive = async (by: () => Promise<void>): Promise<void> => {
    const before = page.url();
    await by();
    await page.waitForURL((url) => url.href !== before);
    await visitor.alive();
    steps.pages++;
    if (process.env.SHOTS)
      await page.screenshot({
        path: `${process.env.SHOTS}/${String(steps.pages).padStart(2, '0')}.png`,
        fullPage: true,
  };
  const click = async (where: Locator): Promise<void> => {
    steps.clicks++;
    await where.click();
  };
  return {
    visitor,
    steps,
    /** A line by its label, within the group of that name where there is one in each language. */
    fill: async (label: string, text: string, group?: string): Promise<void> => {
      steps.fields++;
      const around = group ? main.getByRole('group', { name: group, exact: true }) : main;
      await around.getByLabel(label, { exact: true }).first().fill(text);
    },
    choose: async (label: string | RegExp, isChosen = true): Promise<void> => {
      const box = main.getByLabel(label).first();
      if ((await box.isChecked()) === isChosen) return;
      steps.clicks++;
      await box.setChecked(isChosen);
    },
    select: async (label: string, option: string): Promise<void> => {
      steps.clicks++;
      await main.getByLabel(label, { exact: true }).selectOption({ label: option });
    },
    open: (summary: string) => click(main.locator('summary', { hasText: summary }).first()),
    follow: (name: string | RegExp) =>
      arrive(() => click(main.getByRole('link', { name, exact: typeof name === 'string' }).first())),
    press: (name: string) => arrive(() => click(main.getByRole('button', { name, exact: true }).first())),
    /** For what is shown this one time, at the same address. */
    pressAndSee: async (name: string, what: string): Promise<void> => {
      await click(main.getByRole('button', { name, exact: true }).first());
      await page.locator(what).first().waitFor();
    },
    says: async (): Promise<string> => (await main.textContent()) ?? '',
  };
};
export type Newcomer = ReturnType<typeof aNewcomer>;
