import type { Language } from '#shared/locales.ts';

/** A text field of a form; empty when it was not sent. */
export const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

/** What the fields of one text in several languages held (`TextsField`). */
export const textsOf = (
  form: FormData,
  name: string,
  languages: readonly Language[],
): Partial<Record<Language, string>> =>
  Object.fromEntries(languages.map((language) => [language, textOf(form, `${name}.${language}`)]));
