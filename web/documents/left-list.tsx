import { For, Show } from 'solid-js';
import type { Left } from '#shared/documents/requests.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Details } from '#web/ui/details/details.tsx';

/** Words of another direction within a sentence of ours (Unicode FSI … PDI). */
const isolated = (words: string): string => `\u2068${words}\u2069`;

/** What a text held that its passages do not, one by one, with the place. */
export const LeftList = (props: { left: readonly Left[]; open: boolean }) => {
  const { t } = useI18n();
  return (
    <Show when={props.left.length > 0}>
      <Details summary={t('texts.left.title', { count: props.left.length })} open={props.open}>
        <p>{t('texts.left.what')}</p>
        <ul role="list" class="stack stack-tight left-out">
          <For each={props.left}>
            {({ kind, where, text }) => (
              <li>
                <strong>{t(`texts.left.kind.${kind}`)}</strong>
                <Show when={text}>
                  <p class="words" dir="auto">
                    {text}
                  </p>
                </Show>
                <p class="hint">{where ? t('texts.left.near', { where: isolated(where) }) : t('texts.left.start')}</p>
              </li>
            )}
          </For>
        </ul>
      </Details>
    </Show>
  );
};
