import { invite } from '#functions/staff/invitations.ts';
import { appointStaff } from '#functions/staff/service.ts';
import { openSession } from '#functions/participants/service.ts';
import { whoIs } from '#functions/participants/sessions.ts';
import type { Role } from '#shared/places/rules.ts';
import { asStaff } from './as-staff.ts';
import type { RunningTown } from './started-town.ts';
import type { State } from './states.ts';
import type { Visitor } from './visitor.ts';

const send = ({ page }: Visitor, form: string) =>
  page.locator(`form:has(input[name=form][value="${form}"]) button`).last().click();

/** Somebody in office on a page of hers; `sign` is there once the page is, and `then` leads on from it. */
const mine = (
  name: string,
  roles: Role[],
  at: (town: RunningTown) => string,
  then?: { send: string; sign: string; before?: (visitor: Visitor) => Promise<void> },
): State => ({
  name,
  reach: async (visitor, town) => {
    await asStaff(visitor, town, roles);
    await visitor.go(`/${visitor.locale}${at(town)}`);
    await visitor.page.locator('main h1').waitFor();
    if (!then) return;
    await then.before?.(visitor);
    await send(visitor, then.send);
    await visitor.page.locator(then.sign).waitFor();
  },
});

/** The link of an invitation that a coordinator has just made. */
const linkIn = async ({ world, in: phase }: RunningTown): Promise<string> => {
  const { place } = phase('suggesting');
  const coordinator = await appointStaff(world, place, ['coordinator'], 'Olga');
  const actor = await whoIs(world, await openSession(world, coordinator));
  const { link } = await invite(world, actor, place, { name: 'Amal', roles: ['moderator', 'analyst'], locale: 'en' });
  return link.split('/invite/')[1] ?? '';
};

const staff = ({ slug }: RunningTown) => `/p/${slug}/desk/staff`;

/** Pages about who is in office, and how she comes in. */
export const STAFF_STATES: State[] = [
  mine('the people of a desk, as a colleague sees them', ['mediator'], staff),
  mine('the people of a desk, with an invitation refused', ['coordinator'], staff, {
    send: 'invite',
    sign: '.error-summary',
  }),
  mine('the link of an invitation, shown once', ['coordinator'], staff, {
    before: async ({ page }) => {
      await page.locator('form:has(input[value=invite]) input[name=name]').fill('Amal');
      await page.locator('form:has(input[value=invite]) input[name=roles]').first().check();
    },
    send: 'invite',
    sign: '.invite-link',
  }),
  mine('statements of reasons to hand to the EU', ['moderator'], ({ slug }) => `/p/${slug}/desk/statements`),
  mine('the ledger of a place', ['analyst'], ({ slug }) => `/p/${slug}/desk/ledger`),
  mine('her keys, of which there are none', ['drafter'], () => '/me/keys'),
  mine('recovery codes, shown once', ['drafter'], () => '/me/keys', { send: 'codes', sign: '.recovery-codes' }),
  mine('mails about work, refused', ['drafter'], () => '/me/work-mail', { send: 'work-mail', sign: '.error-summary' }),
  mine('my page of somebody in office', ['drafter'], () => '/me'),
  {
    name: 'an invitation',
    reach: async (visitor, town) => {
      await visitor.go(`/${visitor.locale}/invite/${await linkIn(town)}`);
      await visitor.page.locator('main h1').waitFor();
    },
  },
  {
    name: 'an invitation to somebody in office',
    reach: async (visitor, town) => {
      await asStaff(visitor, town, ['drafter']);
      await visitor.go(`/${visitor.locale}/invite/${await linkIn(town)}`);
      await visitor.page.locator('form:has(input[value=own])').waitFor();
    },
  },
  {
    name: 'signing in to an office, with a code that was refused',
    reach: async (visitor) => {
      await visitor.go(`/${visitor.locale}/sign-in`);
      await visitor.page.locator('main details summary').click();
      await visitor.page.locator('input[name=code]').fill('abc');
      await send(visitor, 'code');
      await visitor.page.locator('.error-summary').waitFor();
    },
  },
];
