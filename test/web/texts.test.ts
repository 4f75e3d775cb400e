import { beforeAll, describe, expect, test } from 'vitest';
import { textNow } from '#functions/documents/service.ts';
import { aDocx, comment, heading, p, run, table } from '#test/support/docx.ts';
import { aBrowser } from '#test/support/browser.ts';
import { aRunningTown } from '#test/support/running-town.ts';
import { withDraft } from '#test/support/text-states.ts';
import type { Visitor } from '#test/support/visitor.ts';

const town = aRunningTown('Solmira');
const browser = aBrowser();

const TEXT = `# A home for everybody

Why we ask.

## Rents

Rents rise by 3 % a year at most.

- in the old town
- along the river

## Lifts

Lifts are mended. Within two days.
`;

const button = ({ page }: Visitor, name: string | RegExp) => page.getByRole('button', { name });
const parts = ({ page }: Visitor): Promise<string[]> => page.locator('ol.parts h3').allTextContents();
const done = ({ page }: Visitor) => page.locator('.notice-good').waitFor();

describe.each([true, false])('to a coordinator who has never done it (JavaScript: %s)', (javaScript) => {
  test('a pasted text becomes parts in two languages, put in order and divided as she wants, without a file or a manual', async () => {
    const visitor = await browser.visitor(town().address, { javaScript });
    const { page } = visitor;
    const { consultation } = await withDraft(visitor, town());
    const desk = `/en/c/${consultation.id}/desk/text`;
    await visitor.go(desk);
    await page.getByLabel('Paste the text here').fill(TEXT);
    await page.getByLabel('Language of the text').selectOption('en');
    await visitor.tap(button(visitor, 'Read the text'));
    await expect.poll(() => parts(visitor), { timeout: 15_000 }).toEqual(['A home for everybody', 'Rents', 'Lifts']);

    await visitor.tap(button(visitor, /^Up ?: Lifts/));
    await expect.poll(() => parts(visitor), { timeout: 15_000 }).toEqual(['A home for everybody', 'Lifts', 'Rents']);

    await visitor.tap(page.getByRole('link', { name: 'Lifts', exact: true }));
    await page.getByText('Divide this part').click();
    await visitor.tap(button(visitor, /^Divide here ?: Within two days/));
    await expect
      .poll(() => parts(visitor), { timeout: 15_000 })
      .toEqual(['A home for everybody', 'Lifts', 'Lifts (2)', 'Rents']);
    await visitor.tap(button(visitor, /^Join with the next ?: Lifts$/));
    await expect.poll(() => parts(visitor), { timeout: 15_000 }).toEqual(['A home for everybody', 'Lifts', 'Rents']);

    await visitor.tap(page.getByRole('link', { name: 'Rents', exact: true }));
    await page.locator('[name="heading.it"]').fill('Affitti');
    await page
      .locator('[name="text.it"]')
      .fill('Gli affitti salgono del 3 % all’anno.\n\n• nel centro\n• lungo il fiume');
    await page.locator('[name="summary.en"]').fill('Your rent can rise a little, not much.');
    await page.getByText('Who checked it').click();
    await page.locator('[name="summaryCheckedBy.en"]').fill('Amina Diallo');
    await visitor.tap(button(visitor, 'Save'));
    await done(visitor);

    const { passages } = await textNow(town().world, consultation.id);
    const rents = passages.find(({ heading: { en } }) => en?.text === 'Rents');
    await visitor.go(`/it/c/${consultation.id}/passages/${rents?.id}`);
    await expect.poll(() => page.locator('h1').textContent()).toBe('Affitti');
    await expect
      .poll(() => page.locator('#words-of-passage li').allTextContents())
      .toEqual(['nel centro ', 'lungo il fiume ']);
    await expect.poll(() => page.locator('.plain-words').textContent()).toContain('Amina Diallo');
  });
});

