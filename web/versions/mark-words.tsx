import { Show, createSignal, onCleanup, onMount } from 'solid-js';
import { CONTEXT_LENGTH, QUOTE_LENGTH } from '#shared/versions/rules.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { LinkButton } from '#web/ui/button/button.tsx';

/** The words that are marked inside an element, with some of what stands around them. */
const markedIn = (element: Element): { quote: string; before: string; after: string } | undefined => {
  const selection = getSelection();
  const range = selection?.rangeCount ? selection.getRangeAt(0) : undefined;
  if (!range || range.collapsed || !element.contains(range.commonAncestorContainer)) return undefined;
  const quote = range.toString().trim();
  if (!quote || quote.length > QUOTE_LENGTH) return undefined;
  const around = range.cloneRange();
  around.selectNodeContents(element);
  around.setEnd(range.startContainer, range.startOffset);
  const before = around.toString().slice(-CONTEXT_LENGTH);
  around.selectNodeContents(element);
  around.setStart(range.endContainer, range.endOffset);
  return { quote, before, after: around.toString().slice(0, CONTEXT_LENGTH) };
};

/** Once words of `within` are marked: a way to speak about just these. Without a script, one speaks about the whole. */
export const MarkWords = (props: { within: string; suggest: string }) => {
  const { t } = useI18n();
  const [marked, setMarked] = createSignal<{ href: string; quote: string }>();
  onMount(() => {
    const look = () => {
      const element = document.querySelector(props.within);
      const found = element && markedIn(element);
      // Whoever goes to the link with the keyboard or a finger may lose the marking on the way.
      if (!found) return;
      const language = element.closest('[lang]')?.getAttribute('lang') ?? '';
      const inside = element.querySelector('[lang]')?.getAttribute('lang') ?? language;
      const url = new URL(props.suggest, location.href);
      for (const [name, value] of Object.entries({ ...found, language: inside })) url.searchParams.set(name, value);
      setMarked({ href: url.pathname + url.search, quote: found.quote });
    };
    document.addEventListener('selectionchange', look);
    onCleanup(() => document.removeEventListener('selectionchange', look));
  });
  return (
    <div role="status">
      <Show when={marked()}>
        {(one) => (
          <p class="stack stack-tight">
            <q class="hint">{one().quote}</q>
            <LinkButton href={one().href} look="plain">
              {t('versions.speak-about')}
            </LinkButton>
          </p>
        )}
      </Show>
    </div>
  );
};
