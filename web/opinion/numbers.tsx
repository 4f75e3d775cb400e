import { For, Show } from 'solid-js';
import { DOORS } from '#shared/consultations/rules.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import { LANGUAGES, isLanguage } from '#shared/locales.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { votesIn } from '#web/ui/vote-bar/shares.ts';
import { VoteTable } from '#web/ui/vote-bar/vote-bar.tsx';
import { pointsOf } from './certainty.ts';
import { GroupTable } from './group-table.tsx';
import type { Shown } from './sections.ts';
import { Sentence } from './sentence.tsx';

/** Copies of one text are many only in a campaign; their number is always said. */
const MOST_COPIES = 20;

type NumbersProps = { row: Shown; labels: readonly string[]; consultation: ConsultationId };

const Measures = (props: { row: Shown; grouped: boolean }) => {
  const i18n = useI18n();
  const { t } = i18n;
  const percent = (share: number): string => t('opinion.percent', { share: i18n.number(pointsOf(share)) });
  const atLeast = (low: number): string =>
    pointsOf(low) > 0 ? ` (${t('opinion.or-more', { share: percent(low) })})` : '';
  return (
    <dl class="facts">
      <Show when={props.row.rank}>
        {(rank) => (
          <>
            <dt>{t('opinion.rank')}</dt>
            <dd>{i18n.number(rank())}</dd>
          </>
        )}
      </Show>
      <dt>{t('opinion.at-least')}</dt>
      <dd>{percent(props.row.agree.low)}</dd>
      <Show when={props.grouped}>
        <dt>{t('opinion.consensus')}</dt>
        <dd>{percent(props.row.consensus.share) + atLeast(props.row.consensus.low)}</dd>
        <dt>{t('opinion.divisiveness')}</dt>
        <dd>{percent(props.row.divisiveness.gap) + atLeast(props.row.divisiveness.low)}</dd>
      </Show>
      <Show when={props.row.believed < 1}>
        <dt>{t('opinion.believed')}</dt>
        <dd>{percent(props.row.believed)}</dd>
      </Show>
    </dl>
  );
};

const Exposure = (props: { row: Shown }) => {
  const i18n = useI18n();
  const { t } = i18n;
  const exposure = () =>
    Object.entries(props.row.seenIn)
      .filter(([, ballots]) => ballots > 0)
      .sort(([a, one], [b, other]) => other - one || a.localeCompare(b, 'en'));
  return (
    <Show when={exposure().length > 0}>
      <h4>{t('opinion.read-in')}</h4>
      <ul role="list" class="row">
        <For each={exposure()}>
          {([language, ballots]) => (
            <li>
              <bdi lang={language}>{isLanguage(language) ? LANGUAGES[language] : language}</bdi>: {i18n.number(ballots)}
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
};

/** What lies behind a row: by group, by the way voters came in, who could read it, and copies of the same words. */
export const Numbers = (props: NumbersProps) => {
  const { t } = useI18n();
  const rows = () => [
    { name: t('opinion.counted'), tally: props.row.dealt },
    ...DOORS.map((door) => ({ name: t(`opinion.door.${door}`), tally: props.row.doors[door] })).filter(
      ({ tally }) => votesIn(tally) > 0,
    ),
    ...(votesIn(props.row.linked) > 0 ? [{ name: t('opinion.by-link'), tally: props.row.linked }] : []),
  ];
  return (
    <>
      <Show when={props.labels.length > 0}>
        <GroupTable groups={props.row.groups} labels={props.labels} />
      </Show>
      <Measures row={props.row} grouped={props.labels.length > 0} />
      <VoteTable caption={t('opinion.votes')} rows={rows()} />
      <Show when={votesIn(props.row.linked) > 0}>
        <p class="hint">{t('opinion.by-link-why')}</p>
      </Show>
      <Exposure row={props.row} />
      <Show when={props.row.copies.length > 0}>
        <h4>{t('opinion.copies', { count: props.row.copies.length })}</h4>
        <ul class="plain-list">
          <For each={props.row.copies.slice(0, MOST_COPIES)}>
            {(copy) => (
              <li>
                <Sentence about={copy} consultation={props.consultation} />
              </li>
            )}
          </For>
        </ul>
      </Show>
    </>
  );
};
