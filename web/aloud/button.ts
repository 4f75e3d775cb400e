import { LANGUAGES, directionOf, isLanguage } from '#shared/locales.ts';
import type { Compiled, PlainUnder } from '#web/messages/i18n.ts';
import { beSilent, speak } from './speak.ts';

/** A page in another language is loaded anew. */
const locale = document.documentElement.lang;
const locales = import.meta.glob<{ default: Compiled }>('../messages/compiled/*/aloud.js');
const messages = (await locales[`../messages/compiled/${locale}/aloud.js`]?.())?.default ?? {};
const say = (key: PlainUnder<'aloud.'>): string => String(messages[key] ?? key);

const SPEAKER = 'M4 9v6h4l5 4V5L8 9zM16 9a4 4 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11';
const SQUARE = 'M7 7h10v10H7z';

const drawing = (): { svg: SVGElement; path: SVGPathElement } => {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  for (const [name, value] of Object.entries({
    viewBox: '0 0 24 24',
    width: '24',
    height: '24',
    'aria-hidden': 'true',
  }))
    svg.setAttribute(name, value);
  svg.append(path);
  return { svg, path };
};

/** Which language is read, where it is not the page's own. */
const named = (language: string): HTMLElement[] => {
  if (language === locale || !isLanguage(language)) return [];
  const name = document.createElement('bdi');
  name.lang = language;
  name.dir = directionOf(language);
  name.textContent = LANGUAGES[language];
  return [name];
};

/** A button that reads words aloud, and stops; `stop` when they go. Made without Solid: the pages need none of its parts for it. */
export const buttonFor = (words: HTMLElement, language: string): { element: HTMLElement; stop: () => void } => {
  const element = document.createElement('div');
  const button = document.createElement('button');
  const text = document.createElement('span');
  const failure = document.createElement('span');
  const { svg, path } = drawing();
  let speaks = false;
  const show = (now: boolean): void => {
    speaks = now;
    path.setAttribute('d', now ? SQUARE : SPEAKER);
    text.textContent = say(now ? 'aloud.stop' : 'aloud.listen');
  };
  const onClick = (): void => {
    if (speaks) return beSilent();
    failure.textContent = '';
    show(true);
    speak(words.innerText, language, (wentWell) => {
      show(false);
      if (!wentWell) failure.textContent = say('aloud.failed');
    });
  };
  element.className = 'aloud';
  button.className = 'button button-quiet';
  button.type = 'button';
  failure.setAttribute('role', 'status');
  button.append(svg, text, ...named(language));
  button.addEventListener('click', onClick);
  element.append(button, failure);
  show(false);
  return { element, stop: () => void (speaks && beSilent()) };
};
