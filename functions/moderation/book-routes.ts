import { Hono } from 'hono';
import { z } from 'zod';
import { AppointedFlagger, AppointFlagger, Flagger } from '#shared/moderation/flaggers.ts';
import { HOUSE_PHRASE_KEYS, PHRASE_KINDS } from '#shared/moderation/kinds.ts';
import { Phrase, WritePhrase } from '#shared/moderation/phrases.ts';
import { Texts } from '#shared/texts.ts';
import { answers } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { flaggerHere, phraseHere, place } from '../http/params.ts';
import { valid } from '../http/valid.ts';
import type { World } from '../world.ts';
import { appointFlagger, endFlagger, listFlaggers } from './flaggers.ts';
import { listPhrases, removePhrase, writePhrase } from './phrases.ts';

const Phrases = z.object({
  house: z.array(
    z.object({
      name: z.enum(HOUSE_PHRASE_KEYS),
      kind: z.enum(PHRASE_KINDS),
      text: Texts,
      reference: z.string().optional(),
      cited: Texts.optional(),
      url: z.string().optional(),
    }),
  ),
  own: z.array(Phrase),
});

/** What a desk keeps at hand: its phrases; and for coordinators its trusted flaggers. */
export const deskBooks = (world: World) =>
  new Hono<Env>()
    .get('/:slug/phrases', answers('The reusable words of the desk', Phrases), place, async (c) =>
      c.json(await listPhrases(world, c.var.actor, c.req.valid('param').slug), 200),
    )
    .post('/:slug/phrases', answers('Writes a phrase', Phrase, 201), place, valid('json', WritePhrase), async (c) =>
      c.json(await writePhrase(world, c.var.actor, c.req.valid('param').slug, undefined, c.req.valid('json')), 201),
    )
    .put('/:slug/phrases/:phr', answers('Changes it', Phrase), phraseHere, valid('json', WritePhrase), async (c) => {
      const { slug, phr } = c.req.valid('param');
      return c.json(await writePhrase(world, c.var.actor, slug, phr, c.req.valid('json')), 200);
    })
    .delete('/:slug/phrases/:phr', answers('Takes it out of the book'), phraseHere, async (c) => {
      const { slug, phr } = c.req.valid('param');
      await removePhrase(world, c.var.actor, slug, phr);
      return c.body(null, 204);
    })
    .get('/:slug/flaggers', answers('Trusted flaggers (coordinator)', z.array(Flagger)), place, async (c) =>
      c.json(await listFlaggers(world, c.var.actor, c.req.valid('param').slug), 200),
    )
    .post(
      '/:slug/flaggers',
      answers('Appoints a trusted flagger (coordinator)', AppointedFlagger, 201),
      place,
      valid('json', AppointFlagger),
      async (c) =>
        c.json(await appointFlagger(world, c.var.actor, c.req.valid('param').slug, c.req.valid('json')), 201),
    )
    .delete('/:slug/flaggers/:flg', answers('Ends the trust (coordinator)'), flaggerHere, async (c) => {
      const { slug, flg } = c.req.valid('param');
      await endFlagger(world, c.var.actor, slug, flg);
      return c.body(null, 204);
    });
