import { Hono } from 'hono';
import { z } from 'zod';
import {
  Arrange,
  CitePassage,
  CommentOnDraft,
  NoteDraft,
  PlaceWords,
  PublishVersion,
  ReworkPassage,
  Version,
} from '#shared/versions/schema.ts';
import {
  CheckView,
  CitedIn,
  Comparison,
  ComparisonView,
  DraftPassageView,
  VersionsView,
  WritingViews,
} from '#shared/versions/views.ts';
import { PassageId } from '#shared/documents/schema.ts';
import { answers } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import {
  CompareQuery,
  consultation,
  contribution,
  document,
  draftComment,
  draftPassage,
  draftPlacing,
  passage,
  ReadInQuery,
  VersionQuery,
} from '../http/params.ts';
import { valid } from '../http/valid.ts';
import type { World } from '../world.ts';
import { arrangeDraft } from './arranging.ts';
import { checkDraft } from './checking.ts';
import { citationsIn } from './citing.ts';
import { commentOnDraft, takeCommentBack } from './commenting.ts';
import { compareDraft, comparePassage, compareVersions, versionsOf } from './comparing.ts';
import { beginDraft, citePassage, giveUpDraft, noteDraft, reworkPassage } from './drafting.ts';
import { placeWords } from './placing.ts';
import { publishVersion } from './publishing.ts';
import { viewDraftPassage, writingIn } from './reading.ts';

const DRAFT = '/:con/documents/:doc/draft';
const Focus = z.object({ focus: PassageId });

/** What everybody may read of the versions of a text. */
const published = (world: World) =>
  new Hono<Env>()
    .get('/:con/versions', answers('Every version of the text, with its note', VersionsView), consultation, async (c) =>
      c.json(await versionsOf(world, c.var.actor, c.req.valid('param').con), 200),
    )
    .get(
      '/:con/contributions/:ctr/citations',
      answers('Where it was taken up into the text', z.array(CitedIn)),
      contribution,
      async (c) => {
        const { con, ctr } = c.req.valid('param');
        return c.json(await citationsIn(world, c.var.actor, con, ctr), 200);
      },
    )
    .get(
      '/:con/documents/:doc/comparison',
      answers('Two versions, word by word', ComparisonView),
      document,
      valid('query', CompareQuery),
      async (c) => {
        const { con, doc } = c.req.valid('param');
        const { from, to, language } = c.req.valid('query');
        const answer =
          to === 'draft'
            ? compareDraft(world, c.var.actor, con, doc, { from, language })
            : compareVersions(world, c.var.actor, con, doc, { from, to, language });
        return c.json(await answer, 200);
      },
    )
    .get(
      '/:con/passages/:psg/comparison',
      answers('What changed in a passage since a version', Comparison),
      passage,
      valid('query', CompareQuery.pick({ from: true, language: true })),
      async (c) => {
        const { con, psg } = c.req.valid('param');
        return c.json(await comparePassage(world, c.var.actor, con, psg, c.req.valid('query')), 200);
      },
    );

/** The next version while it is being written. */
const draft = (world: World) =>
  new Hono<Env>()
    .get(
      '/:con/drafts',
      answers('Documents, and the drafts of their next versions', WritingViews),
      consultation,
      async (c) => c.json(await writingIn(world, c.var.actor, c.req.valid('param').con), 200),
    )
    .post(DRAFT, answers('Begins the next version (drafter)'), document, async (c) => {
      const { con, doc } = c.req.valid('param');
      await beginDraft(world, c.var.actor, con, doc);
      return c.body(null, 204);
    })
    .delete(DRAFT, answers('Gives the draft up (drafter)'), document, valid('query', VersionQuery), async (c) => {
      const { con, doc } = c.req.valid('param');
      await giveUpDraft(world, c.var.actor, con, doc, c.req.valid('query').version);
      return c.body(null, 204);
    })
    .put(
      `${DRAFT}/note`,
      answers('The note, and who may read (drafter)'),
      document,
      valid('json', NoteDraft),
      async (c) => {
        const { con, doc } = c.req.valid('param');
        await noteDraft(world, c.var.actor, con, doc, c.req.valid('json'));
        return c.body(null, 204);
      },
    )
    .post(
      `${DRAFT}/order`,
      answers('Adds, divides, puts together, moves, withdraws (drafter)', Focus),
      document,
      valid('json', Arrange),
      async (c) => {
        const { con, doc } = c.req.valid('param');
        return c.json(await arrangeDraft(world, c.var.actor, con, doc, c.req.valid('json')), 200);
      },
    )
    .get(
      `${DRAFT}/passages/:psg`,
      answers('A passage of the draft with what people suggested', DraftPassageView),
      draftPassage,
      valid('query', ReadInQuery),
      async (c) => {
        const { con, doc, psg } = c.req.valid('param');
        return c.json(await viewDraftPassage(world, c.var.actor, [con, doc, psg], c.req.valid('query').readIn), 200);
      },
    )
    .put(
      `${DRAFT}/passages/:psg`,
      answers('New words for a passage (drafter)'),
      draftPassage,
      valid('json', ReworkPassage),
      async (c) => {
        const { con, doc, psg } = c.req.valid('param');
        await reworkPassage(world, c.var.actor, [con, doc, psg], c.req.valid('json'));
        return c.body(null, 204);
      },
    )
    .put(
      `${DRAFT}/passages/:psg/cites`,
      answers('Suggestions that it comes from (drafter)'),
      draftPassage,
      valid('json', CitePassage),
      async (c) => {
        const { con, doc, psg } = c.req.valid('param');
        await citePassage(world, c.var.actor, [con, doc, psg], c.req.valid('json'));
        return c.body(null, 204);
      },
    )
    .post(
      `${DRAFT}/comments`,
      answers('A comment inside the office'),
      document,
      valid('json', CommentOnDraft),
      async (c) => {
        const { con, doc } = c.req.valid('param');
        await commentOnDraft(world, c.var.actor, con, doc, c.req.valid('json'));
        return c.body(null, 204);
      },
    )
    .delete(`${DRAFT}/comments/:comment`, answers('Takes an own comment back'), draftComment, async (c) => {
      const { con, doc, comment } = c.req.valid('param');
      await takeCommentBack(world, c.var.actor, con, doc, comment);
      return c.body(null, 204);
    })
    .get(
      `${DRAFT}/check`,
      answers('What to look at before publishing (drafter)', CheckView),
      document,
      valid('query', ReadInQuery),
      async (c) => {
        const { con, doc } = c.req.valid('param');
        return c.json(await checkDraft(world, c.var.actor, con, doc, c.req.valid('query').readIn), 200);
      },
    )
    .put(
      `${DRAFT}/placings/:ctr`,
      answers('Where words belong whose place is unsure (drafter)'),
      draftPlacing,
      valid('json', PlaceWords),
      async (c) => {
        const { con, doc, ctr } = c.req.valid('param');
        await placeWords(world, c.var.actor, [con, doc, ctr], c.req.valid('json').passage);
        return c.body(null, 204);
      },
    )
    .post(
      `${DRAFT}/publication`,
      answers('Publishes it as the next version (drafter)', Version),
      document,
      valid('json', PublishVersion),
      async (c) => {
        const { con, doc } = c.req.valid('param');
        return c.json(await publishVersion(world, c.var.actor, con, doc, c.req.valid('json')), 200);
      },
    );

export const versions = (world: World) => new Hono<Env>().route('/', published(world)).route('/', draft(world));
