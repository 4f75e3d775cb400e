import { createSignal, For, Show, untrack } from 'solid-js';
import { directionOf } from '#shared/locales.ts';
import type { DraftPassageView, RankedSuggestion } from '#shared/versions/views.ts';
import { ActButton } from '#web/desk/act-button.tsx';
import { WhichLanguage } from '#web/contributions/translated-words.tsx';
import { useAddresses } from '#web/consultations/addresses.ts';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { GroupBars } from '#web/opinion/group-bars.tsx';
import { Card } from '#web/ui/card/card.tsx';
import { AboutWords } from './about-words.tsx';
import { PART_FORM } from './passage-forms.tsx';

type BesideProps = { consultation: string; passage: DraftPassageView };

const One = (props: BesideProps & { of: RankedSuggestion; chosen: boolean }) => {
  const { t, number } = useI18n();
  const { of, passage, consultation } = untrack(() => ({ ...props }));
  const { contribution, row } = of;
  const to = useAddresses(consultation);
  const read = contribution.translated ?? contribution;
  const before = passage.citedBefore.includes(contribution.id);
  return (
    <li>
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
        <Show when={!before} fallback={<p class="hint">{t('drafting.cited-before')}</p>}>
          <label class="choice">
            <input
              type="checkbox"
              form={PART_FORM}
              name="cite"
              value={contribution.id}
              checked={props.chosen}
              disabled={!passage.mayWrite}
              aria-describedby={contribution.id}
            />
            <span>{t('drafting.cite')}</span>
          </label>
        </Show>
        <WhichLanguage of={contribution} />
        <AboutWords anchor={contribution.anchor} />
        <p class="hint">
          {row?.rank ? t('drafting.place', { rank: number(row.rank) }) : t('drafting.too-little')}
          <Show when={!contribution.passage}> · {t('drafting.whole')}</Show>
        </p>
        <Show when={row && row.missing === 0 && passage.groups.length > 0 ? row : undefined}>
          {(found) => <GroupBars groups={found().groups} labels={passage.groups} />}
        </Show>
      </Card>
    </li>
  );
};

/**
 * What people suggested about a part, then what is about none, the highest ranked first; a tick says that the part takes
 * it up. Saving stays in sight of whatever is ticked.
 */
export const SuggestionsBeside = (props: BesideProps) => {
  const { t } = useI18n();
  const form = useForm('words');
  const { passage } = untrack(() => ({ ...props }));
  const chosen = (): readonly string[] => form.words('cite') ?? passage.cites;
  const [count, setCount] = createSignal(chosen().length);
  const recount = () =>
    setCount(new FormData(document.querySelector<HTMLFormElement>(`#${PART_FORM}`)!).getAll('cite').length);
  return (
    <section class="stack" aria-labelledby="suggested">
      <h2 id="suggested">{t('drafting.suggested')}</h2>
      <Show when={passage.suggestions.length > 0} fallback={<p>{t('drafting.nothing-suggested')}</p>}>
        <ul role="list" class="stack stack-tight" id={form.id('cite')} onChange={recount}>
          <For each={passage.suggestions}>
            {(one) => (
              <One
                consultation={props.consultation}
                passage={passage}
                of={one}
                chosen={chosen().includes(one.contribution.id)}
              />
            )}
          </For>
        </ul>
        <Show when={passage.mayWrite}>
          <p class="in-sight row row-apart">
            <span>{t('drafting.cites', { count: count() })}</span>
            <ActButton act="save" form={PART_FORM}>
              {t('drafting.part-save')}
            </ActButton>
          </p>
        </Show>
      </Show>
    </section>
  );
};
