import { describe, expect, test } from 'vitest';
import { CONTRIBUTION_LENGTH, NAME_LENGTH } from '#shared/contributions/rules.ts';
import type { ContributionPage } from '#shared/consultations/views.ts';
import type { MyData } from '#shared/participants/my-data.ts';
import type { ThreadPage } from '#shared/replies/schema.ts';
import { aBrowser } from '#test/support/browser.ts';
import { hostileStrings, inGroups, OWN } from '#test/support/hostile.ts';
import { aRunningTown } from '#test/support/running-town.ts';
import { signIn } from '#test/support/states.ts';
import type { Resident } from '#test/support/resident.ts';

const SAMPLE = process.env.FULL ? { naughty: 1, scripts: 1 } : { naughty: 2, scripts: 40 };
const TAKEN = process.env.FULL
  ? 'all'
  : `a sample: every ${SAMPLE.naughty}nd naughty string, every ${SAMPLE.scripts}th injection; FULL=1 takes all`;
const every = (all: readonly string[], step: number): string[] => all.filter((_, i) => i % step === 0);
const found = hostileStrings();
const strings = found
  ? [...OWN, ...every(found.naughty, SAMPLE.naughty), ...every(found.scripts, SAMPLE.scripts)].filter(Boolean)
  : [];
/** So many strings of each kind stand on one page. */
const TOGETHER = 60;
const groups = inGroups(strings, TOGETHER);

const town = aRunningTown('Solmira');
const browser = aBrowser();

if (!found) console.warn('No hostile strings lie beside this checkout: these tests are skipped.');
else console.info(`${strings.length} hostile strings, ${TAKEN}`);

/** Says a string as a contribution, as a reply to it, and as a name where it is short enough. It may be refused. */
const say = async (resident: Resident, text: string): Promise<void> => {
  const { id } = town().in('suggesting');
  const name = text.length <= NAME_LENGTH ? { name: text } : {};
  const words = { text: text.slice(0, CONTRIBUTION_LENGTH), language: 'en' as const };
  const said = await resident.send('POST', `/consultations/${id}/contributions`, {
    ...words,
    ...name,
    kind: 'suggestion',
  });
  expect(said.status, JSON.stringify(text)).toBeLessThan(500);
  if (!said.ok) return;
  const { id: target } = (await said.json()) as { id: string };
  const reply = await resident.send('POST', `/consultations/${id}/threads/${target}`, { ...words, ...name });
  expect(reply.status, JSON.stringify(text)).toBeLessThan(500);
};

const AT_ONCE = 6;
const sayAll = async (resident: Resident, group: readonly string[]): Promise<void> => {
  for (const few of inGroups(group, AT_ONCE)) await Promise.all(few.map((text) => say(resident, text)));
};

describe.skipIf(!found)(`Hostile strings (${TAKEN})`, () => {
  test.each(groups.map((group, i) => ({ group, title: `${i * TOGETHER + 1} to ${i * TOGETHER + group.length}` })))(
    'run nowhere and are shown as they were stored: $title',
    async ({ group }) => {
      const visitor = await browser.visitor(town().address, { device: 'desktop' });
      const resident = await signIn(visitor, town());
      await sayAll(resident, group);
      const { page } = visitor;
      const { id } = town().in('suggesting');
      const shown = () => page.locator('main .words').evaluateAll((all) => all.map((one) => one.textContent));

      const mine = await resident.ask<MyData>('GET', '/me/data');
      const part = mine.consultations[0];
      const said = [...(part?.contributions ?? []), ...(part?.replies ?? [])].map(({ text }) => text);
      expect(said.length).toBeGreaterThan(0);
      await visitor.go(`/en/me?con=${id}`);
      expect((await shown()).sort()).toEqual(said.sort());

      const answered = part?.contributions.at(-1);
      await visitor.go(`/en/c/${id}/contributions/${answered?.id ?? ''}`);
      await expect.poll(() => shown()).toEqual([answered?.text, answered?.text]);
      await expect
        .poll(() => page.locator('meta[property="og:description"]').getAttribute('content'))
        .toBe(answered?.text);
      if (answered?.name) {
        await visitor.context.clearCookies();
        await visitor.go(`/en/c/${id}/contributions/${answered.id}`);
        await expect.poll(() => page.locator('main bdi').first().textContent()).toBe(answered.name);
      }
    },
  );

  test('would be noticed if one did run', async () => {
    const visitor = await browser.visitor(town().address);
    await visitor.go('/en');
    await visitor.page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<img src="/favicon.svg" onload="alert(1)">');
    });
    await expect.poll(() => visitor.complaints.join()).toContain('Content Security Policy');
    visitor.complaints.splice(0);
  });

  test('stand on the page of the consultation, all pages of it, as the API tells them', async () => {
    const visitor = await browser.visitor(town().address, { device: 'desktop' });
    const { id } = town().in('suggesting');
    const reader = town().resident();
    let cursor: string | undefined;
    let pages = 0;
    do {
      const query = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
      const { contributions, next } = await reader.ask<ContributionPage>(
        'GET',
        `/consultations/${id}/contributions?passage=none${query}`,
      );
      await visitor.go(`/en/c/${id}${cursor ? `?from=${encodeURIComponent(cursor)}` : ''}`);
      const cards = visitor.page.locator('#contributions ~ ul .card');
      await expect
        .poll(() => cards.locator('.words').evaluateAll((all) => all.map((one) => one.textContent)))
        .toEqual(contributions.map(({ text }) => text));
      await expect
        .poll(() => cards.locator('bdi').evaluateAll((all) => all.map((one) => one.textContent)))
        .toEqual(contributions.map(({ name, author }) => name ?? `Resident ${author}`));
      const [first] = contributions;
      const thread = await reader.ask<ThreadPage>('GET', `/consultations/${id}/threads/${first?.id ?? ''}`);
      expect(thread.replies.map(({ text }) => text)).toEqual(thread.replies.map(() => first?.text));
      cursor = next;
      pages++;
    } while (cursor && pages < (process.env.FULL ? Infinity : 20));
  });
});
