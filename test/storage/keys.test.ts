import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { accessTable, withAccessTable } from '#functions/storage/access-table.ts';
import { TABLES } from '#functions/storage/tables.ts';
import { SHARDS } from '#functions/storage/keys/ballots.ts';
import { ACCESS, keys } from '#functions/storage/keys.ts';
import { filesOf } from '#test/support/imports.ts';

const id = <Prefix extends string>(prefix: Prefix) => `${prefix}_${'0'.repeat(16)}` as const;
const [con, psg, ctr, rpl, prt] = [id('con'), id('psg'), id('ctr'), id('rpl'), id('prt')];

/** Each builder called once. */
const BUILT: Record<keyof typeof keys, { pk: string; sk: string } | string> = {
  addressee: keys.addressee(con, id('adr')),
  answer: keys.answer(con, id('adr'), psg),
  answerReminder: keys.answerReminder(con, id('adr'), '2026-01-01', 'soon'),
  measure: keys.measure(con, id('msr')),
  wordsToTell: keys.wordsToTell(con, psg, 'answer'),
  addresseeToken: keys.addresseeToken('a'),
  addresseeMail: keys.addresseeMail(id('adr')),
  letter: keys.letter('mail~news'),
  mailsToRetry: keys.mailsToRetry(),
  kindOfStore: keys.kindOfStore(),
  placeBySlug: keys.placeBySlug('solmira'),
  place: keys.place(id('plc')),
  earlierConsent: keys.earlierConsent(id('plc'), 1),
  placesBelow: keys.placesBelow(id('plc'), id('plc')),
  standingToTell: keys.standingToTell(id('plc'), id('plc')),
  picture: keys.picture('A'.repeat(22)),
  seal: keys.seal(id('plc'), 1),
  dayRoot: keys.dayRoot(id('plc'), '2026-01-01'),
  witnessed: keys.witnessed(id('plc')),
  consultationsOf: keys.consultationsOf(id('plc'), con),
  batch: keys.batch(id('plc'), 3),
  batchDecision: keys.batchDecision(con, 3),
  reminder: keys.reminder(con, '2026-01-01T00:00:00.000Z', 'soon'),
  news: keys.news(con, 1),
  consultation: keys.consultation(con),
  changeOf: keys.changeOf(con, '2026-01-01T00:00:00.000Z', '2'),
  numbers: keys.numbers(con),
  document: keys.document(con, id('doc')),
  passage: keys.passage(con, psg),
  edition: keys.edition(id('doc'), 2, psg),
  textVersion: keys.textVersion(id('doc'), 2),
  draft: keys.draft(id('doc')),
  draftPassage: keys.draftPassage(id('doc'), psg),
  draftComment: keys.draftComment(id('doc'), id('msg')),
  draftPlacing: keys.draftPlacing(id('doc'), ctr),
  unfinishedVersion: keys.unfinishedVersion(id('doc')),
  outline: keys.outline(con),
  leftOut: keys.leftOut(con, id('doc')),
  contribution: keys.contribution(con, ctr),
  translations: keys.translations(con, ctr),
  translationAsked: keys.translationAsked(con, ctr, 'ar#mark'),
  mergedInto: keys.mergedInto(ctr, ctr),
  lastMerge: keys.lastMerge(con),
  work: keys.work(con, ctr),
  workNote: keys.workNote(ctr, id('msg')),
  tag: keys.tag(id('plc'), 'streets'),
  groupName: keys.groupName(con, 'A'),
  contributionsAbout: keys.contributionsAbout(con, psg),
  threadRoots: keys.threadRoots(psg, rpl),
  threadBranch: keys.threadBranch(psg, rpl, rpl),
  snapshot: keys.snapshot(con, id('snp')),
  snapshotPart: keys.snapshotPart(con, id('snp'), '000'),
  turnout: keys.turnout(con),
  handing: keys.handing(con, 'hash'),
  published: keys.published(con, '2026-01-01T00:00:00.000Z'),
  ledger: keys.ledger(id('plc'), id('lin')),
  ballot: keys.ballot(con, 'A'.repeat(22)),
  ballotShard: keys.ballotShard(con, '00'),
  lease: keys.lease(con),
  person: keys.person(prt),
  consentOf: keys.consentOf(prt, con),
  sessionOf: keys.sessionOf(prt, id('ses')),
  cardOf: keys.cardOf(prt),
  authorshipOf: keys.authorshipOf(prt, con),
  officeOf: keys.officeOf(prt, id('plc')),
  passkeyOf: keys.passkeyOf(prt, id('pky')),
  recoveryCodeOf: keys.recoveryCodeOf(prt, 'mac'),
  passkey: keys.passkey(id('pky')),
  recoveryCode: keys.recoveryCode('mac'),
  staff: keys.staff(id('plc'), prt),
  invitation: keys.invitation(id('plc'), id('inv')),
  invitationToken: keys.invitationToken('hash'),
  workMail: keys.workMail(prt),
  session: keys.session('hash'),
  card: keys.card('mac'),
  usedCard: keys.usedCard(id('plc'), 3, 'mac'),
  author: keys.author('A'.repeat(22)),
  contact: keys.contact(con, prt),
  contactOf: keys.contactOf(prt, con),
  contactToken: keys.contactToken('hash'),
  outbox: keys.outbox(`${prt}#confirm`),
  announcement: keys.announcement(id('snp')),
  newsToTell: keys.newsToTell(con, 1),
  firstRun: keys.firstRun(),
  consultationKey: keys.consultationKey(con),
  standingOf: keys.standingOf(prt, id('plc')),
  notifier: keys.notifier(id('ntc')),
  case: keys.case(id('cas')),
  queue: keys.queue(id('plc')),
  queueOfLanguage: keys.queueOfLanguage(id('plc'), 'it'),
  queueOfKind: keys.queueOfKind(id('plc'), 'appeal'),
  queueOfHolder: keys.queueOfHolder(id('plc'), prt),
  noticeOf: keys.noticeOf(id('cas'), id('ntc')),
  noticeCount: keys.noticeCount(id('cas')),
  decisionOf: keys.decisionOf(id('cas'), id('dec')),
  appealOf: keys.appealOf(id('cas'), id('apl')),
  messageOf: keys.messageOf(id('cas'), id('msg')),
  opinionOf: keys.opinionOf(id('cas'), prt),
  removedWords: keys.removedWords(id('cas')),
  caseAbout: keys.caseAbout(ctr),
  sameWords: keys.sameWords(con, 'mac', id('cas')),
  receipt: keys.receipt('mac'),
  casesOfAuthor: keys.casesOfAuthor('A'.repeat(22), id('cas')),
  noticeBy: keys.noticeBy('mac', id('ntc')),
  notifierStanding: keys.notifierStanding('mac'),
  caseIn: keys.caseIn(con, id('cas')),
  toTell: keys.toTell('2026-01-01T00:00:00.000Z', id('cas')),
  toEnd: keys.toEnd('2026-01-01T00:00:00.000Z', id('cas')),
  toAlert: keys.toAlert(id('cas'), 'urgent'),
  toHint: keys.toHint('2026-03-02T08:00:00.000Z', id('cas')),
  digestOf: keys.digestOf(id('plc'), prt),
  moderationFigure: keys.moderationFigure(id('plc'), '2026-01-01T00:00:00.000Z', id('dec')),
  waits: keys.waits(con),
  flagger: keys.flagger(id('plc'), id('flg')),
  flaggerToken: keys.flaggerToken('hash'),
  phrase: keys.phrase(id('plc'), id('phr')),
};

