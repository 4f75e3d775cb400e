import { createSignal, For, onCleanup, onMount, Show } from 'solid-js';
import { useI18n } from '#web/messages/i18n.ts';
import { Details } from '#web/ui/details/details.tsx';
import { useVisit } from '#web/visit.ts';
import { isKey, keyOf, KEYS, nextOf, type Key } from './shortcut-keys.ts';

const OFF = 'desk shortcuts off';
const FIELDS = 'input, textarea, select, [contenteditable]';

const inPage = (selector: string): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>(`main :is(${selector})`)].filter((one) => one.checkVisibility());

const inputs = (selector: string): HTMLInputElement[] =>
  inPage(selector).filter((one) => one instanceof HTMLInputElement);

/** What a key presses on this page now; undefined where there is nothing of the kind. */
const targetOf = (key: string): HTMLElement | undefined => {
  if (/^[1-9]$/.test(key)) return inputs('input[name="facts"]')[Number(key) - 1];
  if (key === 'g') return nextOf(inputs(KEYS.g));
  return isKey(key) ? inPage(KEYS[key])[0] : undefined;
};

const isOn = (): boolean => localStorage.getItem(OFF) === null;

/**
 * Single keys for whoever decides many cases. They are told on the page, never fire in a field, and can be switched off
 * on this device (WCAG 2.1.4).
 */
export const Shortcuts = (props: { keys: readonly Key[]; facts?: boolean }) => {
  const { t } = useI18n();
  const { say } = useVisit();
  const [on, setOn] = createSignal(true);

  const press = (event: KeyboardEvent): void => {
    const { target } = event;
    const isElsewhere = event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing;
    if (!on() || isElsewhere || (target instanceof Element && target.closest(FIELDS))) return;
    const found = targetOf(keyOf(event));
    if (!found) return;
    event.preventDefault();
    found.click();
    if (!(found instanceof HTMLInputElement)) return;
    found.scrollIntoView({ block: 'nearest' });
    const name = found.labels?.[0]?.querySelector('bdi')?.textContent ?? '';
    say(t(found.checked ? 'cases.keys.chosen' : 'cases.keys.not-chosen', { name }));
  };

  onMount(() => {
    setOn(isOn());
    document.addEventListener('keydown', press);
    onCleanup(() => document.removeEventListener('keydown', press));
  });

  const change = (event: { currentTarget: HTMLInputElement }): void => {
    setOn(event.currentTarget.checked);
    if (on()) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, 'yes');
  };

  return (
    <Details summary={t('cases.keys.title')}>
      <p>{t('cases.keys.what')}</p>
      <dl class="case-keys">
        <For each={props.keys}>
          {(key) => (
            <div>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{t(`cases.keys.${key}`)}</dd>
            </div>
          )}
        </For>
        <Show when={props.facts}>
          <div>
            <dt>
              <kbd>1</kbd>–<kbd>9</kbd>
            </dt>
            <dd>{t('cases.keys.facts')}</dd>
          </div>
        </Show>
      </dl>
      <label class="choice">
        <input type="checkbox" checked={on()} onChange={change} />
        <span>{t('cases.keys.on')}</span>
      </label>
    </Details>
  );
};
