import { For, Show } from 'solid-js';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import { directionOf } from '#shared/locales.ts';
import type { DeskSuggestion, SuggestionsPage } from '#shared/suggestions/views.ts';
import { WhichLanguage } from '#web/contributions/translated-words.tsx';
import { useI18n } from '#web/messages/i18n.ts';
import { GroupBars } from '#web/opinion/group-bars.tsx';
import { HowSure } from '#web/opinion/how-sure.tsx';
import { Numbers } from '#web/opinion/numbers.tsx';
import { Card } from '#web/ui/card/card.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { LaterDetails } from '#web/ui/details/later-details.tsx';
import { VoteBar } from '#web/ui/vote-bar/vote-bar.tsx';

/** What people say about it: one bar for each group, how sure, and the numbers behind it. */
export const Figures = (props: {
  row: DeskSuggestion;
  groups: readonly string[];
  consultation: ConsultationId;
  inLongList?: boolean;
}) => {
  const { t } = useI18n();
  const { contribution, rank = null } = props.row;
  const numbers = (figures: NonNullable<DeskSuggestion['figures']>) => (
    <Numbers
      row={{ ...figures, rank, item: contribution.item, copies: [], openDoor: [], affected: [] }}
      labels={props.groups}
      consultation={props.consultation}
    />
  );
  return (
    <Show when={props.row.figures} fallback={<p class="hint">{t('suggestions.not-new')}</p>}>
      {(figures) => (
        <>
          <Show
            when={figures().missing === 0}
            fallback={<p class="hint">{t('opinion.voices-missing', { count: figures().missing })}</p>}
          >
            <Show when={props.groups.length > 0} fallback={<VoteBar tally={figures().dealt} />}>
              <GroupBars groups={figures().groups} labels={props.groups} />
            </Show>
            <HowSure row={figures()} />
          </Show>
          <Show
            when={props.inLongList}
            fallback={<Details summary={t('opinion.numbers')}>{numbers(figures())}</Details>}
          >
            <LaterDetails summary={t('opinion.numbers')}>{numbers(figures())}</LaterDetails>
          </Show>
        </>
      )}
    </Show>
  );
};

/** Tags, who looks after it, what became of it: what is there, on one line. */
export const WorkLine = (props: { row: DeskSuggestion; colleagues: SuggestionsPage['colleagues'] }) => {
  const { t } = useI18n();
  const { work, standsFor } = props.row;
  const name = () => props.colleagues.find(({ participant }) => participant === work.assigned?.to)?.name;
  const said = () => [
    ...(standsFor > 0 ? [t('suggestions.stands-for', { count: standsFor })] : []),
    ...(work.outcome ? [t(`suggestions.outcomes.${work.outcome.outcome}`)] : []),
    ...(name() ? [t('suggestions.look-after', { name: name() ?? '' })] : []),
    ...work.tags.map((tag) => `#${tag}`),
  ];
  return (
    <Show when={said().length > 0}>
      <ul role="list" class="row">
        <For each={said()}>
          {(one) => (
            <li>
              <bdi>{one}</bdi>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
};

type RowProps = {
  row: DeskSuggestion;
  page: Pick<SuggestionsPage, 'groups' | 'colleagues'>;
  consultation: ConsultationId;
  href: string;
  mayWork: boolean;
  /** In a list where many are worked on at once; `ids`: where errors of the form lead to. */
  choosing?: { chosen: boolean; stands: boolean; ids?: { of: string; into: string } } | undefined;
  /** In a list that is filtered and paged. */
  inLongList?: boolean;
  /** Where the same suggestion may stand in several lists of a page. */
  idFor?: string;
};

/** One suggestion in the list, to be opened or chosen. */
export const SuggestionRow = (props: RowProps) => {
  const { t, number } = useI18n();
  const { contribution, work, version, rank } = props.row;
  const shown = contribution.translated ?? contribution;
  const id = () => (props.idFor ? `${props.idFor}-${contribution.id}` : contribution.id);
  return (
    <Card labelledBy={id()}>
      <h3 class="result-sentence" id={id()}>
        <Show when={rank}>{(place) => <>{number(place())}. </>}</Show>
        <Show when={props.mayWork} fallback={<bdi lang={shown.language}>{shown.text}</bdi>}>
          <a class="words" href={props.href} lang={shown.language} dir={directionOf(shown.language)}>
            {shown.text}
          </a>
        </Show>
      </h3>
      <WhichLanguage of={contribution} />
      <WorkLine row={props.row} colleagues={props.page.colleagues} />
      <Figures
        row={props.row}
        groups={props.page.groups}
        consultation={props.consultation}
        inLongList={props.inLongList ?? false}
      />
      <Show when={props.choosing}>
        {(choosing) => (
          <div class="row">
            <label class="choice">
              <input
                type="checkbox"
                name="of"
                id={choosing().ids?.of}
                value={`${contribution.id} ${work.version} ${version}`}
                checked={choosing().chosen}
                aria-describedby={contribution.id}
              />
              <span>{t('suggestions.choose')}</span>
            </label>
            <label class="choice">
              <input
                type="radio"
                name="into"
                id={choosing().ids?.into}
                value={contribution.id}
                checked={choosing().stands}
                aria-describedby={contribution.id}
              />
              <span>{t('suggestions.stands')}</span>
            </label>
          </div>
        )}
      </Show>
    </Card>
  );
};
