import type { World } from '../world.ts';
import { announceResults } from './announce-results.ts';
import { writeAlerts } from '../moderation/alerts.ts';
import { deliverStatements } from './deliver-statements.ts';
import { endRetention } from './end-retention.ts';
import { recountConsultations } from './recount-consultations.ts';
import { placeByHints } from '../moderation/hints.ts';
import { settleVersions } from '../versions/settling.ts';
import { sealLedger } from './seal-ledger.ts';
import { remindAddressees } from './remind-addressees.ts';
import { remindColleagues } from './remind-colleagues.ts';
import { remindStaff } from './remind-staff.ts';
import { sendMails } from './send-mails.ts';
import { measureStorage } from './measure-storage.ts';
import { inPieces } from '../operations/attempts.ts';
import { tendCases } from './tend-cases.ts';
import { tellAuthors } from './tell-authors.ts';
import { tellPlaces } from './tell-places.ts';
import { tellNews } from './tell-news.ts';

/** What the clock starts in the cloud. On one machine the platform starts the same by itself. */
export const BY_CLOCK = {
  recount: recountConsultations,
  mail: inPieces('mail', {
    results: announceResults,
    statements: deliverStatements,
    alerts: writeAlerts,
    news: tellNews,
    authors: tellAuthors,
    places: tellPlaces,
    sending: sendMails,
  }),
  retention: endRetention,
  cases: tendCases,
  triage: placeByHints,
  reminders: inPieces('reminders', { staff: remindStaff, addressees: remindAddressees, colleagues: remindColleagues }),
  versions: settleVersions,
  ledger: sealLedger,
  storage: measureStorage,
} as const satisfies Record<string, (world: World) => Promise<unknown>>;

export const CLOCK_JOBS = Object.keys(BY_CLOCK) as (keyof typeof BY_CLOCK)[];
