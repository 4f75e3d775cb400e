import { Show } from 'solid-js';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button } from '#web/ui/button/button.tsx';

type AskTranslationProps = {
  /** She takes part here, and may ask. */
  joined: boolean;
  /** Where she can, otherwise. */
  join: string;
  /** The service that does it at once, where the place has one. */
  translator: string | undefined;
};

/** For words that nobody has brought into the reader's language yet. */
export const AskTranslation = (props: AskTranslationProps) => {
  const { t } = useI18n();
  const form = useForm('ask-translation');
  return (
    <Show
      when={props.joined}
      fallback={
        <p>
          <a href={props.join}>{t('translation-wanted.join-first')}</a>
        </p>
      }
    >
      <PostForm class="short-result stack stack-tight">
        <input type="hidden" name="form" value="ask-translation" />
        <FormProblem form={form} />
        <p>
          <Button look="plain">{t('translation-wanted.ask')}</Button>
        </p>
        <p class="hint">
          <Show when={props.translator} fallback={t('translation-wanted.ask-people')}>
            {(service) => t('translation-wanted.ask-machine', { service: service() })}
          </Show>
        </p>
      </PostForm>
    </Show>
  );
};
