import type { ConsultationId } from '#shared/consultations/schema.ts';
import { isRanked } from '#shared/contributions/rules.ts';
import type { Locale } from '#shared/locales.ts';
import { Problem } from '#shared/problems.ts';
import type { Reply, ReplyId, Target } from '#shared/replies/schema.ts';
import type { Texts } from '#shared/texts.ts';
import type { AskedTranslation, Translate, TranslationsView } from '#shared/translations/schema.ts';
import { readableConsultation } from '../consultations/service.ts';
import { askForWords } from '../contributions/asking-translation.ts';
import { withOriginal, wordedBy } from '../contributions/translating.ts';
import { writeDown } from '../ledger/service.ts';
import { requireOffice, type Actor, type MaybeActor } from '../participants/actor.ts';
import { transact } from '../storage/table.ts';
import type { World } from '../world.ts';
import { replyAsIs } from './moderated.ts';
import { changeStep, saveReply } from './store.ts';

type Where = [Target, ReplyId, ReplyId];

/** As with contributions: only what is published is translated. */
const translatable = async (world: World, id: ConsultationId, [target, root, which]: Where): Promise<Reply> => {
  const reply = await replyAsIs(world, id, { target, root, id: which });
  if (!reply || !isRanked(reply.state)) throw new Problem('not-found');
  return reply;
};

export const replyTranslations = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  where: Where,
): Promise<TranslationsView> => {
  await readableConsultation(world, actor, id);
  const reply = await translatable(world, id, where);
  return { texts: withOriginal(reply, reply.translations), version: reply.version };
};

/** A person's translation, kept with the words: it goes wherever they go. */
export const translateReply = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  where: Where,
  given: Translate,
): Promise<void> => {
  const { place } = await readableConsultation(world, actor, id);
  const { by, role } = requireOffice(actor, 'translate', place);
  const reply = await translatable(world, id, where);
  const wording = await wordedBy(world, place, by, reply, given);
  if (reply.version !== given.version) throw new Problem('changed-meanwhile');
  const changed = { ...reply, translations: { ...reply.translations, ...wording } };
  const line = writeDown(world, { place, by, role, act: 'translate', subject: reply.id });
  if (!(await transact(world.storage, [changeStep(reply, changed), line]))) throw new Problem('changed-meanwhile');
};

/** A reader asks for a reply in her language. */
export const askForReply = (
  world: World,
  actor: Actor,
  id: ConsultationId,
  where: Where,
  language: Locale,
): Promise<AskedTranslation> => {
  const [target, root, which] = where;
  const read = async () => {
    const reply = await translatable(world, id, where);
    return {
      text: reply.text,
      language: reply.language,
      texts: reply.translations,
      save: (translations: Texts) => saveReply(world, reply, { ...reply, translations }),
    };
  };
  return askForWords(world, actor, id, { name: `${target}/${root}/${which}`, read }, language);
};
