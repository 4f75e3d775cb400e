import { Hono } from 'hono';
import { z } from 'zod';
import {
  CloneConsultation,
  CloseVoting,
  DeleteDraft,
  EditConsultation,
  PrepareConsultation,
  Publish,
  SetDates,
} from '#shared/consultations/requests.ts';
import { ChangePhase, Consultation } from '#shared/consultations/schema.ts';
import { CloneSource, DeskConsultation, Gaps } from '#shared/consultations/views.ts';
import { answers } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { consultation, place } from '../http/params.ts';
import { valid } from '../http/valid.ts';
import type { World } from '../world.ts';
import { cloneConsultation, listCloneSources } from './cloning.ts';
import { changePhase, closeVoting, setDates } from './dates.ts';
import { listForDesk } from './desk.ts';
import { deleteDraft, prepareConsultation } from './drafts.ts';
import { editConsultation } from './editing.ts';
import { needsFor, publishConsultation } from './publishing.ts';

/** What a place's desk does with its consultations. */
export const placeConsultations = (world: World) =>
  new Hono<Env>()
    .get(
      '/:slug/consultations',
      answers(
        'Every consultation of a place, drafts among them, with what each needs (staff)',
        z.array(DeskConsultation),
      ),
      place,
      async (c) => c.json(await listForDesk(world, c.var.actor, c.req.valid('param').slug), 200),
    )
    .post(
      '/:slug/consultations',
      answers('Begins a draft (coordinator)', Consultation, 201),
      place,
      valid('json', PrepareConsultation),
      async (c) =>
        c.json(await prepareConsultation(world, c.var.actor, c.req.valid('param').slug, c.req.valid('json')), 201),
    )
    .get(
      '/:slug/clones',
      answers('What a new consultation may be a copy of (coordinator)', z.array(CloneSource)),
      place,
      async (c) => c.json(await listCloneSources(world, c.var.actor, c.req.valid('param').slug), 200),
    )
    .post(
      '/:slug/clones',
      answers('Begins a draft as a copy of set-up and texts (coordinator)', Consultation, 201),
      place,
      valid('json', CloneConsultation),
      async (c) =>
        c.json(await cloneConsultation(world, c.var.actor, c.req.valid('param').slug, c.req.valid('json').from), 201),
    );

/** The life of one consultation, by its coordinators. */
export const consultationDesk = (world: World) =>
  new Hono<Env>()
    .patch(
      '/:con',
      answers('Edits a draft, or corrects what is published, with a note (coordinator)', Consultation),
      consultation,
      valid('json', EditConsultation),
      async (c) =>
        c.json(await editConsultation(world, c.var.actor, c.req.valid('param').con, c.req.valid('json')), 200),
    )
    .delete('/:con', answers('Deletes a draft (coordinator)'), consultation, valid('query', DeleteDraft), async (c) => {
      await deleteDraft(world, c.var.actor, c.req.valid('param').con, c.req.valid('query').version);
      return c.body(null, 204);
    })
    .get(
      '/:con/needs',
      answers('What it still needs, before or after publishing (staff)', Gaps),
      consultation,
      async (c) => c.json(await needsFor(world, c.var.actor, c.req.valid('param').con), 200),
    )
    .post(
      '/:con/publication',
      answers('Publishes a draft (coordinator)', Consultation),
      consultation,
      valid('json', Publish),
      async (c) =>
        c.json(await publishConsultation(world, c.var.actor, c.req.valid('param').con, c.req.valid('json')), 200),
    )
    .put(
      '/:con/dates',
      answers('Sets all dates ahead, of something published with a reason (coordinator)', Consultation),
      consultation,
      valid('json', SetDates),
      async (c) => c.json(await setDates(world, c.var.actor, c.req.valid('param').con, c.req.valid('json')), 200),
    )
    .post(
      '/:con/closing',
      answers('Ends the voting of this round early, with a reason (coordinator)', Consultation),
      consultation,
      valid('json', CloseVoting),
      async (c) => c.json(await closeVoting(world, c.var.actor, c.req.valid('param').con, c.req.valid('json')), 200),
    )
    .post(
      '/:con/phases',
      answers('Moves the next phase, with a reason (coordinator)', Consultation),
      consultation,
      valid('json', ChangePhase),
      async (c) => c.json(await changePhase(world, c.var.actor, c.req.valid('param').con, c.req.valid('json')), 200),
    );
