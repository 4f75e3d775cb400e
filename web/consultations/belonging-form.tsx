import { For, Show, untrack } from 'solid-js';
import { ANSWER_LENGTH, BELONGING_LENGTH } from '#shared/consultations/rules.ts';
import type { ConsultationView } from '#shared/consultations/views.ts';
import { FormRefusal } from '#web/form-refusal.tsx';
import { useForm, type Saved } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Confirm } from '#web/ui/confirm/confirm.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { TextsField, savedTexts } from '#web/ui/texts-field/texts-field.tsx';
import { useVisit } from '#web/visit.ts';
import { answerKeys } from './belonging-keys.ts';
import { NoteFields } from './note-fields.tsx';

/** The question about affected groups, if the consultation asks one. */
export const BelongingForm = (props: { consultation: ConsultationView }) => {
  const { t, number } = useI18n();
  const form = useForm('belonging');
  const { current } = useVisit();
  const { belonging, languages, draft, version } = untrack(() => props.consultation);
  const keys = answerKeys({ belonging, draft });
  const labelOf = (key: string) => belonging?.answers.find((one) => one.key === key)?.label ?? {};
  const named = (i: number): string => t('consulting.belonging.answer', { number: number(i + 1) });
  const saved = (): Saved[] => [
    ...savedTexts('question', t('consulting.belonging.question'), languages, belonging?.question ?? {}),
    ...savedTexts('why', t('consulting.belonging.why'), languages, belonging?.why ?? {}),
    ...keys.flatMap((key, i) => savedTexts(key, named(i), languages, labelOf(key))),
  ];
  const note = () => (
    <Show when={!draft}>
      <NoteFields name="note" languages={languages} form={form} />
    </Show>
  );
  return (
    <Details summary={t('consulting.belonging.title')} open={belonging !== undefined || form.problem !== undefined}>
      <p>{t('consulting.belonging.what')}</p>
      <PostForm class="stack">
        <input type="hidden" name="form" value="belonging" />
        <input type="hidden" name="version" value={form.version(version)} />
        <FormRefusal form={form} saved={saved()} leave={current.at.url.pathname} />
        <TextsField
          name="question"
          label={t('consulting.belonging.question')}
          languages={languages}
          texts={belonging?.question ?? {}}
          form={form}
          rows={2}
          most={BELONGING_LENGTH}
        />
        <TextsField
          name="why"
          label={t('consulting.belonging.why')}
          languages={languages}
          texts={belonging?.why ?? {}}
          form={form}
          rows={2}
          most={BELONGING_LENGTH}
        />
        <For each={keys}>
          {(key, i) => (
            <TextsField
              name={key}
              label={named(i())}
              hint={i() === 0 ? t('consulting.belonging.answer-hint') : undefined}
              languages={languages}
              texts={labelOf(key)}
              form={form}
              most={ANSWER_LENGTH}
            />
          )}
        </For>
        {note()}
        <p>
          <Button look="plain">{t(draft ? 'consulting.save' : 'consulting.publish-change')}</Button>
        </p>
      </PostForm>
      <Show when={belonging && draft}>
        <Confirm ask={t('consulting.belonging.none')}>
          <PostForm>
            <input type="hidden" name="form" value="no-belonging" />
            <input type="hidden" name="version" value={version} />
            <Button look="stop">{t('consulting.belonging.none')}</Button>
          </PostForm>
        </Confirm>
      </Show>
    </Details>
  );
};
