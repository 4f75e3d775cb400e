import { Show } from 'solid-js';
import type { useForm } from './forms.ts';
import { ErrorSummary } from './ui/error-summary/error-summary.tsx';

/** Why a form was not taken, above it. */
export const FormProblem = (props: { form: ReturnType<typeof useForm> }) => (
  <Show when={props.form.problem}>
    {(problem) => <ErrorSummary title={problem().title} errors={problem().errors} />}
  </Show>
);
