import { createHash } from 'node:crypto';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { Consultation } from '#shared/consultations/schema.ts';
import { idFrom } from '#shared/ids.ts';
import type { Language } from '#shared/locales.ts';
import type { Place } from '#shared/places/schema.ts';
import { Problem } from '#shared/problems.ts';
import type { Texts } from '#shared/texts.ts';
import { DAY, HOUR, SECOND, instant, later } from '#shared/time.ts';
import { importBallot } from '../ballots/imported.ts';
import { takeNumbers } from '../ballots/numbers.ts';
import { consultationOf, openConsultation, revealImported } from '../consultations/service.ts';
import { importContribution } from '../contributions/imported.ts';
import { requireOffice, type Actor } from '../participants/actor.ts';
import { nowIn, type World } from '../world.ts';
import { eachAtOnce } from './at-once.ts';
import type { PolisExport } from './polis/export.ts';
import { WHAT_HAPPENS } from './what-happens.ts';

export type Importing = {
  place: Pick<Place, 'id' | 'languages'>;
  title: string;
  /** The language of the statements; exports do not tell. */
  language: Language;
  attribution?: string | undefined;
};
export type ImportStep = 'statements' | 'ballots';
export type Outcome = { consultation: ConsultationId; outcome: 'imported' | 'resumed' | 'already-imported' };

const bytesOf = (text: string): Uint8Array => createHash('sha256').update(text).digest();

/** The same export in the same place is the same consultation, so that a second run goes on where the first one stopped. */
export const importedId = (place: Place['id'], exported: Pick<PolisExport, 'digest'>): ConsultationId =>
  idFrom('consultation', bytesOf(`polis ${place} ${exported.digest}`));

const OPEN_FOR = 28 * DAY;
const DRAFTING_FOR = 56 * DAY;

type NewConsultation = Omit<Consultation, 'id' | 'version'>;

/** Collected in the past, deliberated on from today: those who vote here join those who voted there. */
const consultationFrom = (world: World, exported: PolisExport, given: Importing): NewConsultation => {
  const said = (text: string): Texts => ({ [given.language]: { text, provenance: 'original' } });
  const now = nowIn(world);
  const began = instant(exported.began);
  return {
    place: given.place.id,
    title: said(given.title),
    question: said(exported.topic ?? given.title),
    why: said(exported.description ?? exported.topic ?? given.title),
    whatHappens: WHAT_HAPPENS,
    areas: [],
    grounds: [],
    languages: given.place.languages,
    stages: [
      { phase: 'preparing', from: later(began, -HOUR) },
      { phase: 'suggesting', from: began },
      { phase: 'deliberating', from: now },
      { phase: 'drafting', from: later(now, OPEN_FOR) },
      { phase: 'answered', from: later(now, DRAFTING_FOR) },
    ],
    resultDates: [],
    doors: ['open', 'handed', 'proved'],
    source: {
      name: ['Polis', exported.url].filter(Boolean).join(': '),
      attribution: given.attribution ?? 'Collected with the Polis software (compdemocracy.org/polis).',
    },
  };
};

const isComplete = (world: World, id: ConsultationId): Promise<boolean> =>
  consultationOf(world, id).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Problem && error.code === 'not-found') return false;
      throw error;
    },
  );

/** True when it was opened now; false when an earlier run had opened it. */
const openOrGoOn = (world: World, actor: Actor, id: ConsultationId, given: NewConsultation): Promise<boolean> =>
  openConsultation(world, actor, given, { id }).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Problem && error.code === 'changed-meanwhile') return false;
      throw error;
    },
  );

/** Nobody's name: the source tells people apart by number, and the consultation's key makes the number a pseudonym. */
const voter = (person: number | undefined): string => `import:${person ?? 'unknown'}`;

/**
 * Writes a checked export into a consultation of its own, as a coordinator's act. It is hidden until all of it is there.
 * Every write may be repeated without effect, so a run that was cut short is resumed by running it again.
 */
export const importPolis = async (
  world: World,
  actor: Actor,
  exported: PolisExport,
  given: Importing,
  progress: (step: ImportStep, done: number, all: number) => void,
): Promise<Outcome> => {
  requireOffice(actor, 'import-consultation', given.place.id);
  const id = importedId(given.place.id, exported);
  if (await isComplete(world, id)) return { consultation: id, outcome: 'already-imported' };
  const consultation = consultationFrom(world, exported, given);
  const isNew = await openOrGoOn(world, actor, id, consultation);
  // Numbers up to here belong to the export, also when an earlier run has taken them before: a gap does no harm.
  await takeNumbers(world, id, exported.statements.length);
  const items = new Map(exported.statements.map(({ number }, i) => [number, i + 1]));
  const { statements, people } = exported;
  await eachAtOnce(
    statements,
    async ({ number, at, author, words }) =>
      importContribution(world, {
        id: idFrom('contribution', bytesOf(`${id} ${number}`)),
        consultation: id,
        language: given.language,
        at: instant(Math.max(at, exported.began)),
        item: items.get(number) ?? 0,
        author: voter(author),
        words,
      }),
    (done) => progress('statements', done, statements.length),
  );
  await eachAtOnce(
    people,
    async ({ person, votes }) =>
      importBallot(world, { ...consultation, id }, voter(person), {
        language: given.language,
        votes: votes.map(({ statement, choice, at }) => ({
          item: items.get(statement) ?? 0,
          choice,
          secondsSinceOpening: at === undefined ? 0 : (at - exported.began) / SECOND,
        })),
      }),
    (done) => progress('ballots', done, people.length),
  );
  await revealImported(world, actor, id);
  return { consultation: id, outcome: isNew ? 'imported' : 'resumed' };
};