describe('to a coordinator with a Word file', () => {
  let docx: Buffer;
  beforeAll(() => {
    docx = aDocx(
      heading('Rents') +
        p(run('Rents rise.') + comment(0)) +
        heading('Lifts') +
        table(['District', 'Lifts'], ['North', '4']),
      { comments: { 0: 'Really?' } },
    );
  });

  test('it is read, what could not be kept is said, and residents see its table as a table', async () => {
    const visitor = await browser.visitor(town().address);
    const { page } = visitor;
    const { consultation } = await withDraft(visitor, town());
    await visitor.go(`/en/c/${consultation.id}/desk/text`);
    await page.getByLabel('Or choose a file').setInputFiles({ name: 'plan.docx', mimeType: '', buffer: docx });
    await visitor.tap(button(visitor, 'Read the text'));
    await done(visitor);
    const leftOut = (await page.locator('.left-out').textContent())?.replaceAll(/[\u2066-\u2069]/g, '');
    expect(leftOut).toContain('CommentReally?Near: Rents rise.');
    const { passages } = await textNow(town().world, consultation.id);
    await visitor.go(`/en/c/${consultation.id}/passages/${passages[1]?.id}`);
    await expect.poll(() => page.locator('#words-of-passage th').allTextContents()).toEqual(['District ', 'Lifts ']);
  });

  test('a file that is none, or too large, is refused with what to do, and her words stay', async () => {
    const visitor = await browser.visitor(town().address);
    const { page } = visitor;
    const { consultation } = await withDraft(visitor, town());
    for (const [buffer, said] of [
      [Buffer.from('PK no archive'), 'We could not read this file'],
      [Buffer.from([0xff, 0xfe, 0xfd]), 'We could not read this file'],
      [Buffer.alloc(4 * 1024 * 1024 + 1), 'Please look at this again'],
    ] as const) {
      await visitor.go(`/en/c/${consultation.id}/desk/text`);
      await page.getByLabel('Paste the text here').fill('Not lost.');
      await page.getByLabel('Or choose a file').setInputFiles({ name: 'plan.docx', mimeType: '', buffer });
      await visitor.tap(button(visitor, 'Read the text'));
      await page.getByText(said).first().waitFor();
      await expect.poll(() => page.getByLabel('Paste the text here').inputValue()).toBe('Not lost.');
    }
  });
});

describe('to two who work on one part at once', () => {
  test('the later one sees both texts, and loses nothing', async () => {
    const [anna, bo] = [await browser.visitor(town().address), await browser.visitor(town().address)];
    const { consultation } = await withDraft(anna, town());
    await bo.context.addCookies(await anna.context.cookies());
    const desk = `/en/c/${consultation.id}/desk/text`;
    await anna.go(desk);
    await anna.page.getByLabel('Paste the text here').fill(TEXT);
    await anna.tap(button(anna, 'Read the text'));
    await done(anna);
    const { passages } = await textNow(town().world, consultation.id);
    for (const visitor of [anna, bo]) await visitor.go(`${desk}/${passages[1]?.id}`);
    await anna.page.locator('[name="text.en"]').fill('What Anna wrote.');
    await anna.tap(button(anna, 'Save'));
    await done(anna);
    await bo.page.locator('[name="text.en"]').fill('What Bo wrote.');
    await bo.tap(button(bo, 'Save'));
    const both = bo.page.locator('.both-texts');
    await both.waitFor();
    await expect.poll(() => both.textContent()).toContain('What Anna wrote.');
    await expect.poll(() => both.textContent()).toContain('What Bo wrote.');
    await expect.poll(() => bo.page.locator('[name="text.en"]').inputValue()).toBe('What Bo wrote.');
    await bo.tap(button(bo, 'Save'));
    await done(bo);
    const after = await textNow(town().world, consultation.id);
    expect(after.passages[1]?.text.en?.text).toBe('What Bo wrote.');
  });
});
