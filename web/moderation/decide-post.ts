import { isLanguage, type Language, type Locale } from '#shared/locales.ts';
import { MARKS, VISIBILITIES } from '#shared/moderation/kinds.ts';
import { TIERS } from '#shared/moderation/queue.ts';
import type { Decide, NoticeId, PhraseName, Said } from '#shared/moderation/schema.ts';
import { GROUNDS } from '#shared/consultations/rules.ts';
import type { FieldError } from '#shared/problems.ts';
import { allOf, textOf } from '#web/form-data.ts';
import { kindIn } from './phrase-choices.ts';

/** The language that somebody has written in, where a form says it. */
const languageIn = (form: FormData, name: string, otherwise: Locale): Language => {
  const said = textOf(form, name);
  return isLanguage(said) ? said : otherwise;
};

/** Ready phrases, and what this case needs besides. */
export const saidIn = (form: FormData, prefix: 'facts' | 'reasons', locale: Locale): Said => {
  const words = textOf(form, `${prefix}.words`).trim();
  return {
    phrases: allOf(form, prefix) as PhraseName[],
    ...(words && { words }),
    language: languageIn(form, `${prefix}.language`, locale),
  };
};

/** `law:phrase`, as the list of grounds sends it; `law:own` and `house-rule:own` are named and quoted below it. */
const groundIn = (form: FormData, locale: Locale): Decide['ground'] => {
  const [kind, phrase] = textOf(form, 'ground').split(':');
  if (kind !== 'law' && kind !== 'house-rule') return undefined;
  if (phrase !== 'own') return { kind, phrase: phrase as PhraseName };
  const url = textOf(form, 'ground.url').trim();
  return {
    kind,
    reference: textOf(form, 'ground.reference'),
    quote: textOf(form, 'ground.quote'),
    language: languageIn(form, 'facts.language', locale),
    ...(url && { url }),
  };
};

const counterStatementIn = (form: FormData, locale: Locale): Decide['counterStatement'] => {
  const phrase = textOf(form, 'counter');
  const words = textOf(form, 'counter.words').trim();
  if (words) return { words, language: languageIn(form, 'facts.language', locale) };
  return phrase ? { phrase: phrase as PhraseName } : undefined;
};

const measureIn = (form: FormData): Decide['author'] => {
  const measure = textOf(form, 'measure');
  if (measure === 'suspend') return { measure, days: Number(textOf(form, 'days')) };
  return measure === 'warn' ? { measure } : undefined;
};

/** What stands in the form beside a choice that was not made is not sent: a mark without a label, an answer to removed words. */
export const decisionIn = (form: FormData, locale: Locale): Omit<Decide, 'version' | 'seen'> | undefined => {
  const visibility = VISIBILITIES.find((one) => one === textOf(form, 'visibility'));
  if (!visibility) return undefined;
  const mark = visibility === 'label' ? MARKS.find((one) => one === textOf(form, 'mark')) : undefined;
  const counterStatement = visibility === 'remove' ? undefined : counterStatementIn(form, locale);
  const author = measureIn(form);
  const ground = visibility === 'keep' && !author ? undefined : groundIn(form, locale);
  return {
    kind: kindIn(textOf(form, 'kind')),
    grounds: GROUNDS.filter((one) => allOf(form, 'grounds').includes(one)),
    tier: TIERS.find((one) => String(one) === textOf(form, 'tier')) ?? 3,
    visibility,
    ...(mark && { mark }),
    ...(counterStatement && { counterStatement }),
    ...(author && { author }),
    manifest: textOf(form, 'manifest') === 'yes',
    ...(ground && { ground }),
    facts: saidIn(form, 'facts', locale),
    unfounded: allOf(form, 'unfounded') as NoticeId[],
  };
};

/** What the API calls a part of a decision, and the form the field for it. */
const IN_FORM: Record<string, string> = {
  '/author/measure': '/measure',
  '/author/days': '/days',
  '/counterStatement/words': '/counter.words',
};

/** A wrong part of a decision, under the name of its field: an answer to an appeal may hold a whole decision. */
export const namedAsInForm = ({ pointer, code }: FieldError): FieldError => {
  const name = pointer.replace(/^\/decision(?=\/)/, '');
  return { pointer: IN_FORM[name] ?? name, code };
};
