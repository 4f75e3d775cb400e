import { closedAt } from '#shared/consultations/phases.ts';
import type { Consultation } from '#shared/consultations/schema.ts';
import { monthsLater } from '#shared/time.ts';
import { forgetBallots } from '../ballots/service.ts';
import { removeContacts } from '../contacts/service.ts';
import { consultationsIn } from '../consultations/service.ts';
import { authorsIn } from '../contributions/authorship.ts';
import { writeDown } from '../ledger/service.ts';
import { forgetKey, isLinkable, keyDestruction, unlinkAuthor } from '../participants/pseudonyms.ts';
import { isAppealable } from '../moderation/ending.ts';
import { attemptsOf } from '../operations/attempts.ts';
import { listPlaces, placeOf } from '../places/service.ts';
import { transact } from '../storage/table.ts';
import { nowIn, type World } from '../world.ts';

/** Author links, addresses and ballots first, the key last: killed in between, the next run finds the rest. */
const unlink = async (world: World, { id, place }: Consultation): Promise<void> => {
  for (const pseudonym of await authorsIn(world, id)) await unlinkAuthor(world, id, pseudonym);
  await removeContacts(world, id);
  await forgetBallots(world, id);
  const line = writeDown(world, { place, role: 'job', act: 'end-retention', subject: id });
  await transact(world.storage, [keyDestruction(id), line]);
  forgetKey(world, id);
};

/**
 * Keeps the privacy page's promise: so many months after a consultation closed, nobody can say any more whose votes and
 * words are whose, and the ballots are gone. Published numbers and words stay.
 */
export const endRetention = async (world: World): Promise<number> => {
  const attempt = await attemptsOf(world, 'retention');
  let ended = 0;
  for (const { id } of await listPlaces(world)) {
    const { privacy } = await placeOf(world, id);
    for (const consultation of await consultationsIn(world, id)) {
      const closed = closedAt(consultation);
      const isOver = closed !== undefined && monthsLater(closed, privacy.retentionMonths) <= nowIn(world);
      if (!isOver || !(await isLinkable(world, consultation.id))) continue;
      // Whoever may still appeal must be reached, and must be able to show that the words are hers.
      if (await isAppealable(world, consultation.id)) continue;
      await attempt(consultation.id, async () => {
        await unlink(world, consultation);
        ended++;
      });
    }
  }
  return ended;
};
