import { For, Show, onMount } from 'solid-js';

type SummaryError = { text: string; href?: string | undefined };

/** Before each error, the name of its field: "Please write something here" three times would name none. */
const nameFields = (box: HTMLElement): void => {
  for (const link of box.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
    const field = document.getElementById(link.hash.slice(1)) as HTMLInputElement | null;
    const name = field?.closest('.choices')?.querySelector('legend') ?? field?.labels?.[0];
    if (name) link.prepend(`${name.textContent} – `);
  }
};

const begin = (box: HTMLElement) =>
  onMount(() => {
    nameFields(box);
    box.focus();
  });

type ErrorSummaryProps = { title: string; errors: readonly SummaryError[] };

/**
 * What went wrong, above the form. It takes focus when it appears: `autofocus` on a page that the server sent, `onMount` when
 * the browser drew it.
 */
export const ErrorSummary = (props: ErrorSummaryProps) => (
  <div class="error-summary" role="alert" tabindex="-1" autofocus ref={begin}>
    <h2>{props.title}</h2>
    <Show when={props.errors.length > 0}>
      <ul role="list">
        <For each={props.errors}>
          {(error) => (
            <li>
              <Show when={error.href} fallback={error.text}>
                <a href={error.href}>{error.text}</a>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Show>
  </div>
);
