import { Show } from 'solid-js';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { Explanation } from '#web/problems/explanation.tsx';
import { useVisit } from '#web/visit.ts';

/** The name that forms without words of their own send: why one was refused is said at the top of the page. */
const SMALL_FORM = 'small';
const WITHDRAWING = 'withdraw-';

export const PageProblem = () => {
  const { current } = useVisit();
  const name = current.words?.['form']?.[0] ?? '';
  const form = useForm(name);
  return (
    <Show when={name === SMALL_FORM || name.startsWith(WITHDRAWING)}>
      <FormProblem form={form} />
      <Explanation />
    </Show>
  );
};

/** What such a form sends along to say what it is for. */
export const SmallForm = (props: { act: string }) => (
  <>
    <input type="hidden" name="form" value={SMALL_FORM} />
    <input type="hidden" name="act" value={props.act} />
  </>
);
