import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aConsultation, type TestConsultation } from '#test/support/builders.ts';
import { aCase, aModerator, aNotice, caseNow, keeping, removing } from '#test/support/cases.ts';
import { caseAbout } from '#functions/moderation/store.ts';
import { deliverStatements } from '#functions/jobs/deliver-statements.ts';
import type { NoticeId } from '#shared/moderation/schema.ts';
import type { CaseView } from '#shared/moderation/desk-views.ts';
import type { NoticeState } from '#shared/moderation/views.ts';
import { MINUTE } from '#shared/time.ts';
import { aParticipant, refusalOf, someoneIn } from '#test/support/people.ts';
import type { Resident } from '#test/support/resident.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let made: TestConsultation;
let author: Resident;
let moderator: Resident;
beforeAll(async () => {
  world = await aWorld();
});
beforeEach(async () => {
  made = await aConsultation(world);
  author = await aParticipant(world, made.consultation);
  moderator = await aModerator(world, made.place);
});
afterAll(() => world.end());

/** She reports something lawful, and a moderator finds that everybody could have seen so. */
const reportsForNothing = async (notifier: Resident, text: string) => {
  const con = made.consultation.id;
  const { id: contribution } = await author.suggest(con, text);
  const subject = { kind: 'contribution', id: contribution } as const;
  const { code } = await notifier.ask<{ code: string }>('POST', `/consultations/${con}/notices`, aNotice(subject));
  const id = await caseAbout(world, contribution);
  if (!id) throw new Error('No case was opened.');
  const path = `/places/${made.place.slug}/cases/${id}`;
  const { notices } = await moderator.ask<CaseView>('GET', path);
  const notice = notices[0]?.id as NoticeId;
  const measure = `${path}/notices/${notice}/measure`;
  const { version } = await caseNow(world, id);
  await moderator.ask('POST', `${path}/decision`, keeping(text, version, { unfounded: [notice] }));
  world.pass(20 * MINUTE);
  await deliverStatements(world);
  return { code, subject, measure };
};

test('whoever reports for nothing again and again is warned by a person, and only after that rests for a time', async () => {
  const notifier = await aParticipant(world, made.consultation);
  const first = await reportsForNothing(notifier, 'Lawful one.');
  expect(await refusalOf(moderator.ask('POST', first.measure, { measure: 'warn' }))).toBe('decision-not-possible');
  await reportsForNothing(notifier, 'Lawful two.');
  const third = await reportsForNothing(notifier, 'Lawful three.');
  expect(await refusalOf(moderator.ask('POST', third.measure, { measure: 'suspend' }))).toBe('warning-first');
  await moderator.ask('POST', third.measure, { measure: 'warn' });
  world.pass(MINUTE);
  const stateOf = (code: string) => someoneIn(world).ask<NoticeState>('POST', '/notices/state', { code });
  expect(await stateOf(third.code)).toMatchObject({ warned: true });
  const fourth = await reportsForNothing(notifier, 'Lawful four.');
  await moderator.ask('POST', fourth.measure, { measure: 'suspend', days: 14 });
  expect((await stateOf(fourth.code)).suspendedUntil).toBeDefined();
  const notices = `/consultations/${made.consultation.id}/notices`;
  expect(await refusalOf(notifier.ask('POST', notices, aNotice(fourth.subject)))).toBe('notices-suspended');
  expect(await refusalOf(author.ask('POST', notices, aNotice(fourth.subject)))).toBe('done');
});

test('an author is not suspended before she was warned, unless it is about a crime', async () => {
  const one = await aCase(world, { place: made.place, con: made.consultation.id, author, text: 'Insulting words.' });
  const suspend = { author: { measure: 'suspend', days: 7 } } as const;
  const decide = async (more: object) =>
    moderator.ask('POST', `${one.path}/decision`, removing(one.text, (await caseNow(world, one.id)).version, more));
  expect(await refusalOf(decide(suspend))).toBe('warning-first');
  expect(await refusalOf(decide({ ...suspend, tier: 1 }))).toBe('done');
});
