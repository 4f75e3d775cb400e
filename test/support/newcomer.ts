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
    const before = await page.evaluate(() => navigation.currentEntry?.id);
    await by();
    await page.waitForFunction((old) => navigation.currentEntry?.id !== old && navigation.transition === null, before);
    await visitor.alive();
    steps.pages++;
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
      await around.getByLabel(label, { exact: true }).filter({ visible: true }).first().fill(text);
    },
    choose: async (label: string | RegExp, isChosen = true): Promise<void> => {
      const box = main.getByLabel(label).filter({ visible: true }).first();
      if ((await box.isChecked()) === isChosen) return;
      steps.clicks++;
      await box.setChecked(isChosen);
    },
    follow: (name: string | RegExp) =>
      arrive(() => click(main.getByRole('link', { name, exact: typeof name === 'string' }).first())),
    press: (name: string) => arrive(() => click(main.getByRole('button', { name, exact: true }).first())),
    /** For what is shown this one time, at the same address. */
    pressAndSee: async (name: string, what: string): Promise<void> => {
      await click(main.getByRole('button', { name, exact: true }).first());
      await page.locator(what).first().waitFor();
    },
    /** Puts away what was shown this one time. */
    putAway: async (link: string): Promise<void> => {
      const away = main.getByRole('link', { name: link, exact: true });
      await click(away);
      await away.waitFor({ state: 'detached' });
    },
    reads: (text: string) => main.getByText(text).first().waitFor(),
  };
};
export type Newcomer = ReturnType<typeof aNewcomer>;
