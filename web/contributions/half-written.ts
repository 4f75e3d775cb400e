import { onMount } from 'solid-js';

const PREFIX = 'half-written ';

/** A browser may refuse to keep anything; then only the page itself has her words. */
const tab = (): Storage | undefined => {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
};

/**
 * Keeps what is typed into a field for as long as the tab is open: whoever looks something up on another page, or loses
 * the line on the way there, finds it again. It ends with the tab, because the next person may use the same device.
 */
export const keepHalfWritten = (about: string, id: string): void =>
  onMount(() => {
    const field = document.getElementById(id);
    if (!(field instanceof HTMLTextAreaElement)) return;
    const kept = tab()?.getItem(PREFIX + about);
    if (kept && !field.value) {
      field.closest('details')?.setAttribute('open', '');
      field.value = kept;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    field.addEventListener('input', () => tab()?.setItem(PREFIX + about, field.value));
  });

export const letGoOfHalfWritten = (about: string): void => tab()?.removeItem(PREFIX + about);
