import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { DocumentId, Passage, PassageId } from '#shared/documents/schema.ts';
import type { ResultRow } from '#shared/consultations/views.ts';
import { standsFor } from '#shared/contributions/merging.ts';
import { isReadable } from '#shared/contributions/rules.ts';
import type { Contribution } from '#shared/contributions/schema.ts';
import { mayDo } from '#shared/places/rules.ts';
import { Problem } from '#shared/problems.ts';
import { changesBetween, numbered, planVersion } from '#shared/versions/planning.ts';
import type { DraftComment } from '#shared/versions/schema.ts';
import type { DraftPassageView, DraftView, RankedSuggestion, WritingView } from '#shared/versions/views.ts';
import { readableConsultation } from '../consultations/service.ts';
import { itemsOf } from '../contributions/items.ts';
import { readIn } from '../contributions/translated.ts';
import { publicContribution } from '../contributions/views.ts';
import { editionOf, requireDocument } from '../documents/editions.ts';
import { documentsOf } from '../documents/service.ts';
import { requireOffice, type Actor, type MaybeActor } from '../participants/actor.ts';
import type { World } from '../world.ts';
import type { DraftDesk } from './drafting.ts';
import { draftedOf } from './drafting.ts';
import { lastRows } from './ranking.ts';
import { readDraft } from './store.ts';

type ReadableDraft = DraftDesk & { actor: Actor; mayWrite: boolean };

/** A draft for whoever writes it, and once it is shared for everybody in office in the place. */
export const readableDraft = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  which: DocumentId,
): Promise<ReadableDraft> => {
  const consultation = await readableConsultation(world, actor, id);
  requireOffice(actor, 'comment-draft', consultation.place);
  const mayWrite = mayDo('write-version', actor?.roles.get(consultation.place) ?? []).allowed;
  const document = await requireDocument(world, id, which);
  const whole = await readDraft(world, which);
  if (!actor || !whole || whole.draft.base !== document.version) throw new Problem('not-found');
  if (!mayWrite && !whole.draft.shared) throw new Problem('not-found');
  return { consultation, document, base: await editionOf(world, document, document.version), whole, actor, mayWrite };
};

const planOf = ({ base, whole }: DraftDesk) => {
  const planned = numbered(planVersion(base, whole.draft, whole.passages), 1);
  return { planned, changes: changesBetween(base, planned) };
};

const draftView = (desk: ReadableDraft): DraftView => {
  const { whole, base, document } = desk;
  const { draft } = whole;
  const headingOf = new Map(base.map((passage) => [passage.id, passage.heading]));
  return {
    base: draft.base,
    note: draft.note,
    shared: draft.shared,
    version: draft.version,
    document: { id: document.id, title: document.title },
    passages: planOf(desk).changes.flatMap(({ change, after }) =>
      after
        ? [
            {
              id: after.id,
              change,
              heading: after.heading,
              cites: after.cites.length,
              comments: whole.comments.filter(({ passage }) => passage === after.id).length,
            },
          ]
        : [],
    ),
    gone: draft.gone.map(({ passage, into }) => ({
      id: passage,
      heading: headingOf.get(passage) ?? {},
      ...(into && { into }),
    })),
    mayWrite: desk.mayWrite,
  };
};

/** Every document of a consultation, with the draft of its next version where this reader may see one. */
export const writingIn = async (world: World, actor: MaybeActor, id: ConsultationId): Promise<WritingView[]> => {
  const consultation = await readableConsultation(world, actor, id);
  requireOffice(actor, 'comment-draft', consultation.place);
  const documents = await documentsOf(world, id);
  return Promise.all(
    documents.map(async ({ id: which, title, version }) => {
      const draft = await readableDraft(world, actor, id, which).then(draftView, (error: unknown) => {
        if (error instanceof Problem && error.code === 'not-found') return undefined;
        throw error;
      });
      return { document: { id: which, title, version }, ...(draft && { draft }) };
    }),
  );
};

