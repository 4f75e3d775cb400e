import { Match, Show, Switch, createSignal, onMount, type ParentProps } from 'solid-js';
import type { ProblemCode } from '#shared/problems.ts';
import { Refusal, type Api } from '#web/api.ts';
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

/**
 * A form whose button asks the device for a passkey, and which then sends the answer along as the field `answer`. Only a
 * script can ask; where there is none, or no passkey, it says so and shows no button.
 */
export const PasskeyForm = (props: PasskeyFormProps) => {
  const visit = useVisit();
  const { t } = useI18n();
  const [can, setCan] = createSignal<boolean>();
  const [busy, setBusy] = createSignal(false);
  const [failed, setFailed] = createSignal<ProblemCode | 'given-up'>();
  onMount(() => setCan('PublicKeyCredential' in globalThis));
  const ask = async (form: FormData): Promise<void> => {
    setBusy(true);
    setFailed(undefined);
    try {
      const options = await props.options(visit.api);
      const { askAuthenticator } = await import('./ask-authenticator.ts');
      form.set('answer', await askAuthenticator(props.what, options));
    } catch (error) {
      setFailed(error instanceof Refusal ? error.problem.code : 'given-up');
      return;
    } finally {
      setBusy(false);
    }
    await visit.submit(form);
  };
  const atOnce = (form: FormData): boolean => {
    if (!busy()) void ask(form);
    return true;
  };
  const reason = () => {
    const code = failed();
    return code === undefined || code === 'given-up' ? t('passkeys.given-up') : t(`problem.${code}`);
  };
  return (
    <Switch fallback={<p>{t('passkeys.needs-script')}</p>}>
      <Match when={can() === false}>
        <Notice kind="careful" title={t('passkeys.not-here')} />
      </Match>
      <Match when={can()}>
        <PostForm class="stack" atOnce={atOnce}>
          <input type="hidden" name="form" value={props.name} />
          {props.children}
          <p>
            <Button disabled={busy()}>{props.label}</Button>
          </p>
          <Show when={failed()}>
            <Notice kind="careful" title={reason()} spoken />
          </Show>
        </PostForm>
      </Match>
    </Switch>
  );
};

/** What the device answered, as the form sends it; null for what no browser of ours sent. */
export const answerIn = <Answer,>(form: FormData): Answer | null => {
  try {
    return JSON.parse(String(form.get('answer'))) as Answer | null;
  } catch {
    return null;
  }
};
