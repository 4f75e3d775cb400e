import { For, Show, untrack } from 'solid-js';
import { unitsOf } from '#shared/documents/arranging.ts';
import { originalOf } from '#shared/translations/rules.ts';
import { NoteFields } from '#web/consultations/note-fields.tsx';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Details } from '#web/ui/details/details.tsx';
import type { WordsData } from './words-form.tsx';

/** The text once more, with a button wherever it can be divided. */
export const DividePart = (props: { data: WordsData }) => {
  const { t } = useI18n();
  const { passage, text, desk } = untrack(() => props.data);
  const form = useForm('divide');
  const original = originalOf(passage.text);
  const { units } = unitsOf(original?.text ?? '');
  return (
    <Show when={text.mayArrange && units.length > 1}>
      <Details summary={t('texts.passage.divide')} open={form.problem !== undefined}>
        <PostForm class="stack stack-tight">
          <input type="hidden" name="form" value="divide" />
          <input type="hidden" name="act" value={`divide ${passage.id}`} />
          <input type="hidden" name="version" value={text.version} />
          <FormProblem form={form} />
          <p>{t('texts.passage.divide-what')}</p>
          <Show when={text.isPublished}>
            <NoteFields name="note" languages={desk.consultation.languages} form={form} />
          </Show>
          <For each={units}>
            {(unit, i) => (
              <>
                <Show when={i() > 0}>
                  <Button look="quiet" name="at" value={String(i())}>
                    {t('texts.passage.divide-here')}
                    <span class="visually-hidden">: {unit.slice(0, 40)}</span>
                  </Button>
                </Show>
                <p class="words" lang={original?.language} dir="auto">
                  {unit}
                </p>
              </>
            )}
          </For>
        </PostForm>
      </Details>
    </Show>
  );
};
