import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { EditPassage } from '#shared/documents/requests.ts';
import type { Passage, PassageId } from '#shared/documents/schema.ts';
import { editTexts } from '#shared/editing.ts';
import type { Language } from '#shared/locales.ts';
import { Problem, type FieldError } from '#shared/problems.ts';
import { mayDo } from '#shared/places/rules.ts';
import type { Texts } from '#shared/texts.ts';
import { originalOf } from '#shared/translations/rules.ts';
import { consultationNow } from '../consultations/service.ts';
import { writeDown } from '../ledger/service.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import type { World } from '../world.ts';
import { saveText } from './office.ts';
import { passageStep, saveAll } from './store.ts';
import { forgetText, textNow } from './service.ts';

const FIELDS = ['heading', 'text', 'summary'] as const;

/** Who checked it, in each language that the form showed; nobody, where the field was left empty. */
const withCheckers = (texts: Texts, checkers: Partial<Record<Language, string>>): Texts => {
  const after = { ...texts };
  for (const [language, name] of Object.entries(checkers) as [Language, string][]) {
    const wording = after[language];
    if (!wording) continue;
    const { checkedBy: _, ...rest } = wording;
    after[language] = name ? { ...rest, checkedBy: name } : rest;
  }
  return after;
};

/** A translator's name stands beside translations only: nobody checks that an original is itself. */
const translationsOnly = (
  texts: Texts,
  checkers: Partial<Record<Language, string>>,
): Partial<Record<Language, string>> => {
  const own = originalOf(texts)?.language;
  return Object.fromEntries(Object.entries(checkers).filter(([language]) => language !== own));
};

const edited = (before: Passage, edit: EditPassage, order: readonly Language[]): Passage => {
  const words = (field: (typeof FIELDS)[number]): Texts => editTexts(before[field], edit[field], order);
  const [heading, text, summary] = [words('heading'), words('text'), words('summary')];
  return {
    ...before,
    heading: withCheckers(heading, translationsOnly(heading, edit.checkedBy)),
    text: withCheckers(text, translationsOnly(text, edit.checkedBy)),
    summary: withCheckers(summary, edit.summaryCheckedBy),
    version: edit.version + 1,
  };
};

/** A passage needs a heading and a text, and keeps both in the language that they were written in. */
const requireWhole = (before: Passage, after: Passage): void => {
  const errors = (['heading', 'text'] as const).flatMap((field): FieldError[] => {
    const language = originalOf(before[field])?.language ?? originalOf(after[field])?.language;
    return language && after[field][language]
      ? []
      : [{ pointer: `/${field}/${language ?? ''}`, code: 'words-missing' }];
  });
  if (errors.length > 0) throw new Problem('invalid-request', { errors });
};

const corrects = (before: Passage, after: Passage): boolean =>
  FIELDS.some((field) => originalOf(before[field])?.text !== originalOf(after[field])?.text);

/**
 * The words of a passage in the languages of a form. Once it is published, to change the original or the plain words is a
 * correction that everybody is told; a translation never is, and translators may write it.
 */
export const editPassage = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  which: PassageId,
  edit: EditPassage,
): Promise<void> => {
  const consultation = await consultationNow(world, actor, id);
  const { by, role } = requireOffice(actor, 'translate', consultation.place);
  const { passages } = await textNow(world, id);
  const before = passages.find((passage) => passage.id === which);
  if (!before) throw new Problem('not-found');
  const after = edited(before, edit, consultation.languages);
  requireWhole(before, after);
  const step = passageStep(after, edit.version);
  const writes = consultation.draft && mayDo('edit-text', actor?.roles.get(consultation.place) ?? []).allowed;
  if (writes || corrects(before, after)) {
    return saveText(world, actor, consultation, [step], { what: 'words', note: edit.note, made: after });
  }
  const line = writeDown(world, { place: consultation.place, by, role, act: 'translate', subject: which });
  const held = await saveAll(world, [step, line]);
  forgetText(world, id);
  if (!held) throw new Problem('changed-meanwhile');
};
