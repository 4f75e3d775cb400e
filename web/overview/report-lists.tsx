import { For, Show } from 'solid-js';
import type { ListBeginning, ReportView } from '#shared/overview/schema.ts';
import type { ItemResult } from '#shared/opinion/schema.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { pointsOf } from '#web/opinion/certainty.ts';
import { PlainSentence } from '#web/opinion/sentence.tsx';
import type { Named } from '#web/opinion/sections.ts';
import { ORDER } from '#web/ui/vote-bar/shares.ts';

type Line = { about: Named; rank: number | undefined; figures: Omit<ItemResult, 'rank'> | undefined };

/** A list as a table that can be read on paper: words, place, votes, each group's agreement, and how sure. */
const Table = (props: { title: string; lines: readonly Line[]; labels: readonly string[] }) => {
  const { t, number } = useI18n();
  const percent = (share: number): string => t('opinion.percent', { share: number(pointsOf(share)) });
  const sure = ({ agree, missing }: NonNullable<Line['figures']>): string =>
    missing > 0 ? t('opinion.voices-missing', { count: missing }) : `${percent(agree.low)} – ${percent(agree.high)}`;
  return (
    <div class="scroll-sideways" tabindex="0" role="group" aria-label={props.title}>
      <table class="results-table report-table">
        <caption class="visually-hidden">{props.title}</caption>
        <thead>
          <tr>
            <th scope="col" class="number">
              {t('opinion.rank')}
            </th>
            <th scope="col">{t('opinion.sentence')}</th>
            <For each={ORDER}>
              {(choice) => (
                <th scope="col" class="number">
                  {t(`ui.choice.${choice}`)}
                </th>
              )}
            </For>
            <For each={props.labels}>
              {(label) => (
                <th scope="col" class="number">
                  {t('overview.agree-in', { group: label })}
                </th>
              )}
            </For>
            <th scope="col" class="number">
              {t('overview.agree-range')}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.lines}>
            {({ about, rank, figures }) => (
              <tr>
                <td class="number">{rank ? number(rank) : '–'}</td>
                <th scope="row">
                  <PlainSentence about={about} />
                </th>
                <For each={ORDER}>{(choice) => <td class="number">{number(figures?.dealt[choice] ?? 0)}</td>}</For>
                <For each={props.labels}>
                  {(label) => {
                    const group = figures?.groups[label];
                    return <td class="number">{group && group.seen > 0 ? percent(group.share) : '–'}</td>;
                  }}
                </For>
                <td class="number">{figures ? sure(figures) : '–'}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
};

const lineOf = ({
  contribution: { item, id, text, language, translated },
  rank,
  figures,
}: ListBeginning['rows'][number]): Line => ({
  about: { item, contribution: { id, text, language, translated } },
  rank,
  figures,
});

/** What has no place yet stands in a list of its own. */
const printed = ({ list, rows }: ListBeginning): ListBeginning['rows'] =>
  list === 'all' ? rows.filter(({ rank }) => rank !== undefined) : rows;
const isCut = ({ rows, total, list }: ListBeginning): boolean =>
  rows.length < total && (list !== 'all' || rows.at(-1)?.rank !== undefined);

/** Every list and the whole text. Of long lists the strongest stand here; where the rest is stands below them. */
export const ReportLists = (props: { report: ReportView; count: NonNullable<ReportView['count']> }) => {
  const { t, number } = useI18n();
  const labels = () => props.count.groups.list.map(({ label }) => label);
  return (
    <>
      <For each={props.count.lists}>
        {(one) => (
          <Show when={printed(one).length > 0}>
            <section class="stack stack-tight" aria-labelledby={`list-${one.list}`}>
              <h2 id={`list-${one.list}`}>{t(`suggestions.lists.${one.list}`)}</h2>
              <Table title={t(`suggestions.lists.${one.list}`)} lines={printed(one).map(lineOf)} labels={labels()} />
              <Show when={isCut(one)}>
                <p class="hint">{t('overview.first-of', { shown: number(one.rows.length), all: number(one.total) })}</p>
              </Show>
            </section>
          </Show>
        )}
      </For>
      <Show when={props.report.passages.length > 0}>
        <section class="stack stack-tight" aria-labelledby="passages">
          <h2 id="passages">{t('opinion.list.passages')}</h2>
          <Table
            title={t('opinion.list.passages')}
            lines={props.report.passages.map(({ passage, figures }) => ({
              about: { item: 0, passage },
              rank: figures.rank ?? undefined,
              figures,
            }))}
            labels={labels()}
          />
        </section>
      </Show>
    </>
  );
};
