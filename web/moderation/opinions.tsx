import { For, Show } from 'solid-js';
import { MESSAGE_LENGTH } from '#shared/moderation/rules.ts';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Button } from '#web/ui/button/button.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { Time } from '#web/ui/time/time.tsx';
import { ActForm } from './act-form.tsx';
import type { CaseData } from './case-load.ts';

/** What colleagues think; whoever was asked says it here. */
export const Opinions = (props: { data: CaseData }) => {
  const { t } = useI18n();
  const form = useForm('give-opinion');
  return (
    <Show when={props.data.one.opinions.length > 0}>
      <section class="stack stack-tight" aria-labelledby="opinions">
        <h2 id="opinions">{t('cases.opinions')}</h2>
        <For each={props.data.one.opinions}>
          {(opinion) => (
            <div class="stack stack-tight">
              <p class="hint">
                <bdi>{opinion.of}</bdi> · <Time at={opinion.at} zone={props.data.desk.place.timeZone} />
              </p>
              <Show when={opinion.question}>{(question) => <p class="words">{question()}</p>}</Show>
              <Show when={opinion.text} fallback={<p class="hint">{t('cases.opinion-waits')}</p>}>
                {(text) => (
                  <blockquote class="words">
                    <p>{text()}</p>
                  </blockquote>
                )}
              </Show>
              <Show when={opinion.isMine && !opinion.text}>
                <ActForm name="give-opinion" version={props.data.one.version} form={form}>
                  <Field
                    name="text"
                    id={form.id('text')}
                    label={t('cases.ways.think')}
                    rows={3}
                    most={MESSAGE_LENGTH}
                    value={form.word('text')}
                    error={form.error('text')}
                  />
                  <p>
                    <Button look="plain">{t('cases.ways.say')}</Button>
                  </p>
                </ActForm>
              </Show>
            </div>
          )}
        </For>
      </section>
    </Show>
  );
};
