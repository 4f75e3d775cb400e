import { For, Show } from 'solid-js';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import { WhichLanguage } from '#web/contributions/translated-words.tsx';
import { useI18n } from '#web/messages/i18n.ts';
import { Card } from '#web/ui/card/card.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { VoteBar } from '#web/ui/vote-bar/vote-bar.tsx';
import { AffectedSupport, type Answers } from './affected.tsx';
import { Claim } from './claim.tsx';
import { GroupBars } from './group-bars.tsx';
import { HowSure } from './how-sure.tsx';
import { Languages } from './languages.tsx';
import { Numbers } from './numbers.tsx';
import type { Group, ListName, Shown } from './sections.ts';
import { Sentence } from './sentence.tsx';

/** What rows need to know of the result around them. */
export type Around = { consultation: ConsultationId; groups: readonly Group[]; answers: Answers };

type RowProps = { row: Shown; list: ListName; around: Around };

/** One result: one sentence, one bar for each group, how sure we are, and the numbers behind it. */
export const Row = (props: RowProps) => {
  const { t, number } = useI18n();
  const id = () => `${props.list}-${props.row.item}`;
  const labels = () => props.around.groups.map(({ label }) => label);
  return (
    <Card labelledBy={id()}>
      <h3 id={id()} class="result-sentence">
        <Sentence about={props.row} consultation={props.around.consultation} saidBelow />
      </h3>
      <Show when={props.row.contribution}>{(contribution) => <WhichLanguage of={contribution()} />}</Show>
      <Show when={props.row.copies.length > 0}>
        <p>
          <strong>{t('opinion.times', { count: number(props.row.copies.length + 1) })}</strong>
        </p>
      </Show>
      <Show
        when={props.row.missing === 0}
        fallback={<p>{t('opinion.voices-missing', { count: props.row.missing })}</p>}
      >
        <Show when={props.row.reason}>
          {(reason) => <Claim reason={reason()} groups={props.around.groups} votes={props.row.groups} />}
        </Show>
        <Show when={labels().length > 0} fallback={<VoteBar tally={props.row.dealt} />}>
          <GroupBars groups={props.row.groups} labels={labels()} />
        </Show>
        <HowSure row={props.row} />
        <AffectedSupport row={props.row} answers={props.around.answers} />
      </Show>
      <For each={props.row.openDoor}>
        {(change) => <p class="result-aside">{t(`opinion.open-door.${change.only}.${change.list}`)}</p>}
      </For>
      <Show when={props.row.unseenIn.length > 0}>
        <p class="result-aside">
          {t('opinion.unseen-in')} <Languages tags={props.row.unseenIn} />
        </p>
      </Show>
      <Details summary={t('opinion.numbers')}>
        <Numbers row={props.row} labels={labels()} consultation={props.around.consultation} />
      </Details>
    </Card>
  );
};
