import { affectedSupport, type AffectedFigure, type Answers } from '#shared/opinion/affected.ts';
import { encodeAuditorsFile } from '#shared/opinion/auditors-file.ts';
import { campaignsOf, mergeCandidates, type Campaign, type MergeCandidate } from '#shared/opinion/campaigns.ts';
import type { Item, PackedBallots } from '#shared/opinion/packed.ts';
import type { Parameters } from '#shared/opinion/parameters.ts';
import { recount } from '#shared/opinion/recount.ts';
import type { Snapshot } from '#shared/opinion/snapshot.ts';
import type { Wording } from '#shared/opinion/wordings.ts';

/** All that one recount is made from: plain data that another thread can be handed. */
export type Counting = {
  ballots: PackedBallots;
  items: Item[];
  states: Record<string, string>;
  wordings: Wording[];
  answers: Answers;
  previous: Snapshot | undefined;
  released: AffectedFigure[];
  parameters: Parameters;
  code: string;
};

/** What is made from it; `file` is the auditor's file, whose hash is published. */
export type Count = {
  snapshot: Snapshot;
  file: Uint8Array;
  campaigns: Campaign[];
  candidates: MergeCandidate[];
  affected: AffectedFigure[];
};

/** Who counts: this thread, or one of its own beside the one that answers requests. */
export type Counter = (counting: Counting) => Promise<Count>;

/** The mathematics of a recount: the same bytes in whichever thread. */
export const count = (given: Counting): Count => {
  const { ballots, items, states, wordings, answers, previous, released, parameters, code } = given;
  const { snapshot, weight } = recount(ballots, items, previous, parameters);
  return {
    snapshot,
    file: encodeAuditorsFile({ ballots, items, states, previous, parameters, code }),
    campaigns: campaignsOf(wordings),
    candidates: mergeCandidates(wordings),
    affected: affectedSupport(ballots, items, answers, weight, released, parameters),
  };
};

export const countHere: Counter = (counting) => Promise.resolve(count(counting));
