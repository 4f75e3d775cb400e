import { For, Show, untrack } from 'solid-js';
import { readingOf } from '#shared/reading.ts';
import type { CheckView, DraftView } from '#shared/versions/views.ts';
import { AuthorWords } from '#web/contributions/author-words.tsx';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Card } from '#web/ui/card/card.tsx';
import { AboutWords } from './about-words.tsx';

type Unsure = CheckView['unsure'][number];

/** One comment whose place nobody but a person can tell: with what it says, and every part that it may belong to. */
const One = (props: { of: Unsure; draft: DraftView }) => {
  const { t, locale, number } = useI18n();
  const { of, draft } = untrack(() => ({ ...props }));
  const name = `place-${of.contribution.id}`;
  const form = useForm(name);
  const likely = new Map<string, number>(of.possible.map(({ passage, likeness }) => [passage, likeness]));
  const own = of.contribution.passage ?? '';
  const options = draft.passages
    .map((one, i) => ({ id: one.id, label: `${number(i + 1)}. ${readingOf(one.heading, [locale])?.text ?? ''}` }))
    .sort((a, b) => (likely.get(b.id) ?? 0) - (likely.get(a.id) ?? 0));
  const chosen = () => form.word('passage') ?? of.chosen;
  return (
    <Card>
      <AboutWords anchor={of.contribution.anchor} />
      <AuthorWords text={of.contribution.text ?? ''} language={of.contribution.language} />
      <p class="hint">{t(`drafting.why.${of.why}`)}</p>
      <PostForm class="stack stack-tight">
        <FormProblem form={form} />
        <input type="hidden" name="form" value={name} />
        <input type="hidden" name="contribution" value={of.contribution.id} />
        <div class="field">
          <label for={form.id('passage')}>{t('drafting.belongs')}</label>
          <select id={form.id('passage')} name="passage">
            <Show when={own}>
              <option value={own} selected={chosen() === own}>
                {t('drafting.leave-there')}
              </option>
            </Show>
            <For each={options.filter(({ id }) => id !== own)}>
              {(one) => (
                <option value={one.id} selected={chosen() === one.id}>
                  {one.label}
                </option>
              )}
            </For>
          </select>
        </div>
        <p>
          <Button look={of.chosen ? 'quiet' : 'plain'}>{t('drafting.belongs-save')}</Button>
        </p>
      </PostForm>
    </Card>
  );
};

export const UnsureWords = (props: { unsure: CheckView['unsure']; draft: DraftView }) => {
  const { t } = useI18n();
  return (
    <Show when={props.unsure.length > 0} fallback={<p>{t('drafting.unsure-none')}</p>}>
      <p>{t('drafting.unsure-what')}</p>
      <For each={props.unsure}>{(one) => <One of={one} draft={props.draft} />}</For>
    </Show>
  );
};
