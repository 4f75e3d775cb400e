import { For, Show } from 'solid-js';
import { MESSAGE_LENGTH } from '#shared/moderation/rules.ts';
import type { MessageView } from '#shared/moderation/views.ts';
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
import type { Language } from '#shared/locales.ts';
import { CodeField } from './code-field.tsx';

type MessagesProps = {
  messages: readonly MessageView[];
  zone: string;
  /** She may write now. */
  mayWrite: boolean;
  reads: Language[];
  /** The code of her notice, where she is known by nothing else. */
  code?: string | undefined;
};

/** What she and the moderators wrote to each other about this case, and the way to write more. */
export const Messages = (props: MessagesProps) => {
  const { t } = useI18n();
  const form = useForm('message');
  return (
    <Show when={props.mayWrite || props.messages.length > 0}>
      <section class="stack" aria-labelledby="messages">
        <h2 id="messages" tabindex="-1">
          {t('statements.messages')}
        </h2>
        <Show when={props.messages.length > 0}>
          <ol role="list" class="stack stack-tight">
            <For each={props.messages}>
              {(message) => (
                <li class="card stack stack-tight">
                  <p class="hint">
                    {t(message.from === 'desk' ? 'statements.from-desk' : 'site.you')} ·{' '}
                    <Time at={message.at} zone={props.zone} />
                  </p>
                  <AuthorWords text={message.text} language={message.language} />
                </li>
              )}
            </For>
          </ol>
        </Show>
        <Show when={props.mayWrite}>
          <Details summary={t('statements.write')} open={form.problem !== undefined}>
            <PostForm class="stack stack-tight">
              <FormProblem form={form} />
              <Explanation />
              <input type="hidden" name="form" value="message" />
              <CodeField code={props.code} />
              <Field
                name="text"
                id={form.id('text')}
                label={t('statements.message')}
                rows={4}
                most={MESSAGE_LENGTH}
                value={form.word('text')}
                error={form.error('text')}
              />
              <LanguageField id={form.id('language')} chosen={form.word('language')} own={{ reads: props.reads }} />
              <Button>{t('statements.send-message')}</Button>
            </PostForm>
          </Details>
        </Show>
      </section>
    </Show>
  );
};
