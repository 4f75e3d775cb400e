import { For, untrack } from 'solid-js';
import { NAME_LENGTH } from '#shared/contributions/rules.ts';
import { LABELS, REPLY_LENGTH } from '#shared/replies/rules.ts';
import type { PublicReply } from '#shared/replies/schema.ts';
import { ConsentAgain } from '#web/consultations/consent-again.tsx';
import type { Own } from '#web/consultations/load.ts';
import { keepHalfWritten } from '#web/contributions/half-written.ts';
import { LanguageField } from '#web/contributions/language-field.tsx';
import { useForm } from '#web/forms.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useI18n } from '#web/messages/i18n.ts';
import { BeforeSending } from '#web/moderation/before-sending.tsx';
import { PostForm } from '#web/post-form.tsx';
import { ChoiceGroup } from '#web/ui/choice/choice.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { useVisit } from '#web/visit.ts';
import { aboutReply } from './act.ts';

/** Writes a reply: to the thing the thread hangs on, or to another reply. */
export const ReplyForm = (props: { to?: PublicReply; own: Own }) => {
  const { t } = useI18n();
  const name = untrack(() => (props.to ? `reply-${props.to.id}` : 'reply'));
  const form = useForm(name);
  keepHalfWritten(aboutReply(useVisit().current.at.params, name), form.id('text'));
  return (
    <PostForm class="stack stack-tight">
      <FormProblem form={form} />
      <input type="hidden" name="form" value={name} />
      <input type="hidden" name="act" value="reply" />
      <For each={props.to ? [props.to] : []}>
        {(reply) => (
          <>
            <input type="hidden" name="reply" value={reply.id} />
            <input type="hidden" name="root" value={reply.root} />
          </>
        )}
      </For>
      <ChoiceGroup
        kind="radio"
        name="label"
        id={form.id('label')}
        legend={t('replies.what-is-it')}
        options={[
          { value: '', label: t('replies.label.none') },
          ...LABELS.map((label) => ({ value: label, label: t(`replies.label.${label}`) })),
        ]}
        chosen={[form.word('label') ?? '']}
        beside
      />
      <Field
        name="text"
        id={form.id('text')}
        label={t('replies.your-words')}
        rows={4}
        most={REPLY_LENGTH}
        value={form.word('text')}
        error={form.error('text')}
      />
      <LanguageField id={form.id('language')} chosen={form.word('language')} own={props.own} />
      <Field
        name="name"
        id={form.id('name')}
        label={t('contributions.name')}
        hint={t('contributions.name-hint')}
        most={NAME_LENGTH}
        value={form.word('name')}
        error={form.error('name')}
      />
      <ConsentAgain own={props.own} form={form} />
      <BeforeSending form={form} send={t('replies.send')} />
    </PostForm>
  );
};
