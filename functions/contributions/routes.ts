import { Hono } from 'hono';
import { ContributionPage } from '#shared/consultations/views.ts';
import {
  AskedTranslation,
  AskTranslation,
  AskTranslations,
  Translate,
  TranslationList,
  TranslationsView,
} from '#shared/translations/schema.ts';
import { EditContribution, PublicContribution, Suggest } from '#shared/contributions/schema.ts';
import { AnsweredContribution } from '#shared/suggestions/schema.ts';
import { answers } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { consultation, contribution, ContributionsQuery, ReadInQuery } from '../http/params.ts';
import { valid } from '../http/valid.ts';
import { requireActor } from '../participants/actor.ts';
import type { World } from '../world.ts';
import { editContribution, listAbout, suggest, viewContribution, withdrawContribution } from './service.ts';
import { askForTranslation } from './asking-translation.ts';
import { translate, translationsOf } from './translating.ts';
import { translationList } from './translation-list.ts';

export const contributions = (world: World) =>
  new Hono<Env>()
    .get(
      '/:con/contributions',
      answers('What was said about a passage, or about the consultation as a whole', ContributionPage),
      consultation,
      valid('query', ContributionsQuery),
      async (c) => {
        const { passage, order, cursor, readIn } = c.req.valid('query');
        const ask = { passage: passage === 'none' ? undefined : passage, order, after: cursor, readIn };
        return c.json(await listAbout(world, c.var.actor, c.req.valid('param').con, ask), 200);
      },
    )
    .post(
      '/:con/contributions',
      answers('Suggests something', PublicContribution, 201),
      consultation,
      valid('json', Suggest),
      async (c) =>
        c.json(await suggest(world, requireActor(c.var.actor), c.req.valid('param').con, c.req.valid('json')), 201),
    )
    .get(
      '/:con/contributions/:ctr',
      answers('One contribution', AnsweredContribution),
      contribution,
      valid('query', ReadInQuery),
      async (c) => {
        const { con, ctr } = c.req.valid('param');
        return c.json(await viewContribution(world, c.var.actor, con, ctr, c.req.valid('query').readIn), 200);
      },
    )
    .patch(
      '/:con/contributions/:ctr',
      answers('Changes its words, within 15 minutes', PublicContribution),
      contribution,
      valid('json', EditContribution),
      async (c) => {
        const { con, ctr } = c.req.valid('param');
        return c.json(
          await editContribution(world, requireActor(c.var.actor), con, ctr, c.req.valid('json').text),
          200,
        );
      },
    )
    .get(
      '/:con/translations',
      answers(
        'What waits for a translation, the most important first (mediator, coordinator, drafter)',
        TranslationList,
      ),
      consultation,
      valid('query', AskTranslations),
      async (c) => {
        const { language, from } = c.req.valid('query');
        return c.json(await translationList(world, c.var.actor, c.req.valid('param').con, { language, from }), 200);
      },
    )
    .get(
      '/:con/contributions/:ctr/translations',
      answers('What somebody wrote, in every language it was translated into', TranslationsView),
      contribution,
      async (c) => {
        const { con, ctr } = c.req.valid('param');
        return c.json(await translationsOf(world, c.var.actor, con, ctr), 200);
      },
    )
    .post(
      '/:con/contributions/:ctr/translations',
      answers('Asks for it in the language that one reads', AskedTranslation),
      contribution,
      valid('json', AskTranslation),
      async (c) => {
        const { con, ctr } = c.req.valid('param');
        const { language } = c.req.valid('json');
        return c.json(await askForTranslation(world, requireActor(c.var.actor), con, ctr, language), 200);
      },
    )
    .put(
      '/:con/contributions/:ctr/translations',
      answers('Translates what somebody wrote (mediator, coordinator, drafter)'),
      contribution,
      valid('json', Translate),
      async (c) => {
        const { con, ctr } = c.req.valid('param');
        await translate(world, c.var.actor, con, ctr, c.req.valid('json'));
        return c.body(null, 204);
      },
    )
    .delete('/:con/contributions/:ctr', answers('Takes it back'), contribution, async (c) => {
      const { con, ctr } = c.req.valid('param');
      await withdrawContribution(world, requireActor(c.var.actor), con, ctr);
      return c.body(null, 204);
    });
