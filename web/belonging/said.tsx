import { For, Show } from 'solid-js';
import { PREFER_NOT_TO_SAY } from '#shared/ballots/rules.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { Wording } from '#web/ui/reading/reading.tsx';
import type { Asking, HeldAnswer } from './asking.ts';

/** What she said, and the way to take it back, in every phase. */
export const Said = (props: { asking: Asking; said: HeldAnswer }) => {
  const { t } = useI18n();
  const labels = () => props.asking.question.answers.filter(({ key }) => props.said.answers.includes(key));
  return (
    <Notice title={t('belonging.you-said')}>
      <ul>
        <For each={labels()}>
          {(answer) => (
            <li>
              <Wording texts={answer.label} />
            </li>
          )}
        </For>
        <Show when={props.said.answers.includes(PREFER_NOT_TO_SAY)}>
          <li>{t('belonging.prefer-not-to-say')}</li>
        </Show>
      </ul>
      <PostForm>
        <input type="hidden" name="form" value="take-back" />
        <Button look="plain">{t('belonging.take-back')}</Button>
      </PostForm>
    </Notice>
  );
};
