import { For, Show } from 'solid-js';
import type { RegistrationAnswer } from '#shared/passkeys/schema.ts';
import { PASSKEY_NAME_LENGTH } from '#shared/passkeys/rules.ts';
import { readingOf } from '#shared/reading.ts';
import type { InvitationView } from '#shared/staff/views.ts';
import { Refusal, answer } from '#web/api.ts';
import { withDone } from '#web/done.ts';
import { textOf } from '#web/form-data.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage, type PostAnswer, type Posting } from '#web/page.ts';
import { PasskeyForm, answerIn } from '#web/passkeys/passkey-form.tsx';
import { signInAt } from '#web/passkeys/way-back.ts';
import { WouldBeLost, isHiddenBySigningIn } from '#web/passkeys/would-be-lost.tsx';
import { PostForm } from '#web/post-form.tsx';
import { Explanation } from '#web/problems/explanation.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { Wording } from '#web/ui/reading/reading.tsx';
import { Time } from '#web/ui/time/time.tsx';

type Data = {
  invitation: InvitationView;
  token: string;
  /** She is signed in to an office of hers somewhere. */
  inOffice: boolean;
  wouldBeLost: boolean;
};

const NewAccount = (props: { data: Data }) => {
  const { t, locale } = useI18n();
  const form = useForm('passkey');
  const here = () => `/${locale}/invite/${props.data.token}`;
  return (
    <>
      <h2>{t('staff.passkey')}</h2>
      <p>{t('staff.passkey-what')}</p>
      <WouldBeLost when={props.data.wouldBeLost} />
      <PasskeyForm
        name="passkey"
        what="make"
        label={t('staff.accept')}
        options={(api) => answer(api.invitations[':token'].options.$post({ param: { token: props.data.token } }))}
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
      <p>
        {t('staff.known-here')} <a href={signInAt(locale, here())}>{t('staff.sign-in-first')}</a>
      </p>
    </>
  );
};

const OwnAccount = () => {
  const { t } = useI18n();
  return (
    <>
      <h2>{t('staff.own-account')}</h2>
      <p>{t('staff.own-account-what')}</p>
      <PostForm>
        <input type="hidden" name="form" value="own" />
        <Button>{t('staff.accept-own')}</Button>
      </PostForm>
    </>
  );
};

const InvitePage = (props: { data: Data }) => {
  const { t } = useI18n();
  const invitation = () => props.data.invitation;
  return (
    <div class="stack narrow">
      <FormProblem form={useForm('passkey')} />
      <FormProblem form={useForm('own')} />
      <Explanation />
      <h1>
        {t('staff.invited')} <Wording texts={invitation().place.name} />
      </h1>
      <p class="lead">
        <bdi>{invitation().by}</bdi> {t('staff.invited-by')} <bdi>{invitation().name}</bdi>
      </p>
      <dl class="stack stack-tight">
        <For each={invitation().roles}>
          {(role) => (
            <div>
              <dt>
                <strong>{t(`desk.role.${role}`)}</strong>
              </dt>
              <dd>
                {t(`staff.what.${role}`)} {t(`staff.never.${role}`)}
              </dd>
            </div>
          )}
        </For>
      </dl>
      <p>{t('staff.means')}</p>
      <p class="hint">
        {t('staff.until')} <Time at={invitation().until} zone={invitation().place.timeZone} />
      </p>
      <Show when={props.data.inOffice} fallback={<NewAccount data={props.data} />}>
        <OwnAccount />
      </Show>
    </div>
  );
};

const post = async ({ api, form, params, locale }: Posting): Promise<PostAnswer> => {
  const param = { token: params['token'] ?? '' };
  const accept = api.invitations[':token'].accept;
  const { place } = await answer(api.invitations[':token'].$get({ param }));
  if (textOf(form, 'form') === 'own') {
    await answer(accept.$post({ param, json: {} }));
    return { redirect: withDone(`/${locale}/p/${place.slug}/desk`, 'in-office') };
  }
  const registered = answerIn(form) as RegistrationAnswer | null;
  if (!registered) return { problem: { code: 'passkey-not-valid', errors: [] } };
  const name = textOf(form, 'name');
  await answer(accept.$post({ param, json: { passkey: { name, answer: registered } } }));
  return { redirect: withDone(`/${locale}/me/keys`, 'in-office') };
};

/** The form has no part that is called "passkey". */
const withOwnFields = async (posting: Posting): Promise<PostAnswer> => {
  try {
    return await post(posting);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, errors = [] } = error.problem;
    return {
      problem: { code, errors: errors.map((one) => ({ ...one, pointer: one.pointer.replace(/^\/passkey/, '') })) },
    };
  }
};

export default definePage<Data>({
  cache: 'private',
  load: async ({ api, params }) => {
    const token = params['token'] ?? '';
    const [invitation, me] = await Promise.all([
      answer(api.invitations[':token'].$get({ param: { token } })),
      answer(api.me.$get()),
    ]);
    return { invitation, token, inOffice: me.office === 'open', wouldBeLost: isHiddenBySigningIn(me) };
  },
  head: ({ invitation }, { t, locale }) => ({
    title: `${t('staff.invited')} ${readingOf(invitation.place.name, [locale])?.text ?? ''}`,
  }),
  post: withOwnFields,
  View: InvitePage,
});