const MOST_BESIDE = 100;

/**
 * What was suggested about a passage, or about one that it was divided from or took in, and then what is about no passage
 * at all and may be taken up in any; the highest ranked first. Of what was merged, the one that stands for all of it,
 * wherever that one is about.
 */
const suggestionsFor = async (
  world: World,
  id: ConsultationId,
  about: ReadonlySet<PassageId>,
  rows: Map<number, ResultRow>,
  language: string,
): Promise<Pick<DraftPassageView, 'suggestions' | 'more'>> => {
  const { contributions } = await itemsOf(world, id);
  const byId = new Map([...contributions.values()].map((one) => [one.id as string, one]));
  const rankOf = ({ item }: Contribution): number => rows.get(item)?.rank ?? Infinity;
  const standing = (isMeant: (one: Contribution) => boolean): Contribution[] =>
    [...byId.values()]
      .filter((one) => isReadable(one.state) && isMeant(one))
      .map((one) => standsFor(one, byId))
      .sort((a, b) => rankOf(a) - rankOf(b) || a.item - b.item);
  const here = standing(({ passage }) => passage !== undefined && about.has(passage));
  const anywhere = standing(({ passage }) => passage === undefined).filter(({ passage }) => passage === undefined);
  const all = [...new Set([...here, ...anywhere])];
  const beside = all.slice(0, MOST_BESIDE);
  const words = await readIn(
    world,
    id,
    language,
    beside.map((one) => publicContribution(one, undefined)),
  );
  const suggestions = words.map((contribution): RankedSuggestion => {
    const found = rows.get(contribution.item);
    const { contribution: _, passage: __, ...row } = found ?? {};
    return { contribution, ...(found && { row: row as RankedSuggestion['row'] & object }) };
  });
  return { suggestions, more: all.length - beside.length };
};

const commentsOn = (comments: readonly DraftComment[], passage: PassageId, reader: string) =>
  comments
    .filter((one) => one.passage === passage)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, text, at, name, by }) => ({ id, text, at, name, mine: by === reader }));

/** One passage of the draft, beside what it says now and what people suggested about it. */
export const viewDraftPassage = async (
  world: World,
  actor: MaybeActor,
  [id, which, passage]: [ConsultationId, DocumentId, PassageId],
  language: string,
): Promise<DraftPassageView> => {
  const desk = await readableDraft(world, actor, id, which);
  const { whole, mayWrite } = desk;
  const { changes } = planOf(desk);
  const found = changes.find(({ after }) => after?.id === passage);
  if (!found?.after) throw new Problem('passage-not-there');
  const { before, after, change } = found;
  const place = whole.draft.order.findIndex((one) => one.passage === passage);
  const [previous, next] = [whole.draft.order[place - 1], whole.draft.order[place + 1]];
  const drafted = draftedOf(desk, passage);
  const about = new Set([passage, ...after.from, ...tookIn(desk, passage)]);
  const { rows, groups } = await lastRows(world, actor, id);
  const words = ({ heading, text, summary }: Passage) => ({ heading, text, summary });
  return {
    id: passage,
    position: after.position,
    change,
    ...(before && { before: words(before) }),
    words: words(after),
    cites: drafted.cites,
    citedBefore: before?.cites.map(({ contribution }) => contribution) ?? [],
    ...(await suggestionsFor(world, id, about, rows, language)),
    groups,
    comments: commentsOn(whole.comments, passage, desk.actor.participant),
    ...(previous && { previous: previous.passage }),
    ...(next && { next: next.passage }),
    version: drafted.version,
    draftVersion: whole.draft.version,
    mayWrite,
  };
};

const tookIn = ({ whole }: DraftDesk, passage: PassageId): PassageId[] =>
  whole.draft.gone.filter(({ into }) => into === passage).map((one) => one.passage);
