import { SET_UP_PARTS } from '#shared/places/rules.ts';
import { asStaff } from './as-staff.ts';
import type { RunningTown } from './started-town.ts';
import type { State } from './states.ts';
import type { Visitor } from './visitor.ts';

const at = ({ slug }: RunningTown, rest = '') => `/p/${slug}/desk/set-up${rest}`;

const opened = (name: string, rest: string): State => ({
  name,
  reach: async (visitor, town) => {
    await asStaff(visitor, town, ['coordinator']);
    await visitor.go(`/${visitor.locale}${at(town, rest)}`);
    await visitor.page.locator('.desk').waitFor();
  },
});

const save = ({ page }: Visitor, form: string): Promise<void> =>
  page.locator(`form:has(input[name=form][value="${form}"]) button`).last().click();

/** The set-up of a place as its coordinator finds it, and what it answers when something is not right. */
export const SET_UP_STATES: State[] = [
  opened('the set-up of a place', ''),
  ...SET_UP_PARTS.map((part) => opened(`set-up: ${part}`, `/${part}`)),
  opened('set-up: a new contact', '/help/new?kind=equality-body'),
  {
    name: 'set-up: a colour that nobody could read',
    reach: async (visitor, town) => {
      await asStaff(visitor, town, ['coordinator']);
      await visitor.go(`/${visitor.locale}${at(town, '/look')}`);
      await visitor.page.locator('input[name=whose][value=own]').check();
      await visitor.page.locator('input[name=accent]').fill('#ffe000');
      await save(visitor, 'look');
      await visitor.page.locator('button[name=nearest]').waitFor();
    },
  },
  {
    name: 'set-up: somebody else was quicker',
    reach: async (visitor, town) => {
      await asStaff(visitor, town, ['coordinator']);
      await visitor.go(`/${visitor.locale}${at(town, '/about')}`);
      const page = await visitor.context.newPage();
      await page.goto(`/${visitor.locale}${at(town, '/about')}`);
      await page.waitForFunction(() => 'isAlive' in globalThis);
      for (const [where, text] of [
        [page, `Saved first ${town.world.clock()}`],
        [visitor.page, 'Sent second'],
      ] as const) {
        await where.locator('textarea').first().fill(text);
        await where.locator('form:has(input[name=form][value="about"]) button').last().click();
        await where.locator('.notice').first().waitFor();
      }
      await page.close();
      await visitor.page.locator('.both-texts').waitFor();
    },
  },
];
