import { useI18n } from './messages/i18n.ts';
import { useVisit } from './visit.ts';

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
  const id = (field: string): string => `${name}-${field}`;
  const error = (field: string): string | undefined => {
    const found = problem?.errors.find(({ pointer }) => pointer.split('/')[1] === field);
    return found && t(`field.${found.code}`);
  };
  return {
    problem: problem && {
      title: problem.errors.length > 0 ? t('ui.problem-fields') : t(`problem.${problem.code}`),
      errors: problem.errors.map(({ pointer, code }) => ({
        text: t(`field.${code}`),
        href: `#${id(pointer.split('/')[1] ?? '')}`,
      })),
    },
    id,
    error,
    word: (field: string): string | undefined => words?.[field]?.[0],
    words: (field: string): string[] | undefined => (sent ? (words?.[field] ?? []) : undefined),
  };
};
