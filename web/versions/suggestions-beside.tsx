import { For, Show, untrack } from 'solid-js';
import { directionOf } from '#shared/locales.ts';
import type { DraftPassageView, RankedSuggestion } from '#shared/versions/views.ts';
import { WhichLanguage } from '#web/contributions/translated-words.tsx';
import { useAddresses } from '#web/consultations/addresses.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { GroupBars } from '#web/opinion/group-bars.tsx';
import { PostForm } from '#web/post-form.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Card } from '#web/ui/card/card.tsx';
import { AboutWords } from './about-words.tsx';

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
        <p class="words" id={contribution.id} lang={read.language} dir={directionOf(read.language)}>
          <a href={to.contribution(contribution.id)}>{read.text}</a>
        </p>
        <WhichLanguage of={contribution} />
        <AboutWords anchor={contribution.anchor} />
        <p class="hint">
          {row?.rank ? t('drafting.place', { rank: number(row.rank) }) : t('drafting.too-little')}
          <Show when={!contribution.passage}> · {t('drafting.whole')}</Show>
        </p>
        <Show when={row && row.missing === 0 && passage.groups.length > 0 ? row : undefined}>
          {(found) => <GroupBars groups={found().groups} labels={passage.groups} />}
        </Show>
        <Show when={!before} fallback={<p class="hint">{t('drafting.cited-before')}</p>}>
          <label class="choice">
            <input
              type="checkbox"
              name="cite"
              value={contribution.id}
              checked={props.chosen}
              disabled={!passage.mayWrite}
              aria-describedby={contribution.id}
            />
            <span>{t('drafting.cite')}</span>
          </label>
        </Show>
      </Card>
    </li>
  );
};

/** What people suggested about a part, then what is about none, the highest ranked first; a tick says that the part takes it up. */
export const SuggestionsBeside = (props: BesideProps) => {
  const { t } = useI18n();
  const form = useForm('cites');
  const { passage } = untrack(() => ({ ...props }));
  const shown = new Set<string>(passage.suggestions.map(({ contribution }) => contribution.id));
  const chosen = (): readonly string[] => form.words('cite') ?? passage.cites;
  return (
    <section class="stack" aria-labelledby="suggested">
      <h2 id="suggested">{t('drafting.suggested')}</h2>
      <Show when={passage.suggestions.length > 0} fallback={<p>{t('drafting.nothing-suggested')}</p>}>
        <PostForm class="stack">
          <FormProblem form={form} />
          <input type="hidden" name="form" value="cites" />
          <input type="hidden" name="version" value={form.version(passage.version)} />
          <For each={passage.cites.filter((one) => !shown.has(one))}>
            {(one) => <input type="hidden" name="cite" value={one} />}
          </For>
          <ul role="list" class="stack stack-tight">
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
            <p>
              <Button look="plain">{t('drafting.cite-save')}</Button>
            </p>
          </Show>
        </PostForm>
      </Show>
    </section>
  );
};
