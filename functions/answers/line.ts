import { hereOnLine, lineOf, type LineFacts, type OnLine } from '#shared/answers/line.ts';
import { isAccepted, isOver } from '#shared/answers/rules.ts';
import type { LineView } from '#shared/answers/views.ts';
import { phaseAt } from '#shared/consultations/phases.ts';
import type { Consultation } from '#shared/consultations/schema.ts';
import { SECOND } from '#shared/time.ts';
import { documentsOf } from '../documents/service.ts';
import { measureFigures } from '../measures/figures.ts';
import { outcomesIn } from '../suggestions/outcomes.ts';
import { nowIn, type World } from '../world.ts';
import { readAsked } from './store.ts';

/** `timeZone` is the place's: on its clocks days end. */
type Standing = Pick<Consultation, 'id' | 'stages'> & { timeZone: string };

const NOTHING: LineFacts = {
  version: 1,
  points: { asked: 0, answered: 0, late: 0, accepted: 0 },
  outcomes: 0,
  measures: { planned: 0, finished: 0, late: 0 },
};

/** While people are being asked for the first time there is nothing to look up. */
const isEarly = ({ stages }: Pick<Standing, 'stages'>, now: string): boolean =>
  phaseAt({ stages }, now) === 'preparing' || !stages.some(({ phase, from }) => phase === 'drafting' && from <= now);

const factsOf = async (world: World, { id, timeZone }: Standing): Promise<LineFacts> => {
  const now = nowIn(world);
  const [documents, { addressees, answers }, outcomes, measures] = await Promise.all([
    documentsOf(world, id),
    readAsked(world, id),
    outcomesIn(world, id),
    measureFigures(world, id, timeZone),
  ]);
  const given = answers.filter((one) => one.given !== undefined);
  const isGiven = (addressee: string, point: string): boolean =>
    given.some((one) => one.addressee === addressee && one.passage === point);
  const points = addressees.flatMap((one) =>
    one.points
      .map((point) => ({ isGiven: isGiven(one.id, point), due: one.due }))
      .filter((point) => point.isGiven || !one.ended),
  );
  return {
    version: Math.max(1, ...documents.map(({ version }) => version)),
    points: {
      asked: points.length,
      answered: points.filter((point) => point.isGiven).length,
      late: points.filter((point) => !point.isGiven && isOver(point.due, now, timeZone)).length,
      accepted: given.filter((one) => isAccepted(one.given?.outcome)).length,
    },
    outcomes: outcomes.size,
    measures,
  };
};

const REMEMBERED = 20 * SECOND;
const cacheKey = (id: Standing['id']): string => `line ${id}`;
export const forgetLine = (world: World, id: Standing['id']): void => world.cache.forget(cacheKey(id));

const factsFor = async (world: World, consultation: Standing): Promise<LineFacts> =>
  isEarly(consultation, nowIn(world))
    ? NOTHING
    : world.cache.remember(cacheKey(consultation.id), REMEMBERED, () => factsOf(world, consultation));

/** Where a consultation is on its way, with the figures behind it. */
export const lineView = async (world: World, consultation: Standing): Promise<LineView> => {
  const facts = await factsFor(world, consultation);
  const { asked, answered, late } = facts.points;
  return {
    steps: lineOf(consultation, facts, nowIn(world)),
    points: { asked, answered, late },
    measures: facts.measures,
  };
};

/** The one step to name in a list. */
export const whereNow = async (world: World, consultation: Standing): Promise<OnLine> =>
  hereOnLine((await lineView(world, consultation)).steps);
