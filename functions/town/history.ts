import { openedAt } from '#shared/consultations/phases.ts';
import { publicationDates } from '#shared/consultations/rules.ts';
import type { Consultation } from '#shared/consultations/schema.ts';
import { Suggest } from '#shared/contributions/schema.ts';
import { HOUR, MINUTE, milliseconds } from '#shared/time.ts';
import { LEASE_SLACK } from '../ballots/leases.ts';
import { openConsultation } from '../consultations/service.ts';
import { suggest } from '../contributions/service.ts';
import { addDocument } from '../documents/service.ts';
import { recountIfDue } from '../opinion/recount.ts';
import { requireActor } from '../participants/actor.ts';
import { openSession, signOut } from '../participants/service.ts';
import { whoIs } from '../participants/sessions.ts';
import type { World } from '../world.ts';
import { liveThroughAftermath } from './aftermath.ts';
import { pastOf, withDrawnBytes, type PastWorld } from './clockwork.ts';
import { drawFrom, shuffled } from './draw.ts';
import { actorFor, findAuthors, residentsOf, type Resident } from './residents.ts';
import type { Scene, Setting } from './scene.ts';
import type { TownConsultation, TownContribution } from './shape.ts';
import { holdThread } from './threads.ts';
import { voteAsModelled } from './voting.ts';

/** Moments at which people come: words first, votes an hour later, a recount after them. */
const SITTINGS = 10;
const TOGETHER = 8;

const open = async (past: PastWorld, town: TownConsultation, setting: Setting): Promise<Consultation> => {
  const {
    contributions: _,
    threads: __,
    residents: ___,
    document: ____,
    aftermath: _____,
    resultDays,
    stages,
    ...words
  } = town;
  const token = await openSession(past.world, setting.coordinator);
  const coordinator = requireActor(await whoIs(past.world, token));
  const consultation = await openConsultation(past.world, coordinator, {
    ...words,
    place: setting.place,
    areas: [...town.areas],
    grounds: [...town.grounds],
    languages: [...town.languages],
    stages: stages.map(({ phase, day }) => ({ phase, from: setting.dayToInstant(day) })),
    resultDates: resultDays.map(setting.dayToInstant),
    doors: ['open', 'handed', 'proved'],
  });
  await signOut(past.world, coordinator);
  return consultation;
};

const putDown = async (scene: Scene, contribution: TownContribution): Promise<void> => {
  const { key, stance, passage, ...given } = contribution;
  const about = passage === undefined ? undefined : scene.passages[passage - 1]?.id;
  const author = scene.author(given.language, given.name, stance);
  const actor = await actorFor(scene.past.world, scene.consultation.id, scene.consentVersion, author);
  const words = Suggest.parse({ ...given, ...(about && { passage: about }) });
  const { id } = await suggest(scene.drawn, actor, scene.consultation.id, words);
  scene.written.set(key, id);
  scene.stances.set(id, stance);
};

const share = <Thing>(things: readonly Thing[], part: number, parts: number): readonly Thing[] =>
  things.slice(Math.floor((things.length * part) / parts), Math.floor((things.length * (part + 1)) / parts));

/** Lives through a consultation from its opening to the world's present. */
export const liveThrough = async (outer: World, town: TownConsultation, setting: Setting): Promise<void> => {
  const now = outer.clock();
  const begin = milliseconds(setting.dayToInstant(town.stages[0]?.day ?? 0));
  const past = pastOf(outer, Math.min(begin, now));
  const consultation = await open(past, town, setting);
  const drawn = withDrawnBytes(past.world, setting.seed);
  const passages = await addDocument(drawn, consultation.id, {
    kind: town.document.kind,
    title: town.document.title,
    passages: town.document.passages.map(({ heading, text, summary }) => ({ heading, text, summary })),
  });
  const residents = residentsOf(town.residents, drawFrom(setting.seed));
  const scene: Scene = {
    past,
    drawn,
    consultation,
    consentVersion: setting.consentVersion,
    passages,
    written: new Map(),
    stances: new Map(passages.map(({ item }, i) => [item, town.document.passages[i]?.stance ?? 'unclear'])),
    author: findAuthors(residents),
    seed: setting.seed,
  };
  await sit(scene, town, residents, now);
  for (const moment of publicationDates(consultation).map((date) => milliseconds(date) + LEASE_SLACK + 1)) {
    if (moment > now) continue;
    past.setClock(moment);
    await recountIfDue(past.world, consultation);
  }
  if (town.aftermath) await liveThroughAftermath(scene, town.aftermath, setting);
};

const startOf = ({ stages }: Consultation, phase: string): number =>
  milliseconds(stages.find((stage) => stage.phase === phase)?.from ?? stages.at(-1)?.from ?? '');

const sit = async (scene: Scene, town: TownConsultation, residents: Resident[], now: number): Promise<void> => {
  const { consultation, past } = scene;
  const words = shuffled(town.contributions, drawFrom(scene.seed));
  const opened = milliseconds(openedAt(consultation) ?? '');
  const ended = Math.min(startOf(consultation, 'drafting'), now) - 4 * HOUR;
  if (!(ended > opened)) return;
  const moments = Array.from({ length: SITTINGS }, (_, i) => opened + ((ended - opened) * (i + 1)) / SITTINGS);
  const writing = moments.filter((moment) => moment < startOf(consultation, 'deliberating')).length;
  for (const [i, moment] of moments.entries()) {
    let clock = moment;
    const pass = (by: number): void => past.setClock(Math.min((clock += by), now));
    pass(0);
    const last = i === writing - 1;
    for (const contribution of i < writing ? share(words, i, writing) : []) {
      pass(7 * MINUTE);
      await putDown(scene, contribution);
    }
    if (last) {
      for (const thread of town.threads) await holdThread(scene, thread, () => pass(4 * MINUTE));
    }
    pass(HOUR);
    const here = share(residents, i, SITTINGS);
    for (let from = 0; from < here.length; from += TOGETHER) {
      pass(3 * MINUTE);
      await Promise.all(here.slice(from, from + TOGETHER).map((resident) => voteAsModelled(scene, resident)));
    }
    pass(MINUTE);
    await recountIfDue(past.world, consultation);
  }
};
