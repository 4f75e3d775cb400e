import { For } from 'solid-js';
import { LANGUAGES, isLanguage } from '#shared/locales.ts';

/** Languages by their own names, beside each other. */
export const Languages = (props: { tags: readonly string[] }) => (
  <For each={props.tags}>
    {(tag, i) => (
      <>
        {i() > 0 && ' · '}
        <bdi lang={tag}>{isLanguage(tag) ? LANGUAGES[tag] : tag}</bdi>
      </>
    )}
  </For>
);
