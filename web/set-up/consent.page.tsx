import { For, Show } from 'solid-js';
import { CONSENT_LENGTH } from '#shared/places/limits.ts';
import { textsOf } from '#web/form-data.ts';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Details } from '#web/ui/details/details.tsx';
import { Reading } from '#web/ui/reading/reading.tsx';
import { TextsField, savedTexts } from '#web/ui/texts-field/texts-field.tsx';
import { Time } from '#web/ui/time/time.tsx';
import { definePart } from './define-part.ts';
import type { SetUpData } from './load.ts';
import { PartForm, PartFrame } from './part-frame.tsx';
import { savePart } from './save.ts';

const ConsentPage = (props: { data: SetUpData }) => {
  const { t, number } = useI18n();
  const form = useForm('consent');
  const place = () => props.data.setUp.place;
  return (
    <PartFrame data={props.data} part="consent">
      <p class="lead">{t('setup.consent.now', { version: number(place().consent.version) })}</p>
      <p>{t('setup.consent.what-happens')}</p>
      <PartForm
        form={form}
        name="consent"
        data={props.data}
        saved={savedTexts('text', t('setup.consent.text'), place().languages, place().consent.text)}
        send={t('setup.consent.publish')}
      >
        <TextsField
          name="text"
          label={t('setup.consent.text')}
          hint={t('setup.consent.text-hint')}
          languages={place().languages}
          texts={place().consent.text}
          form={form}
          rows={12}
          most={CONSENT_LENGTH}
        />
      </PartForm>
      <Show when={props.data.setUp.earlierConsents.length > 0}>
        <h2>{t('setup.consent.earlier')}</h2>
        <For each={props.data.setUp.earlierConsents}>
          {({ version, text, until }) => (
            <section class="stack stack-tight">
              <h3>
                {t('setup.consent.until', { version: number(version) })}{' '}
                <Time at={`${until}T12:00:00.000Z`} zone="UTC" day />
              </h3>
              <Details summary={t('setup.consent.text')}>
                <Reading texts={text} />
              </Details>
            </section>
          )}
        </For>
      </Show>
    </PartFrame>
  );
};

export default definePart({
  part: 'consent',
  post: (posting) => savePart(posting, 'consent', { text: textsOf(posting.form, 'text') }),
  View: ConsentPage,
});
