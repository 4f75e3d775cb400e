import { For, Show } from 'solid-js';
import type { MyData } from '#shared/participants/my-data.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button, LinkButton } from '#web/ui/button/button.tsx';
import { Confirm } from '#web/ui/confirm/confirm.tsx';
import { Time } from '#web/ui/time/time.tsx';
import { SmallForm } from './page-problem.tsx';

/** Only days are kept, so there is no clock to go by. */
const Day = (props: { of: string }) => <Time at={`${props.of}T12:00:00.000Z`} zone="UTC" day />;

const SignOut = (props: { hasWayBack: boolean }) => {
  const { t, locale } = useI18n();
  const Form = () => (
    <PostForm>
      <SmallForm act="sign-out" />
      <Button look={props.hasWayBack ? 'plain' : 'stop'}>{t('participants.sign-out')}</Button>
    </PostForm>
  );
  return (
    <Show when={!props.hasWayBack} fallback={<Form />}>
      <Confirm ask={t('participants.sign-out')}>
        <p>{t('participants.sign-out-no-card')}</p>
        <LinkButton href={`/${locale}/me/card`}>{t('participants.make-card')}</LinkButton>
        <Form />
      </Confirm>
    </Show>
  );
};

/** Where she is signed in, and the way out of each. */
export const Devices = (props: { sessions: MyData['sessions']; hasWayBack: boolean }) => {
  const { t } = useI18n();
  return (
    <ul role="list" class="lines">
      <For each={props.sessions}>
        {(session) => (
          <li class="row row-apart">
            <span>
              <strong>{t(session.current ? 'participants.this-device' : 'participants.other-device')}</strong>{' '}
              <span class="hint">
                {t('participants.since')} <Day of={session.since} /> · {t('participants.last-seen')}{' '}
                <Day of={session.lastSeen} />
              </span>
            </span>
            <Show when={!session.current} fallback={<SignOut hasWayBack={props.hasWayBack} />}>
              <PostForm>
                <SmallForm act="session" />
                <input type="hidden" name="ses" value={session.id} />
                <Button look="plain">{t('participants.end-session')}</Button>
              </PostForm>
            </Show>
          </li>
        )}
      </For>
    </ul>
  );
};
