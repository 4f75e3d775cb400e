import { idleMonth } from '#infra/idle-cost.ts';
import { dollars, dollarsOf, PRICES_OF, sumOf, type Line } from '#infra/prices.ts';
import { STAGES } from '#infra/stages.ts';
import { DECK, measure, VOTES, type Measured } from './cost/measure.ts';
import type { Used } from './cost/meter.ts';

/** How a consultation goes, written down so that you can argue with it. Shares are of those who vote. */
const COURSE = {
  days: 21,
  pagesRead: 8,
  /** Scripts, styles and messages on a first visit, compressed. */
  files: 8,
  fileBytes: 60_000,
  /** Pages that everybody shares come from the edge this often, when many read at once. */
  keptAtTheEdge: 0.8,
  makeACard: 0.4,
  suggest: 0.05,
  reply: 0.1,
  leaveAnAddress: 0.15,
  lookAtResults: 0.5,
  /** At most one snapshot every 15 minutes; by night nobody votes. */
  snapshotsADay: 64,
};
/** HTML and JSON as brotli leaves them, about. */
const COMPRESSED = 0.3;
const GB_OF_REQUEST = STAGES.prod.memory / 1024;
const RECOUNT_GB = 1769 / 1024;

/** One kind of request, so many times, through edge, API, function, tables and logs. */
const requests = (what: string, times: number, used: Used): Line[] => [
  { what: `${what}: API`, amount: times, price: 'apiRequest' },
  { what: `${what}: invocations`, amount: times, price: 'invocation' },
  {
    what: `${what}: processor time`,
    amount: (times * Math.ceil(used.milliseconds) * GB_OF_REQUEST) / 1000,
    price: 'gbSecond',
  },
  { what: `${what}: writes`, amount: times * used.writes, price: 'writeUnit' },
  { what: `${what}: reads`, amount: times * used.reads, price: 'readUnit' },
  { what: `${what}: logs`, amount: (times * used.logBytes) / 1e9, price: 'logGb' },
];
const atTheEdge = (what: string, times: number, { bytes }: Used): Line[] => [
  { what: `${what}: edge`, amount: times, price: 'edgeRequest' },
  { what: `${what}: bytes to readers`, amount: (times * bytes * COMPRESSED) / 1e9, price: 'edgeGb' },
];

/** The firewall looks at everything that reaches the edge. */
const withFirewall = (lines: readonly Line[]): Line[] => {
  const amount = lines.filter(({ price }) => price === 'edgeRequest').reduce((sum, line) => sum + line.amount, 0);
  return [...lines, { what: 'firewall: requests', amount, price: 'firewallRequest' }];
};

const consultation = (people: number, used: Measured): Line[] => {
  const both = (what: string, each: number, one: Used, fromOrigin = 1): Line[] => [
    ...atTheEdge(what, people * each, one),
    ...requests(what, people * each * fromOrigin, one),
  ];
  const snapshots = COURSE.days * COURSE.snapshotsADay;
  const ballotGb = (people * used.ballotBytes) / 1e9;
  // Ballots arrive evenly over the course: a snapshot reads half of them on average.
  const readings = (snapshots * people) / 2;
  return [
    ...both('pages', COURSE.pagesRead, used.page, 1 - COURSE.keptAtTheEdge),
    { what: 'files: edge', amount: people * COURSE.files, price: 'edgeRequest' },
    { what: 'files: bytes to readers', amount: (people * COURSE.fileBytes) / 1e9, price: 'edgeGb' },
    ...both('joining', 1, used.join),
    ...both('own ballot', 2, used.ownBallot),
    ...both('deck', Math.ceil(VOTES / DECK), used.deck),
    ...both('votes', VOTES, used.vote),
    ...both('cards', COURSE.makeACard, used.card),
    ...both('suggesting', COURSE.suggest, used.suggest),
    ...both('replying', COURSE.reply, used.reply),
    ...both('addresses', COURSE.leaveAnAddress, used.contact),
    ...both('results', COURSE.lookAtResults, used.results, 1 - COURSE.keptAtTheEdge),
    { what: 'mails: sent', amount: people * COURSE.leaveAnAddress * 2, price: 'mail' },
    { what: 'mails: writes', amount: people * COURSE.leaveAnAddress * 2 * used.mail.writes, price: 'writeUnit' },
    { what: 'recounts: reads', amount: (readings * used.ballotBytes) / 4096, price: 'readUnit' },
    {
      what: 'recounts: processor time',
      amount: (readings * used.recountMsPerBallot * RECOUNT_GB) / 1000,
      price: 'gbSecond',
    },
    { what: 'storage of ballots, a month', amount: ballotGb, price: 'storageGbMonth' },
    { what: 'recovery of ballots, a month', amount: ballotGb, price: 'recoveryGbMonth' },
  ];
};

const show = (title: string, lines: readonly Line[]): void => {
  const byFirst = Map.groupBy(lines, ({ what }) => what.split(':')[0] ?? what);
  console.info(`\n${title}: ${dollars(sumOf(lines))}`);
  console.table(
    [...byFirst].map(([what, own]) => ({
      what,
      USD: dollars(sumOf(own)),
      'of which': own.map((line) => `${line.what.split(': ')[1] ?? ''} ${dollars(dollarsOf(line))}`.trim()).join(' · '),
    })),
  );
};

/** What a consultation and an idle month cost, line by line, from what the real code paths consumed in this run. */
export const run = async (): Promise<void> => {
  const used = await measure();
  console.info('Measured in this run, per act:');
  console.table(
    Object.entries(used).flatMap(([what, one]) =>
      typeof one === 'number'
        ? []
        : [
            {
              what,
              writes: one.writes.toFixed(2),
              reads: one.reads.toFixed(2),
              ms: one.milliseconds.toFixed(2),
              bytes: Math.round(one.bytes),
            },
          ],
    ),
  );
  console.info(
    `A ballot of ${VOTES} votes: ${used.ballotBytes} bytes; a recount takes ${(used.recountMsPerBallot * 1000).toFixed(1)} µs a ballot.`,
  );
  console.info(
    `Prices of eu-central-1 as of ${PRICES_OF}, USD, without tax and free tiers. Milliseconds are of this machine.`,
  );
  show(
    `A consultation of 10,000 people × ${VOTES} votes over ${COURSE.days} days`,
    withFirewall(consultation(10_000, used)),
  );
  show(
    `A consultation of 1,000,000 people × ${VOTES} votes over ${COURSE.days} days`,
    withFirewall(consultation(1_000_000, used)),
  );
  const { writes, reads, milliseconds } = used.idleTick;
  const tick = { writes, reads, milliseconds };
  show('An idle month, without WAF', idleMonth({ firewall: false }, tick));
  show('An idle month, with WAF', idleMonth({ firewall: true }, tick));
};