/** Builders of a partition only belong to the pattern that asks it. */
const PARTITION_OF: Partial<Record<keyof typeof keys, keyof typeof ACCESS>> = { ballotShard: 'ballot' };
const pattern = (template: string): RegExp =>
  new RegExp(
    `^${template
      .split(/<[^>]+>/)
      .map((fixed) => fixed.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.+')}$`,
  );

describe('to whoever wants to know what is kept where', () => {
  test('the table in the storage README is the one that keys.ts makes', () => {
    const readme = readFileSync(new URL('../../functions/storage/README.md', import.meta.url), 'utf8');
    expect(readme).toContain(accessTable());
    expect(withAccessTable(readme)).toBe(readme);
  });

  test('every key that is made answers a question of that table, in its form', () => {
    for (const [name, built] of Object.entries(BUILT)) {
      const access = ACCESS[(PARTITION_OF[name as keyof typeof keys] ?? name) as keyof typeof ACCESS];
      expect([name, access === undefined]).toEqual([name, false]);
      const { pk, sk } = typeof built === 'string' ? { pk: built, sk: undefined } : built;
      expect([name, pk]).toEqual([name, expect.stringMatching(pattern(access.pk))]);
      if (sk !== undefined) expect([name, sk]).toEqual([name, expect.stringMatching(pattern(access.sk))]);
    }
  });

  test('every question has a builder, or is asked of an index by a value that stands in the item', () => {
    const unbuilt = Object.keys(ACCESS).filter((name) => !Object.hasOwn(keys, name));
    expect(unbuilt.filter((name) => !('index' in ACCESS[name as keyof typeof ACCESS]))).toEqual([]);
  });

  test('no two questions share a key, and every one says who asks', () => {
    const forms = Object.values(ACCESS).map(
      (access) => `${access.table} ${'index' in access ? access.index : ''} ${access.pk} ${access.sk}`,
    );
    expect(new Set(forms).size).toBe(forms.length);
    for (const { asks, asker } of Object.values(ACCESS))
      expect([asks.endsWith('?'), asker.length > 3]).toEqual([true, true]);
  });

  test('no key is written by hand outside keys/', () => {
    const prefixes = [...new Set(Object.values(ACCESS).flatMap(({ pk }) => /^[a-z-]+#/.exec(pk) ?? []))];
    const byHand = filesOf('functions')
      .filter(({ path }) => !path.startsWith('functions/storage/keys/'))
      .flatMap(({ path, text }) =>
        prefixes
          .filter((prefix) => text.includes(`pk: \`${prefix}`) || text.includes(`pk: '${prefix}`))
          .map((prefix) => `${path}: ${prefix}`),
      );
    expect(byHand).toEqual([]);
  });
});

describe('to a voter', () => {
  test('ballots lie in their own table without index and without stream, and no name in it tells whose they are', () => {
    expect('indexes' in TABLES.ballots || 'stream' in TABLES.ballots).toBe(false);
    expect('stream' in TABLES.vault).toBe(false);
  });

  test('every pseudonym has its shard, by its first letter, and the shards are evenly used', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const shards = Array.from(letters, (letter) => keys.ballot(con, letter + 'x'.repeat(21)).pk.split('#')[1] ?? '');
    expect(shards.toSorted()).toEqual([...SHARDS].toSorted());
    expect(SHARDS).toHaveLength(64);
  });
});
