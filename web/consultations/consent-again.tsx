import { Show } from 'solid-js';
import { answer } from '#web/api.ts';
import { textOf } from '#web/form-data.ts';
import type { useForm } from '#web/forms.ts';
import { idIn } from '#web/ids.ts';
import { useI18n } from '#web/messages/i18n.ts';
import type { Posting } from '#web/page.ts';
import { Tick } from '#web/ui/choice/choice.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { Reading } from '#web/ui/reading/reading.tsx';
import type { Own } from './load.ts';

/**
 * Inside a form of somebody who agreed to an earlier consent text: the new one, and a box to agree to it. What she has
 * written stays in the form, whenever the text changed.
 */
export const ConsentAgain = (props: { own: Pick<Own, 'again'>; form: ReturnType<typeof useForm> }) => {
  const { t, number } = useI18n();
  return (
    <Show when={props.own.again}>
      {(again) => (
        <Notice kind="careful" title={t('consent-again.title')}>
          <Details summary={t('consent-again.read')}>
            <Reading texts={again().text} />
          </Details>
          <input type="hidden" name="consentVersion" value={again().version} />
          <Tick
            name="agree"
            id={props.form.id('agree')}
            label={t('consent-again.agree', { age: number(again().age) })}
            error={props.form.error('agree')}
          />
        </Notice>
      )}
    </Show>
  );
};

/** Agrees to the new text, where she ticked that she does. */
export const agreeAgain = async ({ api, form, params, locale }: Posting): Promise<void> => {
  if (textOf(form, 'agree') !== 'yes') return;
  const { reads } = await answer(api.me.$get());
  const json = { consentVersion: Number(textOf(form, 'consentVersion')), oldEnough: true as const, locale, reads };
  await answer(api.consultations[':con'].join.$post({ param: { con: idIn('consultation', params) }, json }));
};
