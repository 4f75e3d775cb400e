import { Hono } from 'hono';
import { z } from 'zod';
import { Me } from '#shared/participants/schema.ts';
import { AddPasskey, MyKeys, NamePasskey, RecoveryCodes, ReturnByCode, SignInAnswer } from '#shared/passkeys/schema.ts';
import { addressOf } from '../http/address.ts';
import { answers } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { passkey } from '../http/params.ts';
import { setSession } from '../http/session-cookie.ts';
import { valid } from '../http/valid.ts';
import { meOf } from '../participants/service.ts';
import { whoIs } from '../participants/sessions.ts';
import { nowIn, type World } from '../world.ts';
import { makeRecoveryCodes, signInByCode } from './recovery.ts';
import {
  addPasskey,
  myKeys,
  passkeyOptions,
  removePasskey,
  renamePasskey,
  signInByPasskey,
  signInChallenge,
} from './service.ts';

/** What the browser hands to the authenticator (WebAuthn). */
const Options = z.unknown();

export const passkeys = (world: World) =>
  new Hono<Env>()
    .post('/sessions/passkey/options', answers('What a passkey has to sign, to sign in', Options), async (c) =>
      c.json(await signInChallenge(world), 200),
    )
    .post('/sessions/passkey', answers('Signs in by passkey', Me), valid('json', SignInAnswer), async (c) => {
      const { token } = await signInByPasskey(world, c.req.valid('json'));
      setSession(c, token);
      return c.json(meOf(await whoIs(world, token), nowIn(world)), 200);
    })
    .post('/sessions/code', answers('Signs in by a recovery code', Me), valid('json', ReturnByCode), async (c) => {
      const { token } = await signInByCode(world, c.req.valid('json'), addressOf(world, c));
      setSession(c, token);
      return c.json(meOf(await whoIs(world, token), nowIn(world)), 200);
    })
    .get('/me/keys', answers('Her passkeys, and how many recovery codes she has', MyKeys), async (c) =>
      c.json(await myKeys(world, c.var.actor), 200),
    )
    .post('/me/passkeys/options', answers('What a new passkey has to be', Options), async (c) =>
      c.json(await passkeyOptions(world, c.var.actor), 200),
    )
    .post('/me/passkeys', answers('Adds a passkey'), valid('json', AddPasskey), async (c) => {
      await addPasskey(world, c.var.actor, c.req.valid('json'));
      return c.body(null, 204);
    })
    .put('/me/passkeys/:pky', answers('Names a passkey'), passkey, valid('json', NamePasskey), async (c) => {
      await renamePasskey(world, c.var.actor, c.req.valid('param').pky, c.req.valid('json').name);
      return c.body(null, 204);
    })
    .delete('/me/passkeys/:pky', answers('Removes a passkey'), passkey, async (c) => {
      await removePasskey(world, c.var.actor, c.req.valid('param').pky);
      return c.body(null, 204);
    })
    .post(
      '/me/recovery-codes',
      answers('Makes ten recovery codes; earlier ones stop working', RecoveryCodes),
      async (c) => c.json({ codes: await makeRecoveryCodes(world, c.var.actor) }, 200),
    );
