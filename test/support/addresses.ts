import { OFFICE_ROUTES } from '#web/office-routes.ts';
import { ROUTES } from '#web/routes.ts';

/** Every address below `/{locale}`, and the page that answers it. */
export const ADDRESSES = [...ROUTES, ...OFFICE_ROUTES];
