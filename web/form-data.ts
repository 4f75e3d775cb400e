import { LANGUAGES, type Language } from '#shared/locales.ts';

/** A text field of a form; empty when it was not sent. */
export const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

/** Everything that was chosen under one name. */
export const allOf = (form: FormData, name: string): string[] =>
  form.getAll(name).filter((value) => typeof value === 'string');

/** What the fields of one text in several languages held (`TextsField`). Of languages without a field nothing is said. */
export const textsOf = (form: FormData, name: string): Partial<Record<Language, string>> =>
  Object.fromEntries(
    (Object.keys(LANGUAGES) as Language[])
      .filter((language) => form.has(`${name}.${language}`))
      .map((language) => [language, textOf(form, `${name}.${language}`)]),
  );
