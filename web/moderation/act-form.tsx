import { Show, type ParentProps } from 'solid-js';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { PostForm } from '#web/post-form.tsx';
import { Explanation } from '#web/problems/explanation.tsx';

type ActForm = ParentProps<{ name: string; version: number; form?: ReturnType<typeof useForm> }>;

/** A form that does one thing to the case as it was seen. */
export const ActForm = (props: ActForm) => {
  const form = props.form ?? useForm(props.name);
  return (
    <PostForm class="stack stack-tight">
      <FormProblem form={form} />
      <Show when={form.problem}>
        <Explanation />
      </Show>
      <input type="hidden" name="form" value={props.name} />
      <input type="hidden" name="version" value={props.version} />
      {props.children}
    </PostForm>
  );
};
