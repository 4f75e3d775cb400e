import { Show } from 'solid-js';
import { isWaivable, type Gap } from '#shared/consultations/publishing.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Explanation } from '#web/problems/explanation.tsx';
import { Button, LinkButton } from '#web/ui/button/button.tsx';
import { Tick } from '#web/ui/choice/choice.tsx';
import { Confirm } from '#web/ui/confirm/confirm.tsx';
import { GapList, useGapNames } from './gap-list.tsx';
import { roomOf } from './next-room.ts';

type PublishPartProps = { id: string; slug: string; version: number; gaps: readonly Gap[] };

/** What stands before publishing, and the one button, once only that is left which may be left out knowingly. */
const Publishing = (props: PublishPartProps) => {
  const { t, locale } = useI18n();
  const nameOf = useGapNames();
  const form = useForm('publish');
  const blocking = () => props.gaps.filter((gap) => !isWaivable(gap));
  const lacks = (part: 'text' | 'translations') =>
    props.gaps.some(({ what }) => (part === 'text' ? what === 'text-missing' : what.endsWith('-untranslated')));
  return (
    <Show
      when={blocking()[0]}
      fallback={
        <PostForm class="stack">
          <input type="hidden" name="form" value="publish" />
          <input type="hidden" name="version" value={form.version(props.version)} />
          <FormProblem form={form} />
          <Explanation />
          <Show when={lacks('text')}>
            <Tick name="withoutText" label={t('consulting.publish.tick.text')} />
          </Show>
          <Show when={lacks('translations')}>
            <Tick name="withoutTranslations" label={t('consulting.publish.tick.translations')} />
          </Show>
          <p>
            <Button>{t('consulting.publish.button')}</Button>
          </p>
        </PostForm>
      }
    >
      {(first) => (
        <p>
          <LinkButton href={`/${locale}${roomOf(first(), props)}`}>
            {t('consulting.publish.next', { what: nameOf(first()) })}
          </LinkButton>
        </p>
      )}
    </Show>
  );
};

/** The end of a draft: it is published, or deleted. */
export const PublishPart = (props: PublishPartProps) => {
  const { t } = useI18n();
  return (
    <>
      <section class="stack" aria-labelledby="publish">
        <h2 id="publish">{t('consulting.publish.title')}</h2>
        <Show when={props.gaps.length > 0} fallback={<p>{t('consulting.publish.ready')}</p>}>
          <GapList {...props} />
        </Show>
        <Publishing {...props} />
      </section>
      <Confirm ask={t('consulting.publish.delete')}>
        <p>{t('consulting.publish.delete-what')}</p>
        <PostForm>
          <input type="hidden" name="form" value="delete" />
          <input type="hidden" name="version" value={props.version} />
          <Button look="stop">{t('consulting.publish.delete-button')}</Button>
        </PostForm>
      </Confirm>
    </>
  );
};
