import { mayNow, type Act } from '#shared/consultations/phases.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { ContributionPage } from '#shared/consultations/views.ts';
import { isRanked, isReadable, mayEdit, mayWithdraw } from '#shared/contributions/rules.ts';
import type { Contribution, ContributionId, PublicContribution, Suggest } from '#shared/contributions/schema.ts';
import type { PassageId } from '#shared/documents/schema.ts';
import { Problem } from '#shared/problems.ts';
import type { AnsweredContribution } from '#shared/suggestions/schema.ts';
import type { Order } from '#shared/replies/rules.ts';
import { isQuoteOf } from '#shared/versions/anchors.ts';
import { takeNumbers } from '../ballots/numbers.ts';
import { consultationOf, readableConsultation } from '../consultations/service.ts';
import { passagesOf } from '../documents/service.ts';
import { requireWithin } from '../limits/service.ts';
import { firstReadingSteps } from '../moderation/opening.ts';
import type { Actor, MaybeActor } from '../participants/actor.ts';
import { authorLink, isLinkable, pseudonymOf } from '../participants/pseudonyms.ts';
import { requireConsent } from '../participants/consent.ts';
import { requireMayWrite } from '../participants/standing.ts';
import { again, requireHeld } from '../storage/table.ts';
import { publicOutcome } from '../suggestions/outcomes.ts';
import { newId, nowIn, type World } from '../world.ts';
import { forgetItems, itemsOf } from './items.ts';
import {
  findContribution,
  forgetTranslationsStep,
  overwriteContribution,
  pageOfContributions,
  removeTranslations,
  saveContribution,
  saveNewContribution,
} from './store.ts';
import { readIn } from './translated.ts';
import { publicContribution } from './views.ts';

const PAGE = 20;

/** The pseudonym of somebody who may do this in this consultation now. */
export const requireParticipation = async (
  world: World,
  asking: Actor,
  id: ConsultationId,
  act: Act,
  name?: string,
): Promise<string> => {
  const consultation = await readableConsultation(world, asking, id);
  const verdict = mayNow(consultation, act, nowIn(world));
  if (!verdict.allowed) throw new Problem(verdict.reason);
  const actor = await requireConsent(world, asking, consultation);
  if (act !== 'vote') requireMayWrite(actor, consultation, nowIn(world), name);
  return pseudonymOf(world, id, actor.participant);
};

/** Her pseudonym here, for telling her own words apart; undefined for somebody who never joined. */
export const readersPseudonym = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
): Promise<string | undefined> =>
  actor?.consents.has(id) && (await isLinkable(world, id)) ? pseudonymOf(world, id, actor.participant) : undefined;

export const suggest = async (
  world: World,
  actor: Actor,
  id: ConsultationId,
  { anchor, ...given }: Suggest,
): Promise<PublicContribution> => {
  const by = await requireParticipation(world, actor, id, 'suggest', given.name);
  const { place, premoderation } = await consultationOf(world, id);
  const passage = (await passagesOf(world, id)).find((one) => one.id === given.passage);
  if (given.passage && !passage) throw new Problem('not-found');
  await requireWithin(world, 'suggest', actor.participant);
  const contribution: Contribution = {
    id: newId(world, 'contribution'),
    consultation: id,
    ...given,
    // Where the text does not read like that any more, her words are about the passage as a whole.
    ...(anchor && passage && isQuoteOf(anchor.quote, passage.text[anchor.language]?.text ?? '') && { anchor }),
    by,
    at: nowIn(world),
    edited: false,
    item: await takeNumbers(world, id, 1),
    state: premoderation ? 'waiting' : 'published',
    version: 0,
  };
  const subject = { kind: 'contribution', id: contribution.id } as const;
  const reading = premoderation ? firstReadingSteps(world, place, id, subject, contribution) : [];
  const steps = [...authorLink(actor.participant, id, by), ...reading];
  await requireHeld(saveNewContribution(world, contribution, steps));
  forgetItems(world, id);
  return publicContribution(contribution, by);
};

