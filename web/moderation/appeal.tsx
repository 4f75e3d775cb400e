import { For, Show } from 'solid-js';
import { directionOf, type Language } from '#shared/locales.ts';
import { NOTICE_LENGTH, OUT_OF_COURT_BODIES } from '#shared/moderation/rules.ts';
import type { AppealView } from '#shared/moderation/views.ts';
import { AuthorWords } from '#web/contributions/author-words.tsx';
import { LanguageField } from '#web/contributions/language-field.tsx';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Explanation } from '#web/problems/explanation.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { Time } from '#web/ui/time/time.tsx';
import { CodeField } from './code-field.tsx';
import { Said } from './said.tsx';
import { redressIn, type Redress } from './statement.ts';

type AppealProps = {
  appeals: readonly AppealView[];
  mayAppeal: boolean;
  until: string | undefined;
  zone: string;
  reads: Language[];
  code?: string | undefined;
  /** Beside the reader's language, where nobody has checked its words yet. */
  english?: Redress | undefined;
};

const Appealed = (props: { appeal: AppealView; zone: string }) => {
  const { t } = useI18n();
  return (
    <li class="card stack stack-tight">
      <p class="hint">
        {t('statements.appealed-on')} <Time at={props.appeal.at} zone={props.zone} />
      </p>
      <AuthorWords text={props.appeal.why} language={props.appeal.language} />
      <Show when={props.appeal.review} fallback={<p>{t('statements.appeal-waits')}</p>}>
        {(review) => (
          <>
            <p>
              <strong>{t(`statements.review.${review()}`)}</strong>
            </p>
            <Show when={props.appeal.reasons}>{(reasons) => <Said said={reasons()} />}</Show>
          </>
        )}
      </Show>
    </li>
  );
};

const AppealForm = (props: Pick<AppealProps, 'reads' | 'code'>) => {
  const { t } = useI18n();
  const form = useForm('appeal');
  return (
    <Details summary={t('statements.appeal')} open={form.problem !== undefined}>
      <PostForm class="stack stack-tight">
        <FormProblem form={form} />
        <Explanation />
        <input type="hidden" name="form" value="appeal" />
        <CodeField code={props.code} />
        <Field
          name="why"
          id={form.id('why')}
          label={t('statements.appeal-why')}
          hint={t('statements.appeal-hint')}
          rows={5}
          most={NOTICE_LENGTH}
          value={form.word('why')}
          error={form.error('why')}
        />
        <LanguageField id={form.id('language')} chosen={form.word('language')} own={{ reads: props.reads }} />
        <Button>{t('statements.appeal-send')}</Button>
      </PostForm>
    </Details>
  );
};

const Ways = (props: { redress: Redress; of: string }) => (
  <div class="stack stack-tight" lang={props.of} dir={directionOf(props.of)}>
    <Show when={props.redress.appeal}>{(appeal) => <p>{appeal()}</p>}</Show>
    <p>
      {props.redress.outOfCourt}{' '}
      <a href={OUT_OF_COURT_BODIES} rel="noreferrer">
        {props.redress.list}
      </a>
    </p>
    <p>{props.redress.court}</p>
  </div>
);

/** What somebody concerned can do who does not agree, told once, and what became of it. */
export const Appeal = (props: AppealProps) => {
  const i18n = useI18n();
  const { t, locale } = i18n;
  const redress = () => redressIn(i18n, { ...props, appealableUntil: props.until });
  return (
    <section class="stack" aria-labelledby="redress">
      <h2 id="redress" tabindex="-1">
        {t('statements.redress')}
      </h2>
      <Show when={props.appeals.length > 0}>
        <ol role="list" class="stack stack-tight">
          <For each={props.appeals}>{(appeal) => <Appealed appeal={appeal} zone={props.zone} />}</For>
        </ol>
      </Show>
      <Show when={props.english} fallback={<Ways redress={redress()} of={locale} />}>
        {(english) => (
          <div class="two-columns">
            <Ways redress={redress()} of={locale} />
            <Ways redress={english()} of="en" />
          </div>
        )}
      </Show>
      <Show when={props.mayAppeal}>
        <AppealForm reads={props.reads} code={props.code} />
      </Show>
    </section>
  );
};
