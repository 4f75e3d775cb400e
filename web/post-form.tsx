import { createSignal, type ParentProps } from 'solid-js';
import { useVisit } from './visit.ts';

type PostFormProps = ParentProps<{
  class?: string;
  id?: string;
  labelledBy?: string | undefined;
  /** Another page that takes it where there is no script. */
  action?: string | undefined;
  /** It sends files. */
  files?: boolean;
  /** Does it at once in the browser, where that is possible; `false` sends the form after all. */
  atOnce?: (form: FormData) => boolean;
}>;

/**
 * A form that posts to its page's own address, unless it names another. With JavaScript the same post runs in the
 * browser; before it is there, and without it, the form goes the ordinary way. What is wrong is said by our pages, in the
 * reader's language.
 */
export const PostForm = (props: PostFormProps) => {
  const visit = useVisit();
  const [busy, setBusy] = createSignal(false);
  const onSubmit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    // Its button leads to the page in another language, which is loaded anew.
    if (event.submitter?.hasAttribute('formaction')) return;
    event.preventDefault();
    if (busy()) return;
    const form = new FormData(event.currentTarget, event.submitter);
    if (props.atOnce?.(form)) return;
    setBusy(true);
    void visit.submit(form).finally(() => setBusy(false));
  };
  // What a form is stays as it was made: `once` spares every page the code that would look for changes.
  return (
    <form
      method="post"
      action={/*@once*/ props.action}
      enctype={/*@once*/ props.files ? 'multipart/form-data' : undefined}
      novalidate
      class={/*@once*/ props.class}
      id={/*@once*/ props.id}
      aria-labelledby={/*@once*/ props.labelledBy}
      aria-busy={busy()}
      onSubmit={onSubmit}
    >
      {props.children}
    </form>
  );
};
