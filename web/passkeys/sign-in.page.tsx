import type { SignInAnswer } from '#shared/passkeys/schema.ts';
import { Refusal, answer } from '#web/api.ts';
import { withDone } from '#web/done.ts';
import { textOf } from '#web/form-data.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage, type PostAnswer, type Posting } from '#web/page.ts';
import { PostForm } from '#web/post-form.tsx';
import { Explanation } from '#web/problems/explanation.tsx';
import { Button, LinkButton } from '#web/ui/button/button.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { PasskeyForm, answerIn } from './passkey-form.tsx';
import { wayBack } from './way-back.ts';
import { WouldBeLost, isHiddenBySigningIn } from './would-be-lost.tsx';

const ByCode = () => {
  const { t } = useI18n();
  const form = useForm('code');
  return (
    <Details summary={t('passkeys.by-code')} open={form.problem !== undefined}>
      <PostForm class="stack">
        <input type="hidden" name="form" value="code" />
        <Field
          name="code"
          id={form.id('code')}
          label={t('passkeys.code')}
          hint={t('passkeys.code-hint')}
          value={form.word('code')}
          error={form.error('code')}
          digits
        />
        <p>
          <Button look="plain">{t('passkeys.continue')}</Button>
        </p>
      </PostForm>
    </Details>
  );
};

type Data = { wouldBeLost: boolean };

const SignInPage = (props: { data: Data }) => {
  const { t, locale } = useI18n();
  const [byPasskey, byCode] = [useForm('passkey'), useForm('code')];
  return (
    <div class="stack narrow">
      <FormProblem form={byPasskey} />
      <FormProblem form={byCode} />
      <Explanation />
      <h1>{t('passkeys.sign-in')}</h1>
      <p class="lead">{t('passkeys.sign-in-what')}</p>
      <WouldBeLost when={props.data.wouldBeLost} />
      <PasskeyForm
        name="passkey"
        what="use"
        label={t('passkeys.by-passkey')}
        options={(api) => answer(api.sessions.passkey.options.$post())}
      />
      <ByCode />
      <h2>{t('passkeys.resident')}</h2>
      <p>{t('passkeys.resident-how')}</p>
      <p>
        <LinkButton href={`/${locale}/return`} look="plain">
          {t('passkeys.by-card')}
        </LinkButton>
      </p>
    </div>
  );
};

const byPasskey = async ({ api, form, url, locale }: Posting): Promise<PostAnswer> => {
  const json = answerIn(form) as SignInAnswer | null;
  if (!json) return { problem: { code: 'passkey-not-valid', errors: [] } };
  const { roles } = await answer(api.sessions.passkey.$post({ json }));
  return { redirect: withDone(wayBack(url, roles.length > 0 ? `/${locale}/desk` : `/${locale}/me`), 'signed-in') };
};

/** After many tries from one address the browser has to work for it first. Whoever came by a code needs a new passkey. */
const byCode = async ({ api, form, locale, prove }: Posting): Promise<PostAnswer> => {
  const code = textOf(form, 'code');
  try {
    await answer(api.sessions.code.$post({ json: { code } }));
  } catch (error) {
    if (!(error instanceof Refusal) || error.problem.code !== 'proof-needed' || !prove) throw error;
    await answer(api.sessions.code.$post({ json: { code, proof: await prove() } }));
  }
  return { redirect: withDone(`/${locale}/me/keys`, 'signed-in') };
};

export default definePage<Data>({
  cache: 'private',
  load: async ({ api }) => ({ wouldBeLost: isHiddenBySigningIn(await answer(api.me.$get())) }),
  head: (_, { t }) => ({ title: t('passkeys.sign-in') }),
  post: (posting) => (textOf(posting.form, 'form') === 'code' ? byCode(posting) : byPasskey(posting)),
  View: SignInPage,
});
