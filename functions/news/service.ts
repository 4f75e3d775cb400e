import type { ConsultationId } from '#shared/consultations/schema.ts';
import { mayNow } from '#shared/consultations/phases.ts';
import { editTexts } from '#shared/editing.ts';
import type { Announce, News } from '#shared/news/schema.ts';
import { Problem } from '#shared/problems.ts';
import { SECOND } from '#shared/time.ts';
import { readableConsultation } from '../consultations/service.ts';
import { writeDown } from '../ledger/service.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import { nowIn, type World } from '../world.ts';
import { listNews, saveNews } from './store.ts';
import { toTellStep } from './telling.ts';

const REMEMBERED = 20 * SECOND;
const cacheKey = (id: ConsultationId): string => `news ${id}`;

/** What was told about a consultation, the newest first. */
export const newsOf = async (world: World, actor: MaybeActor, id: ConsultationId): Promise<News[]> => {
  await readableConsultation(world, actor, id);
  return (await world.cache.remember(cacheKey(id), REMEMBERED, () => listNews(world, id))).toReversed();
};

/**
 * Tells news: on the consultation's page at once, and by mail to those who asked for it. Once said it stays said; who
 * sends the same form twice finds that it was told.
 */
export const announce = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  { number, title, text }: Announce,
): Promise<News> => {
  const consultation = await readableConsultation(world, actor, id);
  const { by, role } = requireOffice(actor, 'announce', consultation.place);
  const verdict = mayNow(consultation, 'read', nowIn(world));
  if (!verdict.allowed) throw new Problem(verdict.reason);
  if (number !== (await listNews(world, id)).length + 1) throw new Problem('changed-meanwhile');
  const { languages } = consultation;
  const news: News = {
    consultation: id,
    number,
    at: nowIn(world),
    title: editTexts({}, title, languages),
    text: editTexts({}, text, languages),
  };
  const line = writeDown(world, {
    place: consultation.place,
    by,
    role,
    act: 'announce',
    subject: id,
    why: Object.values(title).find(Boolean) ?? '',
  });
  if (!(await saveNews(world, news, [toTellStep(news), line]))) throw new Problem('changed-meanwhile');
  world.cache.forget(cacheKey(id));
  return news;
};
