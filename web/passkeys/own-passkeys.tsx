import { For, Show } from 'solid-js';
import { MOST_PASSKEYS, PASSKEY_NAME_LENGTH } from '#shared/passkeys/rules.ts';
import type { PasskeyView } from '#shared/passkeys/schema.ts';
import { answer } from '#web/api.ts';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Confirm } from '#web/ui/confirm/confirm.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { Time } from '#web/ui/time/time.tsx';
import { PasskeyForm } from './passkey-form.tsx';

/** Only days are kept, so there is no clock to go by. */
const Day = (props: { of: string }) => <Time at={`${props.of}T12:00:00.000Z`} zone="UTC" day />;

const Fields = (props: { form: string; passkey: string }) => (
  <>
    <input type="hidden" name="form" value={props.form} />
    <input type="hidden" name="passkey" value={props.passkey} />
  </>
);

const OnePasskey = (props: { passkey: PasskeyView }) => {
  const { t } = useI18n();
  const naming = () => `name-${props.passkey.id}`;
  const form = useForm(naming());
  return (
    <li class="stack stack-tight">
      <p>
        <strong>
          <bdi>{props.passkey.name}</bdi>
        </strong>{' '}
        <span class="hint">
          {t('passkeys.made')} <Day of={props.passkey.made} /> · {t('passkeys.used')} <Day of={props.passkey.used} />
          <Show when={props.passkey.synced}> · {t('passkeys.synced')}</Show>
        </span>
      </p>
      <Details summary={t('passkeys.rename')} open={form.problem !== undefined}>
        <PostForm class="stack stack-tight">
          <Fields form={naming()} passkey={props.passkey.id} />
          <Field
            name="name"
            id={form.id('name')}
            label={t('passkeys.name')}
            value={form.word('name') ?? props.passkey.name}
            error={form.error('name')}
          />
          <Button look="plain">{t('passkeys.save')}</Button>
        </PostForm>
      </Details>
      <Confirm ask={t('passkeys.remove')}>
        <p>{t('passkeys.remove-what')}</p>
        <PostForm>
          <Fields form={`remove-${props.passkey.id}`} passkey={props.passkey.id} />
          <Button look="stop">{t('passkeys.remove-yes')}</Button>
        </PostForm>
      </Confirm>
    </li>
  );
};

export const Passkeys = (props: { passkeys: readonly PasskeyView[] }) => (
  <Show when={props.passkeys.length > 0}>
    <ul role="list" class="lines">
      <For each={props.passkeys}>{(passkey) => <OnePasskey passkey={passkey} />}</For>
    </ul>
  </Show>
);

/** One more, on this device or on a key that is plugged in. */
export const NewPasskey = (props: { held: number }) => {
  const { t } = useI18n();
  const form = useForm('add');
  return (
    <Show when={props.held < MOST_PASSKEYS} fallback={<p>{t('passkeys.enough')}</p>}>
      <PasskeyForm
        name="add"
        what="make"
        label={t('passkeys.add')}
        options={(api) => answer(api.me.passkeys.options.$post())}
      >
        <Field
          name="name"
          id={form.id('name')}
          label={t('passkeys.new-name')}
          hint={t('passkeys.new-name-hint')}
          value={form.word('name') ?? ''}
          error={form.error('name')}
          most={PASSKEY_NAME_LENGTH}
        />
      </PasskeyForm>
    </Show>
  );
};
