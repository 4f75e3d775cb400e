import type { PagesBundle } from '#functions/http/pages.ts';
import { worded, type Compiled } from './i18n.ts';

const spoken = import.meta.glob<{ default: Compiled }>('./compiled/*/server.js');

/** A message of the interface for mails, problem titles and first texts, which are made on the server without a page. */
export const say: PagesBundle['say'] = async (locale, key, parameters) => {
  const messages = await spoken[`./compiled/${locale}/server.js`]?.();
  return worded(messages?.default[key], key, parameters);
};
