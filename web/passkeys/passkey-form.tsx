import { Show, createSignal, type ParentProps } from 'solid-js';
import type { ProblemCode } from '#shared/problems.ts';
import { Refusal, type Api } from '#web/api.ts';
import { textOf } from '#web/form-data.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { useVisit } from '#web/visit.ts';

type PasskeyFormProps = ParentProps<{
  /** The name that it sends as `form`. */
  name: string;
  what: 'make' | 'use';
  label: string;
  /** What the authenticator has to do, from our API. */
  options: (api: Api) => Promise<unknown>;
}>;

type Failure = ProblemCode | 'given-up' | 'not-here';

/**
 * A form whose button asks the device for a passkey, and which then sends the answer along as the field `answer`. Only a
 * script can ask: where there is none, it says so instead.
 */
export const PasskeyForm = (props: PasskeyFormProps) => {
  const visit = useVisit();
  const { t } = useI18n();
  const [busy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<Failure>();
  const ask = async (form: FormData): Promise<void> => {
    setFailure(undefined);
    if (!('PublicKeyCredential' in globalThis)) return void setFailure('not-here');
    setBusy(true);
    try {
      const options = await props.options(visit.api);
      const { askAuthenticator } = await import('./ask-authenticator.ts');
      form.set('answer', await askAuthenticator(props.what, options));
    } catch (error) {
      return void setFailure(error instanceof Refusal ? error.problem.code : 'given-up');
    } finally {
      setBusy(false);
    }
    await visit.submit(form);
  };
  const atOnce = (form: FormData): boolean => {
    if (!busy()) void ask(form);
    return true;
  };
  const said = (code: Failure): string =>
    code === 'given-up' || code === 'not-here' ? t(`passkeys.${code}`) : t(`problem.${code}`);
  return (
    <>
      <p class="without-script">{t('passkeys.needs-script')}</p>
      <PostForm class="stack needs-script" atOnce={atOnce}>
        <input type="hidden" name="form" value={props.name} />
        {props.children}
        <p>
          <Button>{props.label}</Button>
        </p>
        <Show when={failure()}>{(code) => <Notice kind="careful" title={said(code())} spoken />}</Show>
      </PostForm>
    </>
  );
};

/** What the device answered, as the form sends it; null for what no browser of ours sent. The API looks at what it is. */
export const answerIn = (form: FormData): unknown => {
  try {
    return JSON.parse(textOf(form, 'answer'));
  } catch {
    return null;
  }
};
