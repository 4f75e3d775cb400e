import type { ConsultationId } from '#shared/consultations/schema.ts';
import { isRanked } from '#shared/contributions/rules.ts';
import type { Contribution, ContributionId } from '#shared/contributions/schema.ts';
import type { DocumentId } from '#shared/documents/schema.ts';
import { coverageOf, type Coverage, type Voice } from '#shared/versions/coverage.ts';
import { mayPublishVersion } from '#shared/versions/rules.ts';
import type { CheckView } from '#shared/versions/views.ts';
import { itemsOf } from '../contributions/items.ts';
import { readIn } from '../contributions/translated.ts';
import { publicContribution } from '../contributions/views.ts';
import type { MaybeActor } from '../participants/actor.ts';
import { nowIn, type World } from '../world.ts';
import { answeredIn, citationsOf } from './citing.ts';
import { draftDeskOf, type DraftDesk } from './drafting.ts';
import { unsureIn } from './placing.ts';
import { lastRows } from './ranking.ts';
import { citedBy, withMerged } from './taken-up.ts';

/** A group wants something for certain when more than half of it does, at the lower end of what is believable. */
const WANTED = 0.5;

const voicesIn = async (world: World, actor: MaybeActor, id: ConsultationId): Promise<Voice[]> => {
  const [{ contributions }, { rows }] = await Promise.all([itemsOf(world, id), lastRows(world, actor, id)]);
  return [...contributions.values()]
    .filter(({ state }) => isRanked(state))
    .map((one): Voice => {
      const row = rows.get(one.item);
      const groups = Object.entries(row?.groups ?? {}).filter(([, { low }]) => low > WANTED);
      return {
        id: one.id,
        language: one.language,
        passage: one.passage,
        rank: row?.rank ?? undefined,
        groups: groups.map(([label]) => label),
      };
    });
};

/** Everything that earlier versions, other documents or this draft take up. */
const citedIn = async (world: World, { consultation, whole }: DraftDesk): Promise<Set<ContributionId>> =>
  new Set([...(await citationsOf(world, consultation.id)).keys(), ...citedBy(whole)]);

export const coverageIn = async (world: World, actor: MaybeActor, desk: DraftDesk): Promise<Coverage> => {
  const { id } = desk.consultation;
  const [voices, cited, answered, { contributions }] = await Promise.all([
    voicesIn(world, actor, id),
    citedIn(world, desk),
    answeredIn(world, id),
    itemsOf(world, id),
  ]);
  const all = [...contributions.values()];
  return coverageOf(voices, withMerged(cited, all), withMerged(answered, all));
};

const MOST_LISTED = 100;

/** What to look at before publishing: words without a place, and voices that nobody took up or answered. */
export const checkDraft = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  which: DocumentId,
  language: string,
): Promise<CheckView> => {
  const desk = await draftDeskOf(world, actor, id, which);
  const [unsure, coverage, { contributions }] = await Promise.all([
    unsureIn(world, desk),
    coverageIn(world, actor, desk),
    itemsOf(world, id),
  ]);
  const byId = new Map([...contributions.values()].map((one) => [one.id, one]));
  const { left, ...counts } = coverage;
  const listed = left.slice(0, MOST_LISTED).flatMap(({ id: one, rank, groups }) => {
    const contribution = byId.get(one);
    return contribution ? [{ contribution, groups: [...groups], ...(rank && { rank }) }] : [];
  });
  const said = await readIn(
    world,
    id,
    language,
    [...unsure, ...listed].map(({ contribution }) => publicContribution(contribution, undefined)),
  );
  const shown = new Map(said.map((one) => [one.id, one]));
  const asRead = (contribution: Contribution) =>
    shown.get(contribution.id) ?? publicContribution(contribution, undefined);
  const verdict = mayPublishVersion(desk.consultation, nowIn(world));
  return {
    ...(verdict.allowed ? {} : { notNow: verdict.reason }),
    hasNote: Object.keys(desk.whole.draft.note).length > 0,
    unsure: unsure.map(({ contribution, placed, texts, chosen }) => ({
      contribution: asRead(contribution),
      why: placed.why,
      possible: placed.possible.map((one) => ({ ...one, text: texts.get(one.passage) ?? {} })),
      ...(chosen && { chosen }),
    })),
    coverage: {
      ...counts,
      left: left.length,
      listed: listed.map((one) => ({ ...one, contribution: asRead(one.contribution) })),
    },
  };
};
