import { pointStanding } from '#shared/answers/rules.ts';
import type { Addressee, Answer, GivenAnswer, Said, TranslateAnswer, WriteAnswer } from '#shared/answers/schema.ts';
import type { AddresseeId } from '#shared/answers/schema.ts';
import type { AnsweringView } from '#shared/answers/views.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { PassageId } from '#shared/documents/schema.ts';
import { editTexts } from '#shared/editing.ts';
import { Problem, type FieldError } from '#shared/problems.ts';
import { SECOND } from '#shared/time.ts';
import { originalOf } from '#shared/translations/rules.ts';
import { consultationOf, readableConsultation } from '../consultations/service.ts';
import { editionOf, requireDocument } from '../documents/editions.ts';
import { writeDown } from '../ledger/service.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import { hashOf } from '../participants/sessions.ts';
import { briefOf, placeOf } from '../places/service.ts';
import { requireHeld, transact, type Step } from '../storage/table.ts';
import { nowIn, type World } from '../world.ts';
import { forgetAnswers } from './reading.ts';
import { answerStep, findAddressee, findAnswer, findLink, readAsked } from './store.ts';
import { toTellStep } from './to-tell.ts';

/** Whose link this is, while it opens something. */
const requireAddressee = async (world: World, token: string): Promise<Addressee> => {
  const tokenHash = hashOf(token);
  const link = await findLink(world, tokenHash);
  const addressee = link && (await findAddressee(world, link.consultation, link.addressee));
  const isOpen = link && link.expires * SECOND > world.clock();
  if (!isOpen || !addressee || addressee.ended || addressee.tokenHash !== tokenHash) throw new Problem('link-over');
  return addressee;
};

/** What an institution is asked, in the words of the version that it answers, with what it wrote so far. */
export const viewAnswering = async (world: World, token: string): Promise<AnsweringView> => {
  const addressee = await requireAddressee(world, token);
  const { consultation: id, edition, points, due, name, locale } = addressee;
  const [consultation, document, { answers }] = await Promise.all([
    consultationOf(world, id),
    requireDocument(world, id, addressee.document),
    readAsked(world, id),
  ]);
  const [place, passages] = await Promise.all([
    placeOf(world, consultation.place),
    editionOf(world, document, edition),
  ]);
  const own = new Map(answers.filter((one) => one.addressee === addressee.id).map((one) => [one.passage, one]));
  return {
    place: briefOf(place),
    consultation: { id, title: consultation.title, languages: consultation.languages },
    document: document.title,
    addressee: { id: addressee.id, name, due, edition, locale },
    points: passages
      .filter((passage) => points.includes(passage.id))
      .toSorted((a, b) => a.position - b.position)
      .map(({ id: passage, position, heading, text, cites }) => {
        const { draft, given, version = 0 } = own.get(passage) ?? {};
        return {
          id: passage,
          position,
          heading,
          text,
          cites: cites.length,
          standing: pointStanding(given !== undefined, due, nowIn(world), place.timeZone),
          said: { ...(draft && { draft }), ...(given && { given }) },
          version,
        };
      }),
  };
};

/** Nothing is given to everybody without an outcome and a reason. */
const requireWhole = ({ outcome, why }: Said): NonNullable<Said['outcome']> => {
  const errors: FieldError[] = [
    ...(outcome ? [] : [{ pointer: '/outcome', code: 'nothing-chosen' as const }]),
    ...(Object.keys(why).length > 0 ? [] : [{ pointer: '/why', code: 'words-missing' as const }]),
  ];
  if (!outcome || errors.length > 0) throw new Problem('invalid-request', { errors });
  return outcome;
};

const lineFor = async (
  world: World,
  { consultation, name }: Addressee,
  given: GivenAnswer,
  before: GivenAnswer | undefined,
): Promise<Step> => {
  const { place } = await consultationOf(world, consultation);
  const act = before ? 'correct-answer' : 'give-answer';
  return writeDown(world, { place, role: 'addressee', act, subject: consultation, why: `${name}: ${given.outcome}` });
};

/** Keeps a draft, or gives the answer to everybody: an act of office, also when it puts an earlier one right. */
export const writeAnswer = async (
  world: World,
  token: string,
  passage: PassageId,
  { give, version, ...words }: WriteAnswer,
): Promise<{ version: number }> => {
  const addressee = await requireAddressee(world, token);
  const { consultation, id } = addressee;
  if (!addressee.points.includes(passage)) throw new Problem('not-found');
  const before = await findAnswer(world, addressee, passage);
  if ((before?.version ?? 0) !== version) throw new Problem('changed-meanwhile');
  const { languages } = await consultationOf(world, consultation);
  const last = before?.draft ?? before?.given;
  const said: Said = {
    ...(words.outcome && { outcome: words.outcome }),
    why: editTexts(last?.why ?? {}, words.why, languages),
    who: words.who,
    ...(words.when && { when: words.when }),
  };
  const now = nowIn(world);
  const given = give && { ...said, outcome: requireWhole(said), at: now, first: before?.given?.first ?? now };
  const answer: Answer = {
    consultation,
    addressee: id,
    passage,
    ...(given ? { given } : { draft: said, ...(before?.given && { given: before.given }) }),
    version: version + 1,
  };
  const also = given
    ? [
        await lineFor(world, addressee, given, before?.given),
        toTellStep(world, consultation, { is: 'answer', passage }),
      ]
    : [];
  await requireHeld(transact(world.storage, [answerStep(answer), ...also]));
  forgetAnswers(world, consultation);
  return { version: answer.version };
};

/** The reason in other languages. What the institution itself wrote stays as it is. */
export const translateAnswer = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  which: { addressee: AddresseeId; passage: PassageId },
  { why, version }: TranslateAnswer,
): Promise<void> => {
  const { place, languages } = await readableConsultation(world, actor, id);
  const { by, role } = requireOffice(actor, 'translate', place);
  const before = await findAnswer(world, { consultation: id, id: which.addressee }, which.passage);
  if (!before?.given) throw new Problem('not-found');
  if (before.version !== version) throw new Problem('changed-meanwhile');
  const own = originalOf(before.given.why)?.language;
  const { [own ?? 'en']: _, ...others } = why;
  const given = { ...before.given, why: editTexts(before.given.why, own ? others : why, languages) };
  const line = writeDown(world, { place, by, role, act: 'translate', subject: id });
  await requireHeld(transact(world.storage, [answerStep({ ...before, given, version: version + 1 }), line]));
  forgetAnswers(world, id);
};
