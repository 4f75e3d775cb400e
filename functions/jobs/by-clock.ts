import type { World } from '../world.ts';
import { announceResults } from './announce-results.ts';
import { writeAlerts } from '../moderation/alerts.ts';
import { deliverStatements } from './deliver-statements.ts';
import { endRetention } from './end-retention.ts';
import { recountConsultations } from './recount-consultations.ts';
import { settleVersions } from '../versions/settling.ts';
import { sealLedger } from './seal-ledger.ts';
import { remindAddressees } from './remind-addressees.ts';
import { remindColleagues } from './remind-colleagues.ts';
import { remindStaff } from './remind-staff.ts';
import { sendMails } from './send-mails.ts';
import { tendCases } from './tend-cases.ts';
import { tellAuthors } from './tell-authors.ts';
import { tellNews } from './tell-news.ts';

/** What the clock starts in the cloud. On one machine the platform starts the same by itself. */
export const BY_CLOCK = {
  recount: recountConsultations,
  mail: (world) =>
    announceResults(world)
      .then(() => deliverStatements(world))
      .then(() => writeAlerts(world))
      .then(() => tellNews(world))
      .then(() => tellAuthors(world))
      .then(() => sendMails(world)),
  retention: endRetention,
  cases: tendCases,
  reminders: (world) =>
    remindStaff(world)
      .then(() => remindAddressees(world))
      .then(() => remindColleagues(world)),
  versions: settleVersions,
  ledger: sealLedger,
} as const satisfies Record<string, (world: World) => Promise<unknown>>;

export const CLOCK_JOBS = Object.keys(BY_CLOCK) as (keyof typeof BY_CLOCK)[];
