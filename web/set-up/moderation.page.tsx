import { Show } from 'solid-js';
import { EXPOSURE_CAP } from '#shared/moderation/rules.ts';
import { moderationOf } from '#shared/places/gaps.ts';
import { EMAIL_LENGTH, HELP_NAME_LENGTH, PHONE_LENGTH } from '#shared/places/limits.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { readingOf } from '#shared/reading.ts';
import { RHYTHMS } from '#shared/staff/rules.ts';
import { textOf } from '#web/form-data.ts';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import type { Posting } from '#web/page.ts';
import { ChoiceGroup } from '#web/ui/choice/choice.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { Select } from '#web/ui/select/select.tsx';
import { definePart } from './define-part.ts';
import type { SetUpData } from './load.ts';
import { PartForm, PartFrame } from './part-frame.tsx';
import { savePart } from './save.ts';

const AT_ALL = RHYTHMS.filter((rhythm) => rhythm !== 'never');

const ModerationPage = (props: { data: SetUpData }) => {
  const { t, locale, number } = useI18n();
  const form = useForm('moderation');
  const now = () => moderationOf(props.data.setUp.place);
  const places = () =>
    props.data.setUp.otherPlaces.map(({ id, name }) => ({ value: id, label: readingOf(name, [locale])?.text ?? '' }));
  const placeNamed = (id: string | undefined) =>
    places().find(({ value }) => value === id)?.label ?? t('setup.moderation.appeals-nobody');
  const when = (value: string | undefined) =>
    t(value === 'yes' ? 'setup.moderation.premoderation-on' : 'setup.moderation.premoderation-off');
  const rhythmNamed = (value: string | undefined) =>
    t(`setup.moderation.rhythm-at.${AT_ALL.find((one) => one === value) ?? 'daily'}`);
  const premoderation = () => (now().premoderation ? 'yes' : 'no');
  const line = (name: 'name' | 'phone' | 'email') => ({
    name: `escalation.${name}`,
    label: t(`setup.moderation.escalation-${name}`),
    text: now().escalation?.[name] ?? '',
  });
  const cap = () => ({
    name: 'exposureCap',
    label: t('setup.moderation.cap'),
    text: String(now().exposureCap ?? ''),
  });
  const saved = () => [
    {
      name: 'premoderation',
      label: t('setup.moderation.premoderation'),
      text: when(premoderation()),
      say: ([value]: readonly string[]) => when(value),
    },
    {
      name: 'rhythm',
      label: t('setup.moderation.rhythm'),
      text: rhythmNamed(now().rhythm),
      say: ([value]: readonly string[]) => rhythmNamed(value),
    },
    cap(),
    line('name'),
    line('phone'),
    line('email'),
    {
      name: 'appealsTo',
      label: t('setup.moderation.appeals'),
      text: placeNamed(now().appealsTo),
      say: ([value]: readonly string[]) => placeNamed(value),
    },
  ];
  return (
    <PartFrame data={props.data} part="moderation">
      <Show when={props.data.setUp.advice.includes('appeals-to-nobody')}>
        <Notice kind="careful" title={t('setup.moderation.moderators', { count: props.data.setUp.moderators })}>
          <p>{t('setup.advice.appeals-to-nobody')}</p>
        </Notice>
      </Show>
      <PartForm form={form} name="moderation" data={props.data} saved={saved()}>
        <ChoiceGroup
          kind="radio"
          name="premoderation"
          id={form.id('premoderation')}
          legend={t('setup.moderation.premoderation')}
          hint={t('setup.moderation.premoderation-hint')}
          options={[
            { value: 'no', label: when('no'), hint: t('setup.moderation.premoderation-off-what') },
            { value: 'yes', label: when('yes'), hint: t('setup.moderation.premoderation-on-what') },
          ]}
          chosen={[form.word('premoderation') ?? premoderation()]}
        />
        <ChoiceGroup
          kind="radio"
          name="rhythm"
          id={form.id('rhythm')}
          legend={t('setup.moderation.rhythm')}
          hint={t('setup.moderation.rhythm-hint')}
          options={AT_ALL.map((value) => ({ value, label: rhythmNamed(value) }))}
          chosen={[form.word('rhythm') ?? now().rhythm]}
          beside
        />
        <Field
          {...form.field(cap())}
          hint={t('setup.moderation.cap-hint', { limit: number(EXPOSURE_CAP) })}
          inputMode="numeric"
        />
        <fieldset class="texts-field">
          <legend>{t('setup.moderation.escalation')}</legend>
          <p class="hint">{t('setup.moderation.escalation-hint')}</p>
          <Field {...form.field(line('name'))} most={HELP_NAME_LENGTH} />
          <Field {...form.field(line('phone'))} type="tel" most={PHONE_LENGTH} />
          <Field {...form.field(line('email'))} type="email" most={EMAIL_LENGTH} />
        </fieldset>
        <Select
          name="appealsTo"
          id={form.id('appealsTo')}
          label={t('setup.moderation.appeals')}
          hint={t('setup.moderation.appeals-hint')}
          error={form.error('appealsTo')}
          options={[{ value: '', label: t('setup.moderation.appeals-nobody') }, ...places()]}
          chosen={form.word('appealsTo') ?? now().appealsTo ?? ''}
        />
      </PartForm>
    </PartFrame>
  );
};

const post = (posting: Posting) => {
  const words = (name: string): string => textOf(posting.form, name).trim();
  return savePart(posting, 'moderation', {
    premoderation: words('premoderation') === 'yes',
    rhythm: AT_ALL.find((one) => one === words('rhythm')) ?? 'daily',
    exposureCap: words('exposureCap') ? Number(words('exposureCap')) : null,
    escalation: {
      name: words('escalation.name'),
      phone: words('escalation.phone'),
      email: words('escalation.email'),
    },
    appealsTo: (words('appealsTo') as PlaceId) || null,
  });
};

export default definePart({ part: 'moderation', post, View: ModerationPage });
