import { For, Match, Show, Switch } from 'solid-js';
import { partsOf, type Part } from '#shared/documents/format.ts';
import { directionOf, type Language } from '#shared/locales.ts';
import { readingOf } from '#shared/reading.ts';
import type { Texts } from '#shared/texts.ts';
import { originalOf, statusOf } from '#shared/translations/rules.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Details } from '../details/details.tsx';
import { LanguageLabel } from '../language-label/language-label.tsx';
import { treeOf, type Branch } from './list-tree.ts';

const Items = (props: { branches: readonly Branch[] }) => {
  const items = () => (
    <For each={props.branches}>
      {({ item, below }) => (
        <li value={Number.parseInt(item.mark, 10) || undefined}>
          {item.text}{' '}
          <Show when={below.length > 0}>
            <Items branches={below} />
          </Show>
        </li>
      )}
    </For>
  );
  const isCounted = () => /^\d/.test(props.branches[0]?.item.mark ?? '');
  return (
    <Show when={isCounted()} fallback={<ul>{items()}</ul>}>
      <ol>{items()}</ol>
    </Show>
  );
};

const Table = (props: { rows: readonly (readonly string[])[]; label: string }) => (
  <div class="scroll-sideways" tabindex="0" role="group" aria-label={props.label}>
    <table>
      <Show when={props.rows.length > 1}>
        <thead>
          <tr>
            <For each={props.rows[0]}>{(cell) => <th scope="col">{cell} </th>}</For>
          </tr>
        </thead>
      </Show>
      <tbody>
        <For each={props.rows.length > 1 ? props.rows.slice(1) : props.rows}>
          {(row) => (
            <tr>
              <For each={row}>{(cell) => <td>{cell} </td>}</For>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  </div>
);

const One = (props: { part: Part }) => {
  const { t } = useI18n();
  return (
    <Switch>
      <Match when={props.part.kind === 'paragraph' && props.part}>
        {(part) => <p class="words">{part().text} </p>}
      </Match>
      <Match when={props.part.kind === 'list' && props.part}>
        {(part) => <Items branches={treeOf(part().items)} />}
      </Match>
      <Match when={props.part.kind === 'table' && props.part}>
        {(part) => <Table rows={part().rows} label={t('full-text.table')} />}
      </Match>
    </Switch>
  );
};

/**
 * Plain text as it is meant: paragraphs, lists and tables (`shared/documents/format.ts`). Each part ends with a space, so
 * that words which somebody marks across parts stay words.
 */
export const PlainText = (props: { text: string; language: Language; lead?: boolean }) => (
  <div
    classList={{ 'full-text': true, lead: props.lead ?? false }}
    lang={props.language}
    dir={directionOf(props.language)}
  >
    <For each={partsOf(props.text)}>{(part) => <One part={part} />}</For>
  </div>
);

/** How a translation came about, where a reader should know, and the original one tap away. */
const Origin = (props: { texts: Texts; language: Language }) => {
  const { t, locale } = useI18n();
  const status = () => statusOf(props.texts, props.language);
  const said = () => {
    const by = props.texts[props.language]?.checkedBy;
    if (status() === 'outdated') return t('full-text.outdated');
    if (status() === 'machine') return t('full-text.by-machine');
    return by ? t('full-text.checked', { by }) : undefined;
  };
  const original = () => {
    const found = originalOf(props.texts);
    return (status() === 'outdated' || status() === 'machine') && found;
  };
  return (
    <>
      <Show when={props.language !== locale || said()}>
        <p class="hint row">
          <LanguageLabel language={props.language} /> {said()}
        </p>
      </Show>
      <Show when={original()}>
        {(found) => (
          <Details summary={t('full-text.original')}>
            <PlainText text={found().text} language={found().language} />
          </Details>
        )}
      </Show>
    </>
  );
};

/** A longer text of the place in the reader's language, or in the one it has. */
export const FullText = (props: { texts: Texts; lead?: boolean }) => {
  const { locale } = useI18n();
  return (
    <Show when={readingOf(props.texts, [locale])}>
      {(found) => (
        <div class="reading stack stack-tight">
          <PlainText text={found().text} language={found().language} lead={props.lead ?? false} />
          <Origin texts={props.texts} language={found().language} />
        </div>
      )}
    </Show>
  );
};
