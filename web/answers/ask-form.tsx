import { For, Show, untrack } from 'solid-js';
import { ADDRESSEE_NAME_LENGTH } from '#shared/answers/rules.ts';
import type { AskingDesk } from '#shared/answers/views.ts';
import { LANGUAGES, LOCALES } from '#shared/locales.ts';
import { readingOf } from '#shared/reading.ts';
import { versionName } from '#shared/versions/rules.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { ChoiceGroup } from '#web/ui/choice/choice.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { Select } from '#web/ui/select/select.tsx';

const OneForm = (props: { document: AskingDesk['documents'][number] }) => {
  const { t, locale } = useI18n();
  const { document } = untrack(() => props);
  const form = useForm(document.id);
  return (
    <PostForm class="stack" labelledBy={`${document.id}-ask`}>
      <FormProblem form={form} />
      <input type="hidden" name="form" value={document.id} />
      <input type="hidden" name="document" value={document.id} />
      <Field
        name="name"
        id={form.id('name')}
        label={t('asking.name')}
        hint={t('asking.name-hint')}
        value={form.word('name') ?? ''}
        error={form.error('name')}
        most={ADDRESSEE_NAME_LENGTH}
      />
      <ChoiceGroup
        kind="checkbox"
        name="points"
        id={form.id('points')}
        legend={t('asking.points')}
        chosen={form.words('points') ?? document.passages.map(({ id }) => id)}
        error={form.error('points')}
        options={document.passages.map(({ id, position, heading }) => ({
          value: id,
          label: `${position}. ${readingOf(heading, [locale])?.text ?? ''}`,
        }))}
      />
      <div class="two-columns">
        <Field
          type="date"
          name="due"
          id={form.id('due')}
          label={t('asking.due')}
          value={form.word('due')}
          error={form.error('due')}
        />
        <Select
          name="locale"
          id={form.id('locale')}
          label={t('asking.locale')}
          chosen={form.word('locale') ?? locale}
          options={LOCALES.map((tag) => ({ value: tag, label: LANGUAGES[tag] }))}
        />
      </div>
      <Field
        type="email"
        name="email"
        id={form.id('email')}
        label={t('asking.email')}
        hint={t('asking.email-hint')}
        autocomplete="off"
        value={form.word('email') ?? ''}
        error={form.error('email')}
      />
      <p>
        <Button>{t('asking.make-link')}</Button>
      </p>
    </PostForm>
  );
};

/** Asks an institution to answer a text: whom, to which parts, by when. */
export const AskForm = (props: { asking: AskingDesk }) => {
  const { locale } = useI18n();
  return (
    <For each={props.asking.documents}>
      {(document) => (
        <section class="stack" aria-labelledby={`${document.id}-ask`}>
          <h3 id={`${document.id}-ask`}>
            {readingOf(document.title, [locale])?.text} ({versionName(document.version)})
          </h3>
          <Show when={document.passages.length > 0}>
            <OneForm document={document} />
          </Show>
        </section>
      )}
    </For>
  );
};
