import { isAnotherPerson, type Done } from './done.ts';

/** After these the next person at this device may be another one: her vote must not carry the last person's along. */
const CHANGES_OF_PERSON: readonly Done[] = ['consultation-left', 'joined'];

export const forgetUnsentAfter = (done: Done | null): void => {
  if (!done || !(isAnotherPerson(done) || CHANGES_OF_PERSON.includes(done))) return;
  try {
    sessionStorage.clear();
    for (const key of Object.keys(localStorage)) if (key.startsWith('unsent votes ')) localStorage.removeItem(key);
  } catch {
    // The browser keeps nothing.
  }
};
