import { createSignal, For, Show, untrack } from 'solid-js';
import type { RankedSuggestion } from '#shared/versions/views.ts';
import { ActButton } from '#web/desk/act-button.tsx';
import { consultationRoom } from '#web/desk/rooms.ts';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { BesideCard, type BesideProps } from './beside-card.tsx';
import { has, Narrow } from './narrow.tsx';
import { PART_FORM } from './passage-forms.tsx';

/**
 * What people suggested about a part, then what is about none, the highest ranked first; a tick says that the part takes
 * it up. Saving stays in sight of whatever is ticked.
 */
export const SuggestionsBeside = (props: BesideProps) => {
  const { t, locale } = useI18n();
  const form = useForm('words');
  const { passage } = untrack(() => ({ ...props }));
  const chosen = (): readonly string[] => form.words('cite') ?? passage.cites;
  const [count, setCount] = createSignal(chosen().length);
  const [looked, look] = createSignal<string[]>([]);
  const fits = (one: RankedSuggestion): boolean => has(one, looked());
  const recount = () =>
    setCount(new FormData(document.querySelector<HTMLFormElement>(`#${PART_FORM}`)!).getAll('cite').length);
  return (
    <section class="stack" aria-labelledby="suggested">
      <h2 id="suggested">{t('drafting.suggested')}</h2>
      <Show when={passage.suggestions.length > 0} fallback={<p>{t('drafting.nothing-suggested')}</p>}>
        <Narrow look={look} count={passage.suggestions.filter(fits).length} />
        <ul role="list" class="stack stack-tight" id={form.id('cite')} onChange={recount}>
          <For each={passage.suggestions}>
            {(one) => (
              <BesideCard
                consultation={props.consultation}
                passage={passage}
                of={one}
                chosen={chosen().includes(one.contribution.id)}
                hidden={!fits(one)}
              />
            )}
          </For>
        </ul>
        <Show when={passage.more > 0}>
          <p>
            <a href={`/${locale}${consultationRoom(props.consultation, 'suggestions')}?list=all`}>
              {t('drafting.more-beside', { count: passage.more })}
            </a>
          </p>
        </Show>
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
