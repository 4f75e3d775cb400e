import { For, Match, Show, Switch } from 'solid-js';
import { useI18n } from '#web/messages/i18n.ts';
import { LinkButton } from '#web/ui/button/button.tsx';
import { NextLink } from '#web/ui/next-link/next-link.tsx';
import { votesIn } from '#web/ui/vote-bar/shares.ts';
import { VoteBar } from '#web/ui/vote-bar/vote-bar.tsx';
import { Row, type Around } from './row.tsx';
import type { Part, Shown } from './sections.ts';
import { Sentence } from './sentence.tsx';

/** A row of which only one thing can be said: how many voices are missing, or what came by a link. */
const ShortRow = (props: { row: Shown; list: Part['list']; around: Around }) => {
  const { t } = useI18n();
  return (
    <li class="short-result stack stack-tight">
      <p>
        <Sentence about={props.row} consultation={props.around.consultation} />
      </p>
      <Show
        when={props.list === 'linked'}
        fallback={<p class="hint">{t('opinion.voices-missing', { count: props.row.missing })}</p>}
      >
        <p class="hint">{t('opinion.votes-by-link', { count: votesIn(props.row.linked) })}</p>
        <VoteBar tally={props.row.linked} />
      </Show>
    </li>
  );
};

/** One list of the result: all of it on a page of its own, or its beginning and the way to the rest. */
export const ListPart = (props: { part: Part; isWhole: boolean; around: Around }) => {
  const i18n = useI18n();
  const { t } = i18n;
  const list = () => props.part.list;
  const id = () => `list-${list()}`;
  const last = () => props.part.first - 1 + props.part.rows.length;
  const isShort = () => list() === 'too-little' || list() === 'linked';
  return (
    <section class="stack" aria-labelledby={id()}>
      <h2 id={id()}>{t(`opinion.list.${list()}`)}</h2>
      <p>{t(`opinion.list-why.${list()}`)}</p>
      <Show when={props.part.total > 0} fallback={<p class="result-none">{t(`opinion.list-none.${list()}`)}</p>}>
        <Show when={props.isWhole && props.part.total > props.part.rows.length}>
          <p class="hint">
            {t('opinion.range', {
              first: i18n.number(props.part.first),
              last: i18n.number(last()),
              all: i18n.number(props.part.total),
            })}
          </p>
        </Show>
        <Switch>
          <Match when={isShort()}>
            <ul role="list" class="stack stack-tight">
              <For each={props.part.rows}>{(row) => <ShortRow row={row} list={list()} around={props.around} />}</For>
            </ul>
          </Match>
          <Match when={!isShort()}>
            <For each={props.part.rows}>{(row) => <Row row={row} list={list()} around={props.around} />}</For>
          </Match>
        </Switch>
        <Show when={last() < props.part.total}>
          <Show
            when={props.isWhole}
            fallback={
              <p>
                <LinkButton href={`?list=${list()}`} look="plain">
                  {t('opinion.show-all', { list: t(`opinion.list.${list()}`), count: i18n.number(props.part.total) })}
                </LinkButton>
              </p>
            }
          >
            <NextLink href={`?list=${list()}&from=${last()}`} label={t('opinion.next')} />
          </Show>
        </Show>
      </Show>
    </section>
  );
};
