import type { Hono } from 'hono';
import type { CastVotes, OwnBallot, VoteReceipt } from '#shared/ballots/schema.ts';
import type {
  ConsultationView,
  ContributionPage,
  DeckView,
  PassageView,
  PlaceBrief,
  PlaceView,
  ResultsView,
} from '#shared/consultations/views.ts';
import type { EditContribution, PublicContribution, Suggest } from '#shared/contributions/schema.ts';
import type { Join, Me, MyData, Settings } from '#shared/participants/schema.ts';
import type { EditReply, PublicReply, ThreadPage, WriteReply } from '#shared/replies/schema.ts';
import type { z } from 'zod';

type Route<Input, Output, Status extends number = 200> = {
  input: Input;
  output: Output;
  outputFormat: 'json';
  status: Status;
};
type P<Names extends string, More = unknown> = { param: Record<Names, string> } & More;
type Body<T> = { json: T };
type Listing = { query: { passage?: string; order?: string; cursor?: string } };

/** Stands in for `functions/app.ts` until that exists. */
type Schema = {
  '/api/places': { $get: Route<{}, PlaceBrief[]> };
  '/api/places/:slug': { $get: Route<P<'slug'>, PlaceView> };
  '/api/consultations/:con': { $get: Route<P<'con'>, ConsultationView> };
  '/api/consultations/:con/passages/:psg': { $get: Route<P<'con' | 'psg'>, PassageView> };
  '/api/consultations/:con/contributions': {
    $get: Route<P<'con', Listing>, ContributionPage>;
    $post: Route<P<'con', Body<z.input<typeof Suggest>>>, PublicContribution, 201>;
  };
  '/api/consultations/:con/contributions/:ctr': {
    $get: Route<P<'con' | 'ctr'>, PublicContribution>;
    $patch: Route<P<'con' | 'ctr', Body<z.input<typeof EditContribution>>>, PublicContribution>;
    $delete: Route<P<'con' | 'ctr'>, PublicContribution>;
  };
  '/api/consultations/:con/threads/:target': {
    $get: Route<P<'con' | 'target', Listing>, ThreadPage>;
    $post: Route<P<'con' | 'target', Body<z.input<typeof WriteReply>>>, PublicReply, 201>;
  };
  '/api/consultations/:con/threads/:target/:root/:reply': {
    $patch: Route<P<'con' | 'target' | 'root' | 'reply', Body<z.input<typeof EditReply>>>, PublicReply>;
    $delete: Route<P<'con' | 'target' | 'root' | 'reply'>, PublicReply>;
  };
  '/api/consultations/:con/join': {
    $post: Route<P<'con', Body<z.input<typeof Join>>>, { nextNumber: number }>;
    $delete: Route<P<'con'>, { left: true }>;
  };
  '/api/consultations/:con/ballot': {
    $get: Route<P<'con'>, OwnBallot>;
    $post: Route<P<'con', Body<z.input<typeof CastVotes>>>, VoteReceipt>;
  };
  '/api/consultations/:con/deck': { $get: Route<P<'con', { query: { count?: string } }>, DeckView> };
  '/api/consultations/:con/results': { $get: Route<P<'con'>, ResultsView> };
  '/api/me': { $get: Route<{}, Me>; $delete: Route<{}, { left: true }> };
  '/api/me/settings': { $put: Route<Body<z.input<typeof Settings>>, Me> };
  '/api/me/data': { $get: Route<{}, MyData> };
  '/api/me/card': { $post: Route<{}, { digits: string; qr: string }> };
  '/api/me/sessions/:ses': { $delete: Route<P<'ses'>, { left: true }> };
  '/api/sessions': { $post: Route<Body<{ digits: string; proof?: string }>, Me> };
  '/api/sessions/current': { $delete: Route<{}, { left: true }> };
  '/api/proof': { $get: Route<{}, unknown> };
};
export type App = Hono<Record<string, never>, Schema, '/'>;
