import { For, Show, untrack } from 'solid-js';
import type { Language } from '#shared/locales.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Confirm } from '#web/ui/confirm/confirm.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { Field } from '#web/ui/field/field.tsx';

type OwnWordsProps = {
  /** Tells these forms apart from others of the page. */
  name: string;
  text: string;
  length: number;
  language: Language;
  mayEdit: boolean;
  /** What the forms send along. */
  fields?: Record<string, string>;
};

const Hidden = (props: { fields: Record<string, string> }) => (
  <For each={Object.entries(props.fields)}>{([name, value]) => <input type="hidden" name={name} value={value} />}</For>
);

/** What an author may do with her own words: change them for a quarter of an hour, take them back at any time. */
export const OwnWords = (props: OwnWordsProps) => {
  const { t } = useI18n();
  const edit = useForm(`edit-${untrack(() => props.name)}`);
  return (
    <>
      <Show when={props.mayEdit}>
        <Details summary={t('contributions.edit')} open={edit.problem !== undefined}>
          <PostForm class="stack stack-tight">
            <FormProblem form={edit} />
            <Hidden fields={{ form: `edit-${props.name}`, act: 'edit', ...props.fields }} />
            <Field
              name="text"
              id={edit.id('text')}
              label={t('contributions.change-to')}
              hint={t('contributions.edit-hint')}
              rows={4}
              most={props.length}
              value={edit.word('text') ?? props.text}
              error={edit.error('text')}
              lang={props.language}
            />
            <Button>{t('contributions.save')}</Button>
          </PostForm>
        </Details>
      </Show>
      <Confirm ask={t('contributions.withdraw')}>
        <p>{t('contributions.withdraw-means')}</p>
        <PostForm>
          <Hidden fields={{ form: `withdraw-${props.name}`, act: 'withdraw', ...props.fields }} />
          <Button look="stop">{t('contributions.withdraw-yes')}</Button>
        </PostForm>
      </Confirm>
    </>
  );
};
