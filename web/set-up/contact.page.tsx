import { EMAIL_LENGTH, HELP_NAME_LENGTH, HELP_WHAT_LENGTH, LINK_LENGTH, PHONE_LENGTH } from '#shared/places/limits.ts';
import { HELP_KINDS } from '#shared/places/rules.ts';
import type { HelpContact } from '#shared/places/schema.ts';
import { Refusal } from '#web/api.ts';
import { textOf, textsOf } from '#web/form-data.ts';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage, type At, type PostAnswer, type Posting } from '#web/page.ts';
import { ChoiceGroup } from '#web/ui/choice/choice.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { TextsField, savedTexts } from '#web/ui/texts-field/texts-field.tsx';
import { loadSetUp, type SetUpData } from './load.ts';
import { PartForm, PartFrame } from './part-frame.tsx';
import { savePart, setUpAddress } from './save.ts';

const kindIn = (text: string | null): HelpContact['kind'] => HELP_KINDS.find((kind) => kind === text) ?? 'other';

/** Which contact an address names: one of the list, or a new one. */
const placeInList = (params: At['params']): number | undefined =>
  params['at'] === 'new' ? undefined : Number(params['at']);

type Data = SetUpData & { contact: HelpContact };

const ContactPage = (props: { data: Data }) => {
  const { t } = useI18n();
  const form = useForm('contact');
  const contact = () => props.data.contact;
  const languages = () => props.data.setUp.place.languages;
  const line = (name: 'phone' | 'email' | 'url') => ({
    name,
    label: t(`setup.help.${name}`),
    text: contact()[name] ?? '',
  });
  const saved = () => [
    ...savedTexts('name', t('setup.help.name'), languages(), contact().name),
    ...savedTexts('what', t('setup.help.what'), languages(), contact().what),
    ...(['phone', 'email', 'url'] as const).map(line),
  ];
  return (
    <PartFrame data={props.data} part="help" title={t('setup.help.contact')}>
      <PartForm form={form} name="contact" data={props.data} saved={saved()}>
        <ChoiceGroup
          kind="radio"
          name="kind"
          id={form.id('kind')}
          legend={t('setup.help.which-kind')}
          options={HELP_KINDS.map((kind) => ({ value: kind, label: t(`setup.help.kind.${kind}`) }))}
          chosen={[form.word('kind') ?? contact().kind]}
          beside
        />
        <TextsField
          name="name"
          label={t('setup.help.name')}
          hint={t('setup.help.name-hint')}
          languages={languages()}
          texts={contact().name}
          form={form}
          most={HELP_NAME_LENGTH}
        />
        <TextsField
          name="what"
          label={t('setup.help.what')}
          hint={t('setup.help.what-hint')}
          languages={languages()}
          texts={contact().what}
          form={form}
          rows={3}
          most={HELP_WHAT_LENGTH}
        />
        <p class="hint">{t('setup.help.one-way')}</p>
        <Field {...form.field(line('phone'))} type="tel" most={PHONE_LENGTH} />
        <Field {...form.field(line('email'))} type="email" most={EMAIL_LENGTH} />
        <Field {...form.field(line('url'))} type="url" hint={t('setup.help.url-hint')} most={LINK_LENGTH} />
      </PartForm>
    </PartFrame>
  );
};

const post = async (posting: Posting): Promise<PostAnswer> => {
  const { form, params } = posting;
  const at = placeInList(params);
  const contact = {
    kind: kindIn(textOf(form, 'kind')),
    name: textsOf(form, 'name'),
    what: textsOf(form, 'what'),
    phone: textOf(form, 'phone'),
    email: textOf(form, 'email').trim(),
    url: textOf(form, 'url').trim(),
  };
  try {
    const change = { contact, ...(at === undefined ? {} : { at }) };
    return await savePart(posting, 'help', change, setUpAddress(posting, 'help'));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, errors = [] } = error.problem;
    // The form has no part that is called "contact".
    return {
      problem: { code, errors: errors.map((one) => ({ ...one, pointer: one.pointer.replace(/^\/contact/, '') })) },
    };
  }
};

export default definePage<Data>({
  cache: 'private',
  async load(loading) {
    const data = await loadSetUp(loading);
    if (!data) return null;
    const at = placeInList(loading.params);
    if (at === undefined)
      return { ...data, contact: { kind: kindIn(loading.url.searchParams.get('kind')), name: {}, what: {} } };
    const contact = data.setUp.place.help[at];
    return contact ? { ...data, contact } : null;
  },
  head: (_, { t }) => ({ title: t('setup.help.contact') }),
  place: ({ desk }) => desk.place,
  post,
  View: ContactPage,
});
