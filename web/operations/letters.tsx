import { For, Show } from 'solid-js';
import { isTriedAgain } from '#shared/operations/rules.ts';
import type { OperationsView } from '#shared/operations/schema.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Confirm } from '#web/ui/confirm/confirm.tsx';
import { Time } from '#web/ui/time/time.tsx';

type DeadLetter = OperationsView['deadLetters'][number];

const Act = (props: { form: 'retry' | 'drop'; letter: DeadLetter }) => {
  const { t } = useI18n();
  const form = useForm(`${props.form}-${props.letter.id}`);
  return (
    <PostForm class="stack stack-tight">
      <FormProblem form={form} />
      <input type="hidden" name="form" value={`${props.form}-${props.letter.id}`} />
      <input type="hidden" name="act" value={props.form} />
      <input type="hidden" name="letter" value={props.letter.id} />
      <Show when={props.form === 'drop'}>
        <p>{t('operations.letters.drop-what')}</p>
      </Show>
      <p>
        <Button look={props.form === 'drop' ? 'stop' : 'plain'}>
          {t(props.form === 'drop' ? 'operations.letters.drop-yes' : 'operations.letters.retry')}
        </Button>
      </p>
    </PostForm>
  );
};

const One = (props: { letter: DeadLetter; zone: string }) => {
  const { t } = useI18n();
  return (
    <li class="stack stack-tight">
      <h3 class="card-title">{t(`operations.job.${props.letter.job}`)}</h3>
      <p class="hint">
        <Show when={props.letter.subject}>
          <code dir="ltr">{props.letter.subject}</code>
          {' · '}
        </Show>
        <code dir="ltr">{props.letter.code}</code>
      </p>
      <p>
        {t('operations.letters.tries', { count: props.letter.tries })} {t('operations.letters.since')}{' '}
        <Time at={props.letter.since} zone={props.zone} />. {t('operations.letters.last')}{' '}
        <Time at={props.letter.last} zone={props.zone} />.
      </p>
      <Show when={isTriedAgain(props.letter)} fallback={<p>{t('operations.letters.unseen')}</p>}>
        <Show when={!props.letter.isAskedFor} fallback={<p>{t('operations.letters.asked')}</p>}>
          <Act form="retry" letter={props.letter} />
        </Show>
      </Show>
      <Confirm ask={t('operations.letters.drop')}>
        <Act form="drop" letter={props.letter} />
      </Confirm>
    </li>
  );
};

/** Work that failed for good, with what the operator can do about it. */
export const Letters = (props: { letters: readonly DeadLetter[]; zone: string }) => {
  const { t } = useI18n();
  return (
    <section class="stack" aria-labelledby="letters">
      <h2 id="letters">{t('operations.letters.title')}</h2>
      <p>{t('operations.letters.what')}</p>
      <ul role="list" class="lines">
        <For each={props.letters} fallback={<li>{t('operations.letters.none')}</li>}>
          {(letter) => <One letter={letter} zone={props.zone} />}
        </For>
      </ul>
    </section>
  );
};
