import { Show } from 'solid-js';
import type { OperationsView } from '#shared/operations/schema.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Time } from '#web/ui/time/time.tsx';
import { Figures } from './figures.tsx';

type Mails = NonNullable<OperationsView['mails']>;

const Retry = () => {
  const { t } = useI18n();
  const form = useForm('mails');
  return (
    <PostForm class="stack stack-tight">
      <FormProblem form={form} />
      <input type="hidden" name="form" value="mails" />
      <input type="hidden" name="act" value="mails" />
      <p>
        <Button look="plain">{t('operations.mails.retry')}</Button>
      </p>
    </PostForm>
  );
};

const Waiting = (props: { mails: Mails; zone: string }) => {
  const { t, number } = useI18n();
  const rows = () =>
    props.mails.kinds.map(({ kind, waiting, failed, mostTries, oldest }) => ({
      name: t(`operations.mail.${kind}`),
      cells: [number(waiting), number(failed), number(mostTries), <Time at={oldest} zone={props.zone} />],
    }));
  const hasFailed = () => props.mails.kinds.some(({ failed }) => failed > 0);
  return (
    <>
      <Show when={props.mails.kinds.length > 0} fallback={<p>{t('operations.mails.none')}</p>}>
        <Figures
          title={t('operations.mails.title')}
          columns={[
            { title: t('operations.mails.kind') },
            { title: t('operations.mails.waiting'), isNumber: true },
            { title: t('operations.mails.failed'), isNumber: true },
            { title: t('operations.mails.tries'), isNumber: true },
            { title: t('operations.mails.oldest') },
          ]}
          rows={rows()}
        />
      </Show>
      <p class="hint">
        {t('operations.as-of')} <Time at={props.mails.at} zone={props.zone} />
      </p>
      <Show when={!props.mails.isRetryAsked} fallback={<p>{t('operations.mails.asked')}</p>}>
        <Show when={hasFailed()}>
          <Retry />
        </Show>
      </Show>
    </>
  );
};

/** Mails that have not gone out: how many, of which kind, since when. To whom and what they say is nobody's business. */
export const Mails = (props: { mails: OperationsView['mails']; zone: string }) => {
  const { t } = useI18n();
  return (
    <section class="stack" aria-labelledby="mails">
      <h2 id="mails">{t('operations.mails.title')}</h2>
      <Show when={props.mails} fallback={<p>{t('operations.not-counted')}</p>}>
        {(mails) => <Waiting mails={mails()} zone={props.zone} />}
      </Show>
    </section>
  );
};
