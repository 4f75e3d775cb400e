import { useI18n, type PlainUnder } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button } from '#web/ui/button/button.tsx';

type Words = PlainUnder<'contacts.'>;

/** Where a link in a mail leads: one sentence, one button. The link alone does nothing, since mail programs open links. */
export const LinkInMail = (props: { title: Words; text: Words; act: Words }) => {
  const { t } = useI18n();
  return (
    <div class="stack narrow">
      <h1>{t(props.title)}</h1>
      <p>{t(props.text)}</p>
      <PostForm>
        <p>
          <Button>{t(props.act)}</Button>
        </p>
      </PostForm>
    </div>
  );
};
