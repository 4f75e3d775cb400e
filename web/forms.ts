import { useI18n } from './messages/i18n.ts';
import type { Refused } from './page.ts';
import type { TwoTexts } from './ui/both-texts/both-texts.tsx';
import { useVisit } from './visit.ts';

/** A field as it is saved now, for whoever sent another text meanwhile. `say` names what was chosen in a list. */
export type Saved = {
  name: string;
  label: string;
  text: string;
  lang?: string;
  say?: (values: readonly string[]) => string;
};

/** The heading says what is wrong, where that is one thing with a name; otherwise the list below it does. */
const isOfFields = ({ code, errors }: Refused): boolean =>
  errors.length > 1 || (code === 'invalid-request' && errors.length > 0);

/**
 * One form of a page, by the name that it sends as `form`: what it held and what was wrong, when it is the one that was
 * sent and refused.
 */
export const useForm = (name: string) => {
  const { current, forms } = useVisit();
  forms.add(name);
  const { t } = useI18n();
  const sent = current.words?.['form']?.[0] === name;
  const problem = sent ? current.problem : undefined;
  const words = sent ? current.words : undefined;
  const wasQuicker = problem?.code === 'changed-meanwhile';
  const id = (field: string): string => `${name}-${field}`;
  /** `/title/it` is the field `title.it` where the form has one, otherwise something in the field `title`. */
  const fieldOf = (pointer: string): string => {
    const [first = '', ...rest] = pointer.split('/').slice(1);
    const whole = [first, ...rest].join('.');
    return words && whole in words ? whole : first;
  };
  const error = (field: string): string | undefined => {
    const found = problem?.errors.find(({ pointer }) => fieldOf(pointer) === field);
    return found && t(`field.${found.code}`);
  };
  const sentAs = ({ name: field, say }: Saved): string => {
    const values = words?.[field] ?? [];
    return say ? say(values) : (values[0] ?? '').replaceAll('\r\n', '\n').trim();
  };
  return {
    problem: problem && {
      title: problem.title ?? (isOfFields(problem) ? t('ui.problem-fields') : t(`problem.${problem.code}`)),
      errors: problem.errors.map(({ pointer, code }) => ({
        text: t(`field.${code}`),
        href: `#${id(fieldOf(pointer))}`,
      })),
    },
    id,
    error,
    word: (field: string): string | undefined => words?.[field]?.[0],
    /** What a `Field` needs to show a line of the form: as she sent it, or as it is saved. */
    field: ({ name: field, label, text }: Saved) => ({
      name: field,
      id: id(field),
      label,
      value: words?.[field]?.[0] ?? text,
      error: error(field),
    }),
    words: (field: string): string[] | undefined => (sent ? (words?.[field] ?? []) : undefined),
    /** The version that the form goes out with: the one she began with, until she has seen what changed meanwhile. */
    version: (now: number): number => (problem && !wasQuicker ? Number(words?.['version']?.[0] ?? now) : now),
    /** What differs between her words and what somebody else has saved meanwhile; undefined when nobody has. */
    both: (saved: readonly Saved[]): TwoTexts[] | undefined =>
      wasQuicker
        ? saved
            .map((one) => ({
              label: one.label,
              saved: one.text,
              yours: sentAs(one),
              lang: one.lang,
              href: `#${id(one.name)}`,
            }))
            .filter((text) => text.saved !== text.yours)
        : undefined,
  };
};
