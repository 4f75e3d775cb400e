import type { SetUpPart } from '#shared/places/rules.ts';
import type { SetUpChange } from '#shared/places/set-up.ts';
import { answer } from '#web/api.ts';
import { withDone } from '#web/done.ts';
import { textOf } from '#web/form-data.ts';
import type { At, PostAnswer, Posting } from '#web/page.ts';

export const setUpAddress = ({ locale, params }: Pick<At, 'locale' | 'params'>, part?: SetUpPart): string =>
  `/${locale}/p/${params['slug'] ?? ''}/desk/set-up${part ? `/${part}` : ''}`;

/** The version of the place that a form was filled in for. */
export const versionIn = (form: FormData): number => Number(textOf(form, 'version'));

type Change<Part extends SetUpPart> = Omit<Extract<SetUpChange, { part: Part }>, 'part' | 'version'>;

/** Saves one part and goes back to the list of all. */
export const savePart = async <Part extends SetUpPart>(
  posting: Posting,
  part: Part,
  change: Change<Part>,
  then = setUpAddress(posting),
): Promise<PostAnswer> => {
  const param = { slug: posting.params['slug'] ?? '' };
  const json = { part, version: versionIn(posting.form), ...change } as unknown as SetUpChange;
  await answer(posting.api.places[':slug']['set-up'].$put({ param, json }));
  return { redirect: withDone(then, 'saved') };
};
