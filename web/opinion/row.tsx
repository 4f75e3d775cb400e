import { For, Show } from 'solid-js';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import { DOORS } from '#shared/consultations/rules.ts';
import type { ResultRow } from '#shared/consultations/views.ts';
import { LANGUAGES, directionOf, isLanguage } from '#shared/locales.ts';
import { addressesOf } from '#web/consultations/addresses.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Card } from '#web/ui/card/card.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { LanguageLabel } from '#web/ui/language-label/language-label.tsx';
import { Wording } from '#web/ui/reading/reading.tsx';
import { SureBar } from '#web/ui/sure-bar/sure-bar.tsx';
import { votesIn } from '#web/ui/vote-bar/shares.ts';
import { VoteBar, VoteTable } from '#web/ui/vote-bar/vote-bar.tsx';
import { certaintyOf } from './certainty.ts';

type RowProps = { row: ResultRow; consultation: ConsultationId };

/** What was voted on, as a link to it. */
export const Sentence = (props: RowProps) => {
  const { locale } = useI18n();
  const to = () => addressesOf(locale, props.consultation);
  return (
    <>
      <Show when={props.row.passage}>
        {(passage) => (
          <a href={to().passage(passage().id)}>
            <Wording texts={passage().heading} />
          </a>
        )}
      </Show>
      <Show when={props.row.contribution}>
        {(contribution) => (
          <a
            class="words"
            href={to().contribution(contribution().id)}
            lang={contribution().language}
            dir={directionOf(contribution().language)}
          >
            {contribution().text}
          </a>
        )}
      </Show>
    </>
  );
};

/** The numbers behind a row: by the way voters came in, what is shown but not counted, and who could read it. */
const Numbers = (props: { row: ResultRow }) => {
  const i18n = useI18n();
  const { t } = i18n;
  const rows = () => [
    { name: t('opinion.counted'), tally: props.row.dealt },
    ...DOORS.map((door) => ({ name: t(`opinion.door.${door}`), tally: props.row.doors[door] })).filter(
      ({ tally }) => votesIn(tally) > 0,
    ),
    ...(votesIn(props.row.linked) > 0 ? [{ name: t('opinion.by-link'), tally: props.row.linked }] : []),
  ];
  const exposure = () => Object.entries(props.row.seenIn)
      .filter(([, ballots]) => ballots > 0)
      .sort(([, a], [, b]) => b - a);
  return (
    <>
      <VoteTable caption={t('opinion.votes')} rows={rows()} />
      <Show when={votesIn(props.row.linked) > 0}>
        <p class="hint">{t('opinion.by-link-why')}</p>
      </Show>
      <Show when={exposure().length > 0}>
        <h4>{t('opinion.read-in')}</h4>
        <ul role="list" class="row">
          <For each={exposure()}>
            {([language, ballots]) => (
              <li>
                <bdi lang={language}>{isLanguage(language) ? LANGUAGES[language] : language}</bdi>:{' '}
                {i18n.number(ballots)}
              </li>
            )}
          </For>
        </ul>
      </Show>
    </>
  );
};

/** One result: one sentence, one bar, how sure we are, and the numbers behind it. */
export const Row = (props: RowProps & { rank?: number }) => {
  const i18n = useI18n();
  const { t, locale } = i18n;
  const id = () => `item-${props.row.item}`;
  const certainty = () => certaintyOf(props.row);
  return (
    <Card labelledBy={id()}>
      <h3 id={id()} class="result-sentence">
        <Show when={props.rank}>{(rank) => <span class="result-rank">{i18n.number(rank())}. </span>}</Show>
        <Sentence row={props.row} consultation={props.consultation} />
      </h3>
      <Show when={props.row.contribution}>
        {(contribution) => (
          <Show when={contribution().language !== locale}>
            <p>
              <LanguageLabel language={contribution().language} />
            </p>
          </Show>
        )}
      </Show>
      <VoteBar tally={props.row.dealt} />
      <div class="result-certainty">
        <p>
          {t('opinion.of-all', { share: i18n.number(Math.round(certainty().share * 100)) })}{' '}
          <strong>{t(`opinion.${certainty().words}`)}</strong>
        </p>
        <SureBar low={certainty().low} share={certainty().share} high={certainty().high} />
      </div>
      <Details summary={t('opinion.numbers')}>
        <Numbers row={props.row} />
      </Details>
    </Card>
  );
};
