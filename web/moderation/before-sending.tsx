import { Show } from 'solid-js';
import { isLanguage } from '#shared/locales.ts';
import type { FieldErrorCode } from '#shared/problems.ts';
import { textOf } from '#web/form-data.ts';
import type { useForm } from '#web/forms.ts';
import { loadI18n, useI18n } from '#web/messages/i18n.ts';
import type { PostAnswer, Posting } from '#web/page.ts';
import { Button } from '#web/ui/button/button.tsx';

/**
 * Advice once, before words with an address, a number or a name in them go out; sent again, they go. The same with and
 * without JavaScript, and the rule comes along only now.
 */
export const adviceOn = async ({ form, locale }: Posting): Promise<PostAnswer | undefined> => {
  if (textOf(form, 'advised') === 'yes') return undefined;
  const { shownIn } = await import('#shared/moderation/shown-persons.ts');
  const language = textOf(form, 'language');
  const shown = shownIn(textOf(form, 'text'), isLanguage(language) ? language : locale);
  if (shown.length === 0) return undefined;
  const { t } = await loadI18n(locale, ['nudge']);
  const errors = shown.map((one) => ({ pointer: '/text', code: `shows-${one}` satisfies FieldErrorCode }) as const);
  form.set('advised', 'yes');
  return { problem: { code: 'invalid-request', title: t('nudge.title'), errors } };
};

/** The button that sends her words; after the advice it says that it sends them as they are. */
export const BeforeSending = (props: { form: ReturnType<typeof useForm>; send: string }) => {
  const { t } = useI18n();
  const advised = () => props.form.word('advised') === 'yes';
  return (
    <>
      <Show when={advised()}>
        <input type="hidden" name="advised" value="yes" />
        <p>{t('nudge.what')}</p>
      </Show>
      <div class="row">
        <Button>{advised() ? t('nudge.send') : props.send}</Button>
      </div>
    </>
  );
};
