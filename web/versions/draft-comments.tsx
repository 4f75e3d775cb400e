import { For, Show, untrack } from 'solid-js';
import { COMMENT_LENGTH } from '#shared/versions/rules.ts';
import type { DraftPassageView } from '#shared/versions/views.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Card } from '#web/ui/card/card.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { Time } from '#web/ui/time/time.tsx';

/** What colleagues say about a part of the draft, for nobody outside. */
export const DraftComments = (props: { passage: DraftPassageView; zone: string }) => {
  const { t } = useI18n();
  const form = useForm('comment');
  const { passage, zone } = untrack(() => ({ ...props }));
  return (
    <section class="stack" aria-labelledby="inside">
      <h2 id="inside">{t('drafting.inside')}</h2>
      <ul role="list" class="stack stack-tight">
        <For each={passage.comments}>
          {(comment) => (
            <li>
              <Card>
                <p class="hint">
                  <bdi>{comment.name}</bdi> · <Time at={comment.at} zone={zone} />
                </p>
                <p class="words" dir="auto">
                  {comment.text}
                </p>
                <Show when={comment.mine}>
                  <PostForm>
                    <input type="hidden" name="form" value="comment-remove" />
                    <Button look="quiet" name="comment" value={comment.id}>
                      {t('drafting.comment-remove')}
                    </Button>
                  </PostForm>
                </Show>
              </Card>
            </li>
          )}
        </For>
      </ul>
      <PostForm class="stack stack-tight">
        <FormProblem form={form} />
        <input type="hidden" name="form" value="comment" />
        <Field
          name="text"
          id={form.id('text')}
          label={t('drafting.comment')}
          rows={3}
          most={COMMENT_LENGTH}
          value={form.word('text')}
          error={form.error('text')}
        />
        <p>
          <Button look="plain">{t('drafting.comment-send')}</Button>
        </p>
      </PostForm>
    </section>
  );
};
