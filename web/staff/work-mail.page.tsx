import { Show } from 'solid-js';
import { LANGUAGES, LOCALES, isLocale } from '#shared/locales.ts';
import { RHYTHMS } from '#shared/staff/rules.ts';
import type { WorkMail } from '#shared/staff/schema.ts';
import { answer } from '#web/api.ts';
import { withDone } from '#web/done.ts';
import { textOf } from '#web/form-data.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Elsewhere, definePage, type PostAnswer, type Posting } from '#web/page.ts';
import { signInAt } from '#web/passkeys/way-back.ts';
import { PostForm } from '#web/post-form.tsx';
import { Explanation } from '#web/problems/explanation.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { ChoiceGroup } from '#web/ui/choice/choice.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { Select } from '#web/ui/select/select.tsx';

type Data = { mail?: WorkMail };

const WorkMailPage = (props: { data: Data }) => {
  const { t, locale } = useI18n();
  const form = useForm('work-mail');
  return (
    <div class="stack narrow">
      <FormProblem form={form} />
      <Explanation />
      <h1>{t('staff.mail')}</h1>
      <p class="lead">{t('staff.mail-what')}</p>
      <PostForm class="stack">
        <input type="hidden" name="form" value="work-mail" />
        <Field
          name="email"
          id={form.id('email')}
          type="email"
          autocomplete="email"
          label={t('staff.mail-address')}
          hint={t('staff.mail-address-hint')}
          value={form.word('email') ?? props.data.mail?.email ?? ''}
          error={form.error('email')}
        />
        <Select
          name="locale"
          id={form.id('locale')}
          label={t('staff.mail-locale')}
          chosen={form.word('locale') ?? props.data.mail?.locale ?? locale}
          options={LOCALES.map((tag) => ({ value: tag, label: LANGUAGES[tag] }))}
        />
        <ChoiceGroup
          kind="radio"
          name="rhythm"
          id={form.id('rhythm')}
          legend={t('staff.rhythm')}
          error={form.error('rhythm')}
          chosen={form.words('rhythm') ?? [props.data.mail?.rhythm ?? 'daily']}
          options={RHYTHMS.map((rhythm) => ({ value: rhythm, label: t(`staff.rhythms.${rhythm}`) }))}
        />
        <p>
          <Button>{t('staff.save')}</Button>
        </p>
      </PostForm>
      <Show when={props.data.mail}>
        <PostForm>
          <input type="hidden" name="form" value="remove" />
          <Button look="plain">{t('staff.mail-remove')}</Button>
        </PostForm>
      </Show>
    </div>
  );
};

const post = async ({ api, form, url, locale }: Posting): Promise<PostAnswer> => {
  const mail = api.me['work-mail'];
  const [wanted, email] = [textOf(form, 'locale'), textOf(form, 'email').trim()];
  if (textOf(form, 'form') === 'remove') await answer(mail.$delete());
  else {
    const rhythm = RHYTHMS.find((one) => one === textOf(form, 'rhythm')) ?? 'daily';
    await answer(mail.$put({ json: { email, rhythm, locale: isLocale(wanted) ? wanted : locale } }));
  }
  return { redirect: withDone(url.pathname, 'settings-saved') };
};

export default definePage<Data>({
  cache: 'private',
  load: async ({ api, locale }) => {
    const { office, signedIn } = await answer(api.me.$get());
    if (office === 'none' && signedIn) return null;
    if (office !== 'open') throw new Elsewhere(signInAt(locale, `/${locale}/me/work-mail`));
    return answer(api.me['work-mail'].$get());
  },
  head: (_, { t }) => ({ title: t('staff.mail') }),
  post,
  View: WorkMailPage,
});
