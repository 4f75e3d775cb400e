import { Show } from 'solid-js';
import { CONTRIBUTION_LENGTH } from '#shared/contributions/rules.ts';
import { REPLY_LENGTH } from '#shared/replies/rules.ts';
import { AuthorWords } from '#web/contributions/author-words.tsx';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Confirm } from '#web/ui/confirm/confirm.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { Time } from '#web/ui/time/time.tsx';
import type { Part } from './load.ts';

type Thing = Part['contributions'][number] | Part['replies'][number];

const kindOf = (thing: Thing) => ('target' in thing ? 'reply' : thing.kind);

/** Which words a form is about. */
const Which = (props: { act: 'edit' | 'withdraw'; thing: Thing }) => {
  const reply = () => ('target' in props.thing ? props.thing : undefined);
  return (
    <>
      <input type="hidden" name="form" value={`${props.act}-${props.thing.id}`} />
      <input type="hidden" name="act" value={props.act} />
      <input type="hidden" name="con" value={props.thing.consultation} />
      <Show when={reply()} fallback={<input type="hidden" name="ctr" value={props.thing.id} />}>
        {(one) => (
          <>
            <input type="hidden" name="reply" value={one().id} />
            <input type="hidden" name="root" value={one().root} />
            <input type="hidden" name="target" value={one().target} />
          </>
        )}
      </Show>
    </>
  );
};

const Editing = (props: { thing: Thing; text: string }) => {
  const { t } = useI18n();
  const form = useForm(`edit-${props.thing.id}`);
  return (
    <Details summary={t('participants.edit')} open={form.problem !== undefined}>
      <PostForm class="stack">
        <FormProblem form={form} />
        <Which act="edit" thing={props.thing} />
        <Field
          name="text"
          id={form.id('text')}
          label={t('participants.edit-label')}
          rows={5}
          most={'target' in props.thing ? REPLY_LENGTH : CONTRIBUTION_LENGTH}
          value={form.word('text') ?? props.text}
          error={form.error('text')}
          lang={props.thing.language}
        />
        <p>
          <Button>{t('participants.save')}</Button>
        </p>
      </PostForm>
    </Details>
  );
};

/** Something she wrote: to change it for a quarter of an hour, and to take it back at any time. */
export const OwnWords = (props: { thing: Thing; zone: string }) => {
  const { t } = useI18n();
  const form = useForm(`withdraw-${props.thing.id}`);
  return (
    <li class="card stack stack-tight">
      <p class="hint">
        {t(`participants.a-${kindOf(props.thing)}`)} <Time at={props.thing.at} zone={props.zone} />
      </p>
      <FormProblem form={form} />
      <Show
        when={props.thing.text}
        fallback={<p>{t(`participants.${props.thing.state === 'withheld' ? 'withheld' : 'taken-back'}`)}</p>}
      >
        {(text) => (
          <>
            <AuthorWords text={text()} language={props.thing.language} />
            <Show when={props.thing.editable}>
              <Editing thing={props.thing} text={text()} />
            </Show>
            <Confirm ask={t('participants.withdraw')}>
              <p>{t('participants.withdraw-what')}</p>
              <PostForm>
                <Which act="withdraw" thing={props.thing} />
                <Button look="stop">{t('participants.withdraw-yes')}</Button>
              </PostForm>
            </Confirm>
          </>
        )}
      </Show>
    </li>
  );
};
