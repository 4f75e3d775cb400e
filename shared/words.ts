import { z } from 'zod';

/** Control characters except tab and line feed, and code points that are no characters. They say nothing and hide things. */
// eslint-disable-next-line no-control-regex -- this is the one place that must name them
const UNSAYABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/;

/** Spaces, joiners, marks of direction: characters that show nothing by themselves (Unicode Default_Ignorable). */
const INVISIBLE = /[\s\p{Default_Ignorable_Code_Point}]/gu;

/** A text from a file as it can be shown: every sign that cannot is a space. */
export const sayable = (text: string): string =>
  text.replaceAll('\r\n', '\n').toWellFormed().normalize('NFC').replaceAll(new RegExp(UNSAYABLE, 'g'), ' ');

const isEmpty = (text: string): boolean => text.replaceAll(INVISIBLE, '') === '';

const normalised = z.string().transform((text) => text.replaceAll('\r\n', '\n').normalize('NFC').trim());
const sayableUpTo = (length: number) =>
  z
    .string()
    .max(length, { error: 'words-too-long' })
    .refine((text) => text.isWellFormed() && !UNSAYABLE.test(text), { error: 'words-unsayable' });

/**
 * What a person wrote: plain text, never markup. Normalised to NFC with line feeds, so that what comes back equals what
 * was sent; refused with a reason when it holds what cannot be shown. Length counts code points, as zod and JSON Schema
 * do; a form's `maxlength` counts UTF-16 code units, never fewer, so what a form lets through is never too long here.
 */
export const Words = (length: number) =>
  normalised.pipe(
    z
      .string()
      .refine((text) => !isEmpty(text), { error: 'words-missing' })
      .pipe(sayableUpTo(length)),
  );

/** The same where nothing may be said; what shows nothing is nothing. */
export const WordsOrNone = (length: number) =>
  normalised.transform((text) => (isEmpty(text) ? '' : text)).pipe(sayableUpTo(length));
