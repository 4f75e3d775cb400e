import { SET_UP_GAPS } from '#shared/places/gaps.ts';

const HELP = 'help-';

/** Where what is missing is given: a contact that is missing has a form of its own. */
export const gapAddress = (setUp: string, gap: keyof typeof SET_UP_GAPS): string =>
  gap.startsWith(HELP) ? `${setUp}/help/new?kind=${gap.slice(HELP.length)}` : `${setUp}/${SET_UP_GAPS[gap]}`;
