import { createContext, useContext } from 'solid-js';
import type { Api } from './api.ts';
import type { Current } from './page.ts';

/** What a view may ask of the page around it. Where there is no script, only `current` is ever used. */
export type Visit = {
  current: Current;
  /** The forms of this page that show themselves what was wrong with them. */
  forms: Set<string>;
  api: Api;
  /** Does what a form asks without loading the page anew; the form itself does the same without JavaScript. */
  submit(form: FormData): Promise<void>;
  go(href: string): void;
  /** Read out by screen readers, seen by nobody. */
  say(text: string): void;
};

const VisitContext = createContext<Visit>();
export const VisitProvider = VisitContext.Provider;
export const useVisit = (): Visit => {
  const visit = useContext(VisitContext);
  if (!visit) throw new Error('outside of a page');
  return visit;
};