export const requireContribution = async (
  world: World,
  id: ConsultationId,
  which: ContributionId,
): Promise<Contribution> => {
  const contribution = await findContribution(world, id, which);
  if (!contribution) throw new Problem('not-found');
  return contribution;
};

export const viewContribution = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  which: ContributionId,
  language = '',
): Promise<AnsweredContribution> => {
  const consultation = await readableConsultation(world, actor, id);
  const [contribution, reader, outcome] = await Promise.all([
    requireContribution(world, id, which),
    readersPseudonym(world, actor, id),
    publicOutcome(world, consultation, which),
  ]);
  if (contribution.state === 'waiting' && contribution.by !== reader) throw new Problem('not-found');
  const [said = publicContribution(contribution, reader)] = await readIn(world, id, language, [
    publicContribution(contribution, reader),
  ]);
  return { ...said, ...(outcome && { outcome }) };
};

export const listAbout = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  ask: { passage: PassageId | undefined; order: Order; after: string | undefined; readIn?: string },
): Promise<ContributionPage> => {
  await readableConsultation(world, actor, id);
  const [page, reader] = await Promise.all([
    pageOfContributions(world, id, { ...ask, limit: PAGE }),
    readersPseudonym(world, actor, id),
  ]);
  const shown = page.contributions.filter(
    ({ state, by }) => isReadable(state) || (state === 'waiting' && by === reader),
  );
  return {
    contributions: await readIn(
      world,
      id,
      ask.readIn ?? '',
      shown.map((contribution) => publicContribution(contribution, reader)),
    ),
    ...(page.next && { next: page.next }),
  };
};

export const editContribution = async (
  world: World,
  actor: Actor,
  id: ConsultationId,
  which: ContributionId,
  text: string,
): Promise<PublicContribution> => {
  const reader = await readersPseudonym(world, actor, id);
  requireMayWrite(actor, await consultationOf(world, id), nowIn(world));
  return again(async () => {
    const contribution = await requireContribution(world, id, which);
    const verdict = mayEdit(contribution, reader, nowIn(world));
    if (!verdict.allowed) throw new Problem(verdict.reason);
    const changed = { ...contribution, text, edited: true };
    await requireHeld(saveContribution(world, contribution, changed));
    forgetItems(world, id);
    return publicContribution(changed, reader);
  });
};

export const withdrawContribution = async (
  world: World,
  actor: Actor,
  id: ConsultationId,
  which: ContributionId,
): Promise<void> => {
  const reader = await readersPseudonym(world, actor, id);
  await again(async () => {
    const contribution = await requireContribution(world, id, which);
    const verdict = mayWithdraw(contribution, reader);
    if (!verdict.allowed) throw new Problem(verdict.reason);
    const gone: Contribution = { ...wordless(contribution), state: 'withdrawn' };
    await requireHeld(saveContribution(world, contribution, gone, [forgetTranslationsStep(id, which)]));
  });
  forgetItems(world, id);
};

/** Words taken back are kept nowhere. */
const wordless = ({ name: _, mark: __, counterStatement: ___, ...contribution }: Contribution): Contribution => ({
  ...contribution,
  text: '–',
});

/** How many cards a reader could be dealt: published contributions. */
export const countCards = async (world: World, id: ConsultationId): Promise<number> =>
  [...(await itemsOf(world, id)).contributions.values()].filter(({ state }) => isRanked(state)).length;

/** Leaves an empty place in the lists and threads: no words, no name, no pseudonym of hers. */
export const eraseContribution = async (world: World, contribution: Contribution): Promise<void> => {
  const nobody = Buffer.from(world.randomBytes(16)).toString('base64url');
  await overwriteContribution(world, { ...wordless(contribution), by: nobody, state: 'withdrawn' });
  await removeTranslations(world, contribution.consultation, contribution.id);
  forgetItems(world, contribution.consultation);
};
