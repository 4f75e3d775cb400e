import { importText } from '#functions/documents/importing.ts';
import { textNow } from '#functions/documents/service.ts';
import { openSession } from '#functions/participants/service.ts';
import { nowIn } from '#functions/world.ts';
import { aConsultation, type TestConsultation } from './builders.ts';
import { aDocx, comment, heading, p, picture, run, table } from './docx.ts';
import type { RunningTown } from './started-town.ts';
import type { State } from './states.ts';
import { useCookie } from './use-cookie.ts';
import type { Visitor } from './visitor.ts';

/** A draft of a place of its own, and its coordinator in this browser. */
export const withDraft = async (visitor: Visitor, town: RunningTown): Promise<TestConsultation> => {
  const { world } = town;
  const made = await aConsultation({ ...world, now: () => nowIn(world) }, { draft: true, passages: 0 });
  const token = await openSession(world, made.coordinator.participant);
  await useCookie(visitor, town, `__Host-session=${token}`);
  return made;
};

const open = (visitor: Visitor, path: string) => visitor.go(`/${visitor.locale}${path}`);

/** Two parts, one thing that could not be kept, and Arabic beside English. */
const withText = async (visitor: Visitor, town: RunningTown): Promise<{ made: TestConsultation; desk: string }> => {
  const { world } = town;
  const made = await withDraft(visitor, town);
  const file = (words: string, rows: string[][]): string =>
    aDocx(
      heading('Rents') +
        p(run(words) + comment(0)) +
        heading('Lifts') +
        table(...rows) +
        p(run('…') + picture('A map')),
      { comments: { 0: 'Really?' } },
    ).toString('base64');
  const { id } = made.consultation;
  const sent = { format: 'docx', kind: 'strategy' } as const;
  const english = file('Rents rise by 3 % a year at most.', [
    ['District', 'Lifts'],
    ['North', '4'],
  ]);
  const arabic = file('ترتفع الإيجارات 3 % سنويًا (WHO) على الأكثر.', [
    ['الحي', 'المصاعد'],
    ['الشمال', '4'],
  ]);
  await importText(world, made.coordinator, id, {
    ...sent,
    mode: 'replace',
    version: 0,
    language: 'en',
    file: english,
  });
  const { outline } = await textNow(world, id);
  const version = outline?.version ?? 0;
  await importText(world, made.coordinator, id, {
    ...sent,
    mode: 'translation',
    version,
    language: 'ar',
    file: arabic,
  });
  return { made, desk: `/c/${id}/desk/text` };
};

/** What those see who bring in a text and work on it. */
export const TEXT_STATES: State[] = [
  {
    name: 'no text yet, and one that says nothing refused',
    reach: async (visitor, town) => {
      const { consultation } = await withDraft(visitor, town);
      await open(visitor, `/c/${consultation.id}/desk/text`);
      await visitor.page.locator('form:has([value=import]) button').click();
      await visitor.page.locator('.error-summary').waitFor();
    },
  },
  {
    name: 'the parts of a text, with what could not be kept',
    reach: async (visitor, town) => {
      const { desk } = await withText(visitor, town);
      await open(visitor, desk);
      await visitor.page.evaluate(() =>
        document.querySelectorAll('main details').forEach((one) => ((one as HTMLDetailsElement).open = true)),
      );
    },
  },
  {
    name: 'the words of a part in its languages, refused',
    reach: async (visitor, town) => {
      const { made, desk } = await withText(visitor, town);
      const { passages } = await textNow(town.world, made.consultation.id);
      await open(visitor, `${desk}/${passages[1]?.id}`);
      await visitor.page.locator('[name="heading.en"]').fill('');
      await visitor.page.locator('form:has([value=words]) button').last().click();
      await visitor.page.locator('.error-summary').waitFor();
      await visitor.page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
    },
  },
];
