import { describe, expect, test } from 'vitest';
import { EDIT_TIME } from '#shared/contributions/rules.ts';
import type { PublicContribution } from '#shared/contributions/schema.ts';
import type { CaseView } from '#shared/moderation/desk-views.ts';
import type { OwnCase } from '#shared/moderation/views.ts';
import type { Phrase } from '#shared/moderation/phrases.ts';
import { axeFindings } from '#test/support/axe.ts';
import { aNotice } from '#test/support/cases.ts';
import { aBrowser } from '#test/support/browser.ts';
import { decided, toldAll } from '#test/support/decided.ts';
import { hostileStrings, inGroups, OWN } from '#test/support/hostile.ts';
import { Refused, type Resident } from '#test/support/resident.ts';
import { aRunningTown } from '#test/support/running-town.ts';
import { signIn } from '#test/support/states.ts';
import type { Visitor } from '#test/support/visitor.ts';

const STEP = process.env.FULL ? 1 : 150;
const TAKEN = process.env.FULL ? 'all' : `a sample: our own worst, every ${STEP}th of the lists; FULL=1 takes all`;
const lists = hostileStrings();
const of = (all: readonly string[]): string[] => all.filter((_, i) => i % STEP === 0);
const strings = lists ? [...OWN, ...of(lists.naughty), ...of(lists.scripts)].filter((text) => text.trim()) : [];
/** Each of these is a case of its own, on two pages. */
const few = process.env.FULL ? strings : strings.filter((_, i) => i % 8 === 4);

/** As many of them are met in the deck, more than one hand of it. */
const MET = 8;

const AT_ONCE = 6;

const town = aRunningTown('Solmira');
const browser = aBrowser();
const WORDS = 'Words that somebody reports.';

const shownIn = ({ page }: Visitor, where: string): Promise<(string | null)[]> =>
  page.locator(where).evaluateAll((all) => all.map((one) => one.textContent));
const asModerator = async (visitor: Visitor, moderator: Resident): Promise<void> => {
  const [name = '', value = ''] = (moderator.cookie() ?? '').split('=');
  await visitor.context.addCookies([{ name, value, domain: 'localhost', path: '/', secure: true, httpOnly: true }]);
};

