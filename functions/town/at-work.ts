import type { EditConsultation, SetDates } from '#shared/consultations/requests.ts';
import type { Consultation, ConsultationId } from '#shared/consultations/schema.ts';
import { requireActor, type Actor } from '../participants/actor.ts';
import type { Locale } from '#shared/locales.ts';
import { DAY, HOUR, dayOf, instant, later, type Instant } from '#shared/time.ts';
import { castVotes } from '../ballots/service.ts';
import { makeCards, noteHanded, planBatch } from '../batches/service.ts';
import { setDates } from '../consultations/dates.ts';
import { prepareConsultation } from '../consultations/drafts.ts';
import { editConsultation } from '../consultations/editing.ts';
import { consultationOf } from '../consultations/service.ts';
import { importText } from '../documents/importing.ts';
import { passagesOf } from '../documents/service.ts';
import { recountIfDue } from '../opinion/recount.ts';
import { returnByCard } from '../participants/cards.ts';
import { join, openSession, signOut } from '../participants/service.ts';
import { whoIs } from '../participants/sessions.ts';
import { publicConsultations } from '../places/service.ts';
import { changePlace, viewSetUp } from '../places/set-up.ts';
import { nowIn, type World } from '../world.ts';
import { pastOf } from './clockwork.ts';
import { drawFrom } from './draw.ts';
import { choose } from './model.ts';
import type { SeededTown } from './seed.ts';
import { draft as streets } from './solmira/streets/draft.ts';

type Desk = { world: World; town: SeededTown; coordinator: Actor };

/** Moderators know whom to call when somebody's life is in danger. */
const nameAuthority = async ({ world, town, coordinator }: Desk): Promise<void> => {
  const { place } = await viewSetUp(world, coordinator, town.place.slug);
  await changePlace(world, coordinator, town.place.slug, {
    part: 'moderation',
    version: place.version,
    premoderation: false,
    rhythm: 'daily',
    exposureCap: 25,
    escalation: { name: 'Questura di Solmira', phone: '+44 1632 960119', email: '' },
    appealsTo: null,
  });
};

const prepareStreets = async ({ world, town, coordinator }: Desk, opening: Instant): Promise<void> => {
  const { title, question, why, whatHappens, text } = streets;
  const languages = ['it', 'en', 'ar'] as const;
  const begun = await prepareConsultation(world, coordinator, town.place.slug, {
    title: title.it,
    question: question.it,
    language: 'it',
    languages: [...languages],
  });
  const words: EditConsultation = { version: begun.version, title, question, why, whatHappens };
  const worded: Consultation = await editConsultation(world, coordinator, begun.id, {
    ...words,
    areas: ['public-space'],
  });
  const dates: SetDates = {
    version: worded.version,
    stages: [
      { phase: 'suggesting', from: opening },
      { phase: 'deliberating', from: later(opening, 21 * DAY) },
      { phase: 'drafting', from: later(opening, 35 * DAY) },
      { phase: 'answered', from: later(opening, 70 * DAY) },
    ],
    resultDates: [],
    opensAtOnce: false,
  };
  await setDates(world, coordinator, begun.id, dates);
  await importText(world, coordinator, begun.id, {
    format: 'markdown',
    mode: 'replace',
    language: 'it',
    kind: 'guidelines',
    version: 0,
    text,
  });
};

const HANDED = 24;
const USED = 18;

/** A mediator hands out most cards of a batch at the harbour; those who use them vote on the text. */
const handOutCards = async ({ world, town, coordinator }: Desk, con: ConsultationId): Promise<void> => {
  const { slug } = town.place;
  const mediator = town.staff.find(({ role }) => role === 'mediator');
  const planned = await planBatch(world, coordinator, slug, {
    purpose: 'Open evening at the harbour school',
    size: 30,
    lastDay: dayOf(later(nowIn(world), 60 * DAY)),
    consultations: [con],
    ...(mediator && { mediator: mediator.participant }),
  });
  const { batch, digits } = await makeCards(world, coordinator, slug, planned.number, {
    version: planned.version,
    languages: ['it', 'ar'],
  });
  await noteHanded(world, coordinator, slug, batch.number, { handed: HANDED, version: batch.version });
  const passages = await passagesOf(world, con);
  const draw = drawFrom(USED);
  for (const [i, number] of digits.slice(0, USED).entries()) {
    const locale: Locale = i % 3 === 0 ? 'ar' : 'it';
    const came = await returnByCard(world, undefined, { digits: number, locale, assisted: i % 6 === 0 }, `card ${i}`);
    const person = requireActor(await whoIs(world, came.token));
    const answers = { consentVersion: 1, oldEnough: true as const, locale, reads: [locale] };
    await join(world, person, con, answers, `card ${i}`);
    const again = requireActor(await whoIs(world, came.token));
    const votes = passages.map(({ item }) => ({ item, choice: choose('need', 'few', draw) }));
    await castVotes(world, again, con, { number: world.clock(), votes });
  }
};

/** The demo's desks are in use: something is being prepared, cards are out, somebody can be called. */
export const workInTown = async (outer: World, town: SeededTown): Promise<void> => {
  const now = outer.clock();
  // So long ago that a count may follow.
  const { world } = pastOf(outer, now - HOUR / 2);
  const asked = town.staff.find(({ role }) => role === 'coordinator');
  if (!asked) throw new Error('A town needs a coordinator.');
  const coordinator = requireActor(await whoIs(world, await openSession(world, asked.participant)));
  const desk = { world, town, coordinator };
  await nameAuthority(desk);
  await prepareStreets(desk, instant(Math.floor(now / DAY) * DAY + 20 * DAY + 7 * HOUR));
  const open = (await publicConsultations(world, town.place.id)).find(
    ({ standing }) => standing.phase === 'suggesting',
  );
  if (open) {
    await handOutCards(desk, open.id);
    await recountIfDue(pastOf(outer, now).world, await consultationOf(world, open.id));
  }
  await signOut(world, coordinator);
  outer.cache.forget(`consultations of ${town.place.id}`);
};
