import { Show } from 'solid-js';
import { FormProblem } from './form-problem.tsx';
import type { Saved, useForm } from './forms.ts';
import { Explanation } from './problems/explanation.tsx';
import { BothTexts } from './ui/both-texts/both-texts.tsx';

/**
 * Why a form was not taken. Where somebody was quicker, both texts say what to do now; everything else is explained in
 * general.
 */
export const FormRefusal = (props: { form: ReturnType<typeof useForm>; saved: readonly Saved[]; leave: string }) => (
  <>
    <FormProblem form={props.form} />
    <Show when={props.form.both(props.saved)} fallback={props.form.problem && <Explanation />}>
      {(texts) => <BothTexts texts={texts()} leave={props.leave} />}
    </Show>
  </>
);
