import { For, Show } from 'solid-js';
import { LANGUAGES, LOCALES } from '#shared/locales.ts';
import { STAFF_NAME_LENGTH } from '#shared/staff/rules.ts';
import type { StaffView } from '#shared/staff/views.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button, LinkButton } from '#web/ui/button/button.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { Select } from '#web/ui/select/select.tsx';
import { Time } from '#web/ui/time/time.tsx';
import { RolesField } from './roles-field.tsx';

/** Asks somebody into office. */
export const InviteForm = () => {
  const { t, locale } = useI18n();
  const form = useForm('invite');
  return (
    <PostForm class="stack">
      <FormProblem form={form} />
      <input type="hidden" name="form" value="invite" />
      <Field
        name="name"
        id={form.id('name')}
        label={t('staff.name')}
        hint={t('staff.name-hint')}
        value={form.word('name') ?? ''}
        error={form.error('name')}
        most={STAFF_NAME_LENGTH}
      />
      <RolesField id={form.id('roles')} chosen={form.words('roles') ?? []} error={form.error('roles')} />
      <Select
        name="locale"
        id={form.id('locale')}
        label={t('staff.locale')}
        error={form.error('locale')}
        chosen={form.word('locale') ?? locale}
        options={LOCALES.map((tag) => ({ value: tag, label: LANGUAGES[tag] }))}
      />
      <Field
        name="email"
        id={form.id('email')}
        type="email"
        label={t('staff.email')}
        hint={t('staff.email-hint')}
        value={form.word('email') ?? ''}
        error={form.error('email')}
      />
      <p>
        <Button>{t('staff.invite')}</Button>
      </p>
    </PostForm>
  );
};

/** Who was asked and has not come yet. */
export const Invitations = (props: { invitations: StaffView['invitations']; zone: string }) => {
  const { t } = useI18n();
  return (
    <Show when={props.invitations.length > 0}>
      <h3>{t('staff.asked')}</h3>
      <ul role="list" class="lines">
        <For each={props.invitations}>
          {(invitation) => (
            <li class="row row-apart">
              <span>
                <strong>
                  <bdi>{invitation.name}</bdi>
                </strong>{' '}
                {invitation.roles.map((role) => t(`desk.role.${role}`)).join(' · ')}{' '}
                <span class="hint">
                  {t('staff.until')} <Time at={invitation.until} zone={props.zone} />
                </span>
              </span>
              <PostForm>
                <input type="hidden" name="form" value="withdraw" />
                <input type="hidden" name="invitation" value={invitation.id} />
                <Button look="plain">{t('staff.withdraw')}</Button>
              </PostForm>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
};

/** The link that this very request made. */
export const MadeLink = (props: { link: string; mailed: boolean; back: string }) => {
  const { t } = useI18n();
  return (
    <>
      <Notice kind="good" title={t(props.mailed ? 'staff.link-mailed' : 'staff.link-made')}>
        <p>{t('staff.link-once')}</p>
      </Notice>
      <p class="invite-link" dir="ltr">
        {props.link}
      </p>
      <p>{t('staff.link-how')}</p>
      <p>
        <LinkButton href={props.back}>{t('staff.link-kept')}</LinkButton>
      </p>
    </>
  );
};
