import type { AnyPage } from './page.ts';

/** Every page, for whoever goes where residents rarely do: to a desk, to keys, to a link in a mail. */
export const files = import.meta.glob<{ default: AnyPage }>('./*/*.page.tsx');
export { CHUNKS_OF_OFFICE } from './messages/compiled/office.ts';
export { OFFICE_ROUTES } from './office-routes.ts';
