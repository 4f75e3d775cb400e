import { createSignal, For, onCleanup, onMount } from 'solid-js';
import { useI18n } from '#web/messages/i18n.ts';
import { Details } from '#web/ui/details/details.tsx';
import { useVisit } from '#web/visit.ts';
import { goTo, keyOf } from './keys.ts';

export type Shortcut = {
  /** One, or the first to the last of a row. */
  keys: readonly string[];
  what: string;
  /** What it presses on this page now; undefined where there is nothing of the kind. */
  find: (key: string) => HTMLElement | undefined;
  /** It only leads there. */
  leads?: boolean;
};

const OFF = 'desk shortcuts off';
const FIELDS = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]';

const isOn = (): boolean => localStorage.getItem(OFF) === null;

const Keys = (props: { keys: readonly string[] }) => (
  <>
    <kbd>{props.keys[0]}</kbd>
    {props.keys.length > 1 ? '–' : ''}
    {props.keys.length > 1 ? <kbd>{props.keys.at(-1)}</kbd> : undefined}
  </>
);

/**
 * Single keys for whoever does the same many times. They are told on the page, never fire in a field, and can be
 * switched off on this device (WCAG 2.1.4).
 */
export const Shortcuts = (props: { all: readonly Shortcut[] }) => {
  const { t } = useI18n();
  const { say } = useVisit();
  const [on, setOn] = createSignal(true);

  const press = (event: KeyboardEvent): void => {
    const { target } = event;
    const isElsewhere = event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing;
    if (!on() || isElsewhere || (target instanceof Element && target.closest(FIELDS))) return;
    const key = keyOf(event);
    const shortcut = props.all.find(({ keys }) => keys.includes(key));
    const found = shortcut?.find(key);
    if (!found) return;
    event.preventDefault();
    if (shortcut?.leads) return goTo(found);
    found.click();
    if (!(found instanceof HTMLInputElement)) return;
    found.scrollIntoView({ block: 'nearest' });
    const name = found.labels?.[0]?.querySelector('bdi')?.textContent ?? '';
    say(t(found.checked ? 'desk.keys.chosen' : 'desk.keys.not-chosen', { name }));
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
    <Details summary={t('desk.keys.title')}>
      <p>{t('desk.keys.what')}</p>
      <dl class="desk-keys">
        <For each={props.all}>
          {({ keys, what }) => (
            <div>
              <dt>
                <Keys keys={keys} />
              </dt>
              <dd>{what}</dd>
            </div>
          )}
        </For>
      </dl>
      <label class="choice">
        <input type="checkbox" checked={on()} onChange={change} />
        <span>{t('desk.keys.on')}</span>
      </label>
    </Details>
  );
};
