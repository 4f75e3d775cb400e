import { buttonFor } from './button.ts';
import { beSilent } from './speak.ts';
import { voiceFor } from './voice.ts';

/**
 * Reads aloud what people wrote and what the place says, for whoever reads little or not in comfort. The device does it
 * with a voice of its own, so that nothing is sent anywhere and nothing is loaded but this: by pages that are at work
 * already, and only where there are voices.
 */
const WORDS = '.words, .full-text, [data-aloud]';

type Placed = ReturnType<typeof buttonFor>;
const placed = new Map<HTMLElement, Placed>();

const languageOf = (words: HTMLElement): string => words.closest<HTMLElement>('[lang]')?.lang ?? '';

const place = (words: HTMLElement): void => {
  const button = buttonFor(words, languageOf(words));
  // Who marks words of a text marks none of ours.
  (words.closest('blockquote') ?? words).after(button.element);
  placed.set(words, button);
};

const remove = (words: HTMLElement, { element, stop }: Placed): void => {
  stop();
  element.remove();
  placed.delete(words);
};

const root = document.getElementById('app') as HTMLElement;
/** Gives each text of the page a button where the device has a voice for its language. */
const look = (): void => {
  for (const [words, button] of placed) {
    if (!words.isConnected || !button.element.isConnected || !voiceFor(languageOf(words))) remove(words, button);
  }
  if (location.pathname.split('/').includes('desk')) return;
  for (const words of root.querySelectorAll<HTMLElement>(WORDS)) {
    const isInside = words.parentElement?.closest(WORDS);
    if (!isInside && !placed.has(words) && voiceFor(languageOf(words))) place(words);
  }
};

look();
new MutationObserver(look).observe(root, { childList: true, subtree: true });
speechSynthesis.addEventListener?.('voiceschanged', look);
addEventListener('pagehide', beSilent);
// Whoever leaves quickly is heard no more while the other page is on its way.
new MutationObserver(beSilent).observe(document.body, { attributeFilter: ['hidden'] });
