import { handAuditorsFile, fetchAuditorsFile } from '#functions/opinion/auditing.ts';
import { whoIs } from '#functions/participants/sessions.ts';
import { openSession } from '#functions/participants/service.ts';
import { appointStaff } from '#functions/staff/service.ts';
import { asStaff } from './as-staff.ts';
import { HANDED } from './auditing.ts';
import type { RunningTown } from './started-town.ts';
import type { State } from './states.ts';
import type { Visitor } from './visitor.ts';

const con = (town: RunningTown) => town.in('answered').id;
const open = (visitor: Visitor, path: string) => visitor.go(`/${visitor.locale}${path}`);

/** A link to the file of the result that the town has. */
const handedIn = async (town: RunningTown): Promise<string> => {
  const { world } = town;
  const participant = await appointStaff(world, town.in('answered').place, ['coordinator'], 'Amal');
  const coordinator = await whoIs(world, await openSession(world, participant));
  const { link } = await handAuditorsFile(world, coordinator, con(town), HANDED);
  return link.split('/').at(-1) ?? '';
};

const atTheDesk = async (visitor: Visitor, town: RunningTown): Promise<void> => {
  await fetchAuditorsFile(town.world, undefined, con(town), await handedIn(town), { packed: false });
  await handedIn(town);
  await asStaff(visitor, town, ['coordinator']);
  await open(visitor, `/c/${con(town)}/desk/audit`);
};

const make = ({ page }: Visitor) => page.locator('form:has(input[name=form][value="hand"]) button').click();

export const AUDITING_STATES: State[] = [
  {
    name: 'auditing: who was handed the votes, and a new one refused',
    reach: async (visitor, town) => {
      await atTheDesk(visitor, town);
      await make(visitor);
      await visitor.page.locator('.error-summary').waitFor();
    },
  },
  {
    name: 'auditing: the link, shown once',
    reach: async (visitor, town) => {
      await atTheDesk(visitor, town);
      await visitor.page.locator('[name=auditor]').fill(HANDED.auditor);
      await visitor.page.locator('[name=reason]').fill(HANDED.reason);
      await make(visitor);
      await visitor.page.locator('.notice').waitFor();
    },
  },
  {
    name: 'auditing: what an auditor finds',
    reach: async (visitor, town) => open(visitor, `/c/${con(town)}/audit/${await handedIn(town)}`),
  },
];