describe.skipIf(!lists)(`Hostile strings around a case (${TAKEN})`, () => {
  test('in reports and in phrases run nowhere at the desk, and are shown as they were stored', async () => {
    const { id: con } = town().in('suggesting');
    const visitor = await browser.visitor(town().address, { device: 'desktop' });
    const author = await signIn(visitor, town());
    const { id: contribution } = await author.suggest(con, WORDS);
    const made = await decided(town(), { contribution, words: WORDS });
    await asModerator(visitor, made.moderator);
    const subject = { kind: 'contribution', id: contribution } as const;
    const { id: reported } = await author.suggest(con, 'Other words.');
    const other = { ...subject, id: reported };
    const say = async (text: string): Promise<void> => {
      const sent = await town()
        .resident()
        .send('POST', `/consultations/${con}/notices`, aNotice(other, { why: text, name: text }));
      expect(sent.status, JSON.stringify(text)).toBeLessThan(500);
      const phrase = { kind: 'fact', title: text, text: { en: { text, provenance: 'original' } }, version: 1 };
      const written = await made.moderator.send('POST', `/places/${town().slug}/phrases`, phrase);
      expect(written.status, JSON.stringify(text)).toBeLessThan(500);
    };
    for (const some of inGroups(strings, AT_ONCE)) await Promise.all(some.map(say));
    const queue = await made.moderator.ask<{ cases: { id: string }[] }>('GET', `/places/${town().slug}/cases`);
    const views = await Promise.all(
      queue.cases.map(({ id }) => made.moderator.ask<CaseView>('GET', `/places/${town().slug}/cases/${id}`)),
    );
    const one = views.find(({ subjectIs }) => subjectIs.kind === 'contribution' && subjectIs.id === reported);
    expect(one?.noticeCount).toBeGreaterThan(20);
    let seen = 0;
    for (let after: string | undefined = '', view = one; after !== undefined && view; after = view.nextNotices) {
      const query: string = after && `?notices=${after}`;
      view = await made.moderator.ask<CaseView>('GET', `/places/${town().slug}/cases/${one?.id}${query}`);
      await visitor.go(`/en/p/${town().slug}/desk/cases/${one?.id}${query}`);
      await expect
        .poll(() => shownIn(visitor, 'section[aria-labelledby=notices] .words'))
        .toEqual(view.notices.map(({ why }) => why));
      seen += view.notices.length;
    }
    expect([seen, one?.noticeCount]).toEqual([one?.noticeCount, one?.noticeCount]);
    const { own } = await made.moderator.ask<{ own: Phrase[] }>('GET', `/places/${town().slug}/phrases`);
    expect(own.length).toBeGreaterThan(20);
    await visitor.go(`/en/p/${town().slug}/desk/phrases`);
    const named = await shownIn(visitor, 'li:has(input[name=phrase]) > p strong bdi');
    expect(named.sort()).toEqual(own.map(({ title }) => title).sort());
  });

  test('in facts, an answer of the place, and an appeal run nowhere: not for the author, the desk, or in the deck', async () => {
    const { id: con } = town().in('suggesting');
    const visitor = await browser.visitor(town().address, { device: 'desktop' });
    const author = await signIn(visitor, town());
    const answers = new Map<string, string>();
    for (const [i, text] of few.entries()) {
      const { id: contribution } = await author.suggest(con, `${WORDS} ${i}`);
      const said = { words: text, language: 'en' } as const;
      const made = await decided(
        town(),
        { contribution, words: `${WORDS} ${i}` },
        {
          kind: 'other',
          grounds: [],
          tier: 3,
          visibility: 'label',
          mark: 'generalises',
          facts: { phrases: [], ...said },
          counterStatement: said,
        },
      ).catch((error: unknown) => {
        if (!(error instanceof Refused)) throw error;
      });
      if (!made) continue;
      await toldAll(town(), made);
      const appealed = await author.send('POST', `/me/decisions/${made.id}/appeal`, { why: text, language: 'en' });
      expect(appealed.status, JSON.stringify(text)).toBeLessThan(500);
      const own = await author.ask<OwnCase>('GET', `/me/decisions/${made.id}`);
      const words = own.decisions[0]?.facts.words;
      await visitor.go(`/en/me/decisions/${made.id}`);
      const onPage = await shownIn(visitor, 'main .words');
      expect(onPage).toContain(words);
      if (appealed.ok) expect(onPage).toContain(own.appeals[0]?.why);
      const shown = await author.ask<PublicContribution>('GET', `/consultations/${con}/contributions/${contribution}`);
      answers.set(shown.text ?? '', shown.counterStatement?.en?.text ?? '');
    }
    expect(answers.size).toBeGreaterThan(2);
    // Whoever votes meets the label and the answer on the cards, those that come later without a new page among them.
    town().pass(EDIT_TIME);
    await visitor.context.clearCookies();
    await signIn(visitor, town());
    await visitor.go(`/en/c/${con}/deck`);
    const card = visitor.page.locator('.deck-card');
    const met = new Map<string, string>();
    const isOver = async () => (await visitor.page.locator('.deck-end').count()) > 0;
    while (met.size < MET && !(await isOver())) {
      const words = (await card.locator('.words').textContent()) ?? '';
      if (answers.has(words)) {
        await expect.poll(() => card.locator('.moderated-label').count()).toBe(1);
        met.set(words, (await card.locator('.notice p').last().textContent()) ?? '');
        const report = await visitor.page.locator('.deck a[href*="/report?"]').getAttribute('href');
        expect(report).toMatch(/report\?ctr=ctr_/);
        if (met.size === 1) expect(await axeFindings(visitor.page)).toEqual([]);
      }
      await visitor.page.locator('button[name=choice][value=pass]').click();
      const front = async () => (await card.locator('.words').allTextContents())[0] ?? words;
      const isNext = async () => (await isOver()) || (await front()) !== words;
      await expect.poll(isNext).toBe(true);
    }
    expect(met.size).toBe(MET);
    for (const [words, answer] of met) expect(answer).toBe(answers.get(words));
  });
});
