import { Show } from 'solid-js';
import { GROUNDS } from '#shared/consultations/rules.ts';
import { LANGUAGES } from '#shared/locales.ts';
import { NOTICE_KINDS } from '#shared/moderation/kinds.ts';
import { NOTICE_LENGTH, NOTIFIER_NAME_LENGTH } from '#shared/moderation/rules.ts';
import type { Own } from '#web/consultations/load.ts';
import { LanguageField } from '#web/contributions/language-field.tsx';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Explanation } from '#web/problems/explanation.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { ChoiceGroup, Tick } from '#web/ui/choice/choice.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { Select } from '#web/ui/select/select.tsx';
import type { Found } from './load-reported.ts';

type Form = ReturnType<typeof useForm>;

/** Who she is, if she wants to say so: with it the law gives her more. */
const Notifier = (props: { form: Form }) => {
  const { t } = useI18n();
  const isGiven = () => Boolean(props.form.word('name') || props.form.word('email'));
  return (
    <Details summary={t('notices.who')} open={isGiven()}>
      <p>{t('notices.who-why')}</p>
      <Field
        name="name"
        id={props.form.id('name')}
        label={t('notices.name')}
        most={NOTIFIER_NAME_LENGTH}
        value={props.form.word('name')}
        error={props.form.error('name')}
        autocomplete="name"
      />
      <Field
        name="email"
        id={props.form.id('email')}
        type="email"
        label={t('notices.email')}
        hint={t('notices.email-hint')}
        value={props.form.word('email')}
        error={props.form.error('email')}
        autocomplete="email"
      />
      <Tick
        name="goodFaith"
        id={props.form.id('goodFaith')}
        label={t('notices.good-faith')}
        checked={props.form.word('goodFaith') === 'yes'}
      />
    </Details>
  );
};

/** Which of what stands there: the words or the name above them, or one of the translations. */
const Which = (props: { found: Found; form: Form; translation: string | undefined }) => {
  const { t } = useI18n();
  const name = () => (props.found.kind === 'words' ? props.found.name : undefined);
  const translations = () => (props.found.kind === 'passage' ? props.found.translations : undefined);
  return (
    <>
      <Show when={name()}>
        {(given) => (
          <ChoiceGroup
            kind="radio"
            name="what"
            id={props.form.id('what')}
            legend={t('notices.what')}
            options={[
              { value: 'words', label: t('notices.what-words') },
              { value: 'name', label: t('notices.what-name', { name: given() }) },
            ]}
            chosen={[props.form.word('what') ?? 'words']}
          />
        )}
      </Show>
      <Show when={translations()}>
        {(given) => (
          <Select
            name="translation"
            id={props.form.id('translation')}
            label={t('notices.which-translation')}
            options={given().map(({ language }) => ({ value: language, label: LANGUAGES[language] }))}
            chosen={props.form.word('translation') ?? props.translation ?? ''}
          />
        )}
      </Show>
    </>
  );
};

/** A report on one page: what kind, why, and, if she wants, who she is. */
export const ReportForm = (props: { found: Found; own: Own; translation: string | undefined }) => {
  const { t } = useI18n();
  const form = useForm('report');
  return (
    <PostForm class="report-form stack">
      <FormProblem form={form} />
      <Explanation />
      <input type="hidden" name="form" value="report" />
      <Which found={props.found} form={form} translation={props.translation} />
      <ChoiceGroup
        kind="radio"
        name="kind"
        id={form.id('kind')}
        legend={t('notices.kind')}
        options={NOTICE_KINDS.map((kind) => ({
          value: kind,
          label: t(`moderation.kind.${kind}`),
          hint: t(`notices.kind-hint.${kind}`),
        }))}
        chosen={[form.word('kind') ?? '']}
        error={form.error('kind')}
      />
      <div class="report-grounds">
        <Details summary={t('notices.grounds')} open={(form.words('grounds')?.length ?? 0) > 0}>
          <ChoiceGroup
            kind="checkbox"
            name="grounds"
            id={form.id('grounds')}
            legend={t('notices.grounds-legend')}
            options={GROUNDS.map((ground) => ({ value: ground, label: t(`topics.ground.${ground}`) }))}
            chosen={form.words('grounds') ?? []}
            beside
          />
        </Details>
      </div>
      <Field
        name="why"
        id={form.id('why')}
        label={t('notices.why')}
        hint={t('notices.why-hint')}
        rows={4}
        most={NOTICE_LENGTH}
        value={form.word('why')}
        error={form.error('why')}
      />
      <LanguageField id={form.id('language')} chosen={form.word('language')} own={props.own} />
      <Tick name="danger" id={form.id('danger')} label={t('notices.danger')} checked={form.word('danger') === 'yes'} />
      <Notifier form={form} />
      <div class="row">
        <Button>{t('notices.send')}</Button>
      </div>
    </PostForm>
  );
};
