import { For, Show } from 'solid-js';
import { MESSAGE_LENGTH } from '#shared/moderation/rules.ts';
import { AuthorWords } from '#web/contributions/author-words.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Button } from '#web/ui/button/button.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { Select } from '#web/ui/select/select.tsx';
import { Time } from '#web/ui/time/time.tsx';
import { ActForm } from './act-form.tsx';
import type { CaseData } from './case-load.ts';

/** What the desk and those concerned wrote to each other; it stays in the case. */
export const CaseMessages = (props: { data: CaseData }) => {
  const { t, moment } = useI18n();
  const form = useForm('message');
  const one = () => props.data.one;
  const zone = () => props.data.desk.place.timeZone;
  const parties = () => [
    ...(one().author ? [{ value: 'author', label: t('cases.party.author') }] : []),
    ...one().notices.map(({ id, at }) => ({
      value: id,
      label: t('cases.party.notifier', { when: moment(at, zone()) }),
    })),
  ];
  const mayWrite = () => ['told', 'appealed', 'reviewed'].includes(one().state) && parties().length > 0;
  return (
    <Show when={one().messages.length > 0 || mayWrite()}>
      <section class="stack stack-tight" aria-labelledby="messages">
        <h2 id="messages">{t('cases.messages')}</h2>
        <ul role="list" class="lines">
          <For each={one().messages}>
            {(message) => (
              <li class="stack stack-tight">
                <p class="hint">
                  {t(`cases.from.${message.from}`)} · <Time at={message.at} zone={zone()} />
                </p>
                <AuthorWords text={message.text} language={message.language} />
              </li>
            )}
          </For>
        </ul>
        <Show when={mayWrite()}>
          <Details summary={t('cases.ways.write')} open={form.problem !== undefined}>
            <ActForm name="message" version={one().version} form={form}>
              <Select name="to" label={t('cases.ways.to')} options={parties()} chosen={form.word('to') ?? 'author'} />
              <Field
                name="text"
                id={form.id('text')}
                label={t('cases.ways.message')}
                rows={4}
                most={MESSAGE_LENGTH}
                value={form.word('text')}
                error={form.error('text')}
              />
              <p>
                <Button look="plain">{t('cases.ways.send')}</Button>
              </p>
            </ActForm>
          </Details>
        </Show>
      </section>
    </Show>
  );
};
