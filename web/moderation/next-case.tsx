import { useForm } from '#web/forms.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Explanation } from '#web/problems/explanation.tsx';
import { ActButton } from '#web/desk/act-button.tsx';

/** The most urgent case that nobody has: hers with one press. */
export const NextCase = (props: { look?: 'main' | 'plain' }) => {
  const { t } = useI18n();
  const form = useForm('next');
  return (
    <PostForm class="stack stack-tight">
      <FormProblem form={form} />
      <Explanation />
      <input type="hidden" name="form" value="next" />
      <p>
        <ActButton act="next" look={props.look ?? 'main'}>
          {t('cases.next')}
        </ActButton>
      </p>
    </PostForm>
  );
};
