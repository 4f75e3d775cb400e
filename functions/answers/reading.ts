import { pointStanding } from '#shared/answers/rules.ts';
import type { Addressee, Answer } from '#shared/answers/schema.ts';
import type { AnswersView, PublicAnswer } from '#shared/answers/views.ts';
import type { Consultation, ConsultationId } from '#shared/consultations/schema.ts';
import type { PassageId } from '#shared/documents/schema.ts';
import { SECOND, type Instant } from '#shared/time.ts';
import { readableConsultation } from '../consultations/service.ts';
import { everyPassageOf } from '../documents/service.ts';
import { measuresOf } from '../measures/service.ts';
import type { MaybeActor } from '../participants/actor.ts';
import { placeOf } from '../places/service.ts';
import { nowIn, type World } from '../world.ts';
import { forgetLine, lineView } from './line.ts';
import { readAsked, type Asked } from './store.ts';

/** What somebody answered is everywhere within so long, in this process at once. */
const REMEMBERED = 20 * SECOND;
const cacheKey = (id: ConsultationId): string => `answers ${id}`;
export const forgetAnswers = (world: World, id: ConsultationId): void => {
  world.cache.forget(cacheKey(id));
  forgetLine(world, id);
};

const askedIn = (world: World, id: ConsultationId): Promise<Asked> =>
  world.cache.remember(cacheKey(id), REMEMBERED, () => readAsked(world, id));

const publicAnswer = (
  addressee: Addressee,
  answer: Answer | undefined,
  now: Instant,
  timeZone: string,
): PublicAnswer => ({
  addressee: { id: addressee.id, name: addressee.name },
  due: addressee.due,
  edition: addressee.edition,
  standing: pointStanding(answer?.given !== undefined, addressee.due, now, timeZone),
  ...(answer?.given && { given: answer.given }),
  version: answer?.version ?? 0,
});

/** For each passage, what each institution that was asked about it says. Whoever is asked no more, and said nothing, is not there. */
export const answersByPassage = async (
  world: World,
  { id, place }: Pick<Consultation, 'id' | 'place'>,
): Promise<Map<PassageId, PublicAnswer[]>> => {
  const [{ addressees, answers }, { timeZone }] = await Promise.all([askedIn(world, id), placeOf(world, place)]);
  const byPassage = new Map<PassageId, PublicAnswer[]>();
  for (const addressee of addressees.toSorted((a, b) => a.name.localeCompare(b.name))) {
    for (const point of addressee.points) {
      const answer = answers.find((one) => one.addressee === addressee.id && one.passage === point);
      if (addressee.ended && !answer?.given) continue;
      const said = publicAnswer(addressee, answer, nowIn(world), timeZone);
      byPassage.set(point, [...(byPassage.get(point) ?? []), said]);
    }
  }
  return byPassage;
};

/** What was answered and what is done, in the order of the text, with where the whole stands. */
export const viewAnswers = async (world: World, actor: MaybeActor, id: ConsultationId): Promise<AnswersView> => {
  const consultation = await readableConsultation(world, actor, id);
  const { timeZone } = await placeOf(world, consultation.place);
  const [line, answers, measures, passages] = await Promise.all([
    lineView(world, { ...consultation, timeZone }),
    answersByPassage(world, consultation),
    measuresOf(world, consultation),
    everyPassageOf(world, id),
  ]);
  const points = passages
    .filter((passage) => answers.has(passage.id) || measures.some((one) => one.passage === passage.id))
    .toSorted((a, b) => a.position - b.position)
    .map(({ id: passage, position, heading, withdrawnIn }) => ({
      passage: { id: passage, position, heading, ...(withdrawnIn && { withdrawnIn }) },
      answers: answers.get(passage) ?? [],
      measures: measures.filter((one) => one.passage === passage),
    }));
  return { line, points };
};
