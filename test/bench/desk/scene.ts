import { importBallot } from '#functions/ballots/imported.ts';
import { saveNewContribution } from '#functions/contributions/store.ts';
import { recountIfDue } from '#functions/opinion/recount.ts';
import { newId, nowIn, type World } from '#functions/world.ts';
import { CONTRIBUTION_KINDS } from '#shared/contributions/rules.ts';
import { seeded } from '#shared/opinion/random.ts';
import { aConsultation, aStaffMember } from '#test/support/builders.ts';

const LANGUAGES = ['en', 'it', 'ar'] as const;
const PEOPLE = 1_000;
/** So many voters meet each suggestion that it is ranked, and its row shows what a row can show. */
const MEET = 50;
const AT_ONCE = 16;

const inTurn = async (count: number, act: (n: number) => Promise<unknown>): Promise<void> => {
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < count) await act(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
};

/** A consultation with so many suggestions that a thousand people in two camps voted on, counted; and its drafter. */
export const aCountedConsultation = async (world: World, suggestions: number) => {
  const setting = { ...world, now: () => nowIn(world) };
  const made = await aConsultation(setting, { passages: 8 });
  const { id } = made.consultation;
  const random = seeded(suggestions);
  const first = 100;
  await inTurn(suggestions, (n) =>
    saveNewContribution(
      world,
      {
        id: newId(world, 'contribution'),
        consultation: id,
        kind: CONTRIBUTION_KINDS[n % CONTRIBUTION_KINDS.length] ?? 'suggestion',
        ...(n % 5 > 0 && { passage: made.passages[n % made.passages.length]?.id }),
        text: `Suggestion ${n}: the city should do more about thing ${n % 97}, and tell everybody how it goes.`,
        language: LANGUAGES[n % LANGUAGES.length] ?? 'en',
        by: `bench${n}`.padEnd(22, '0'),
        at: nowIn(world),
        edited: false,
        item: first + n,
        state: 'published',
        version: 0,
      },
      [],
    ),
  );
  const votes = Math.min(suggestions, Math.max(MEET, (MEET * suggestions) / PEOPLE));
  await inTurn(PEOPLE, (person) => {
    const items = new Set<number>();
    while (items.size < votes) items.add(first + Math.floor(random.next() * suggestions));
    return importBallot(world, made.consultation, `import:${person}`, {
      language: LANGUAGES[person % LANGUAGES.length] ?? 'en',
      votes: [...items].map((item) => ({
        item,
        choice: random.next() < (item % 2 === person % 2 ? 0.85 : 0.25) ? 'agree' : 'disagree',
        secondsSinceOpening: 1,
      })),
    });
  });
  await recountIfDue(world, made.consultation);
  const { token } = await aStaffMember(setting, made.place, 'drafter');
  return { id, token };
};
