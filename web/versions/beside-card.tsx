import { Show, untrack } from 'solid-js';
import { directionOf } from '#shared/locales.ts';
import type { DraftPassageView, RankedSuggestion } from '#shared/versions/views.ts';
import { WhichLanguage } from '#web/contributions/translated-words.tsx';
import { useAddresses } from '#web/consultations/addresses.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { GroupBars } from '#web/opinion/group-bars.tsx';
import { Card } from '#web/ui/card/card.tsx';
import { AboutWords } from './about-words.tsx';
import { PART_FORM } from './passage-forms.tsx';

export type BesideProps = { consultation: string; passage: DraftPassageView };

/** For whoever reads: which suggestions the part takes up. */
const TakenUp = (props: { before: boolean; now: boolean }) => {
  const { t } = useI18n();
  return (
    <Show when={props.before || props.now}>
      <p class="hint">{t(props.before ? 'drafting.cited-before' : 'drafting.cite')}</p>
    </Show>
  );
};

/** One suggestion beside a part of a draft: whoever writes takes it up with a tick. */
export const BesideCard = (props: BesideProps & { of: RankedSuggestion; chosen: boolean; hidden: boolean }) => {
  const { t, number } = useI18n();
  const { of, passage, consultation } = untrack(() => ({ ...props }));
  const { contribution, row } = of;
  const to = useAddresses(consultation);
  const read = contribution.translated ?? contribution;
  const before = passage.citedBefore.includes(contribution.id);
  // Whoever reads a shared draft without being shown the count learns nothing of it, least of all that few have voted.
  const rank = () => (row?.rank ? t('drafting.place', { rank: number(row.rank) }) : t('drafting.too-little'));
  const place = () =>
    [...(row || passage.mayWrite ? [rank()] : []), ...(contribution.passage ? [] : [t('drafting.whole')])].join(' · ');
  return (
    <li hidden={props.hidden}>
      <Card labelledBy={contribution.id}>
        <h3 class="result-sentence" id={contribution.id}>
          <a
            class="words"
            href={to.contribution(contribution.id)}
            lang={read.language}
            dir={directionOf(read.language)}
          >
            {read.text}
          </a>
        </h3>
        <Show when={passage.mayWrite && !before} fallback={<TakenUp before={before} now={props.chosen} />}>
          <label class="choice">
            <input
              type="checkbox"
              form={PART_FORM}
              name="cite"
              value={contribution.id}
              checked={props.chosen}
              aria-describedby={contribution.id}
            />
            <span>{t('drafting.cite')}</span>
          </label>
        </Show>
        <WhichLanguage of={contribution} />
        <AboutWords anchor={contribution.anchor} />
        <Show when={place()}>
          <p class="hint">{place()}</p>
        </Show>
        <Show when={row && row.missing === 0 && passage.groups.length > 0 ? row : undefined}>
          {(found) => <GroupBars groups={found().groups} labels={passage.groups} />}
        </Show>
      </Card>
    </li>
  );
};
