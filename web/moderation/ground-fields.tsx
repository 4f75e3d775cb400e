import { GROUND_KINDS } from '#shared/moderation/kinds.ts';
import { QUOTE_LENGTH, REFERENCE_LENGTH } from '#shared/moderation/rules.ts';
import type { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { ChoiceGroup } from '#web/ui/choice/choice.tsx';
import { Field } from '#web/ui/field/field.tsx';
import type { CaseData } from './case-load.ts';
import { choicesFor } from './phrase-choices.ts';

type Props = { data: CaseData; form: ReturnType<typeof useForm> };

/** A law or a house rule, with its words in view; or another one, named and quoted by hand. */
export const GroundFields = (props: Props) => {
  const { t } = useI18n();
  const { form } = props;
  const own = (kind: 'law' | 'house-rule') => ({ value: `${kind}:own`, label: t(`cases.decide.own-${kind}`) });
  const options = () => [
    ...choicesFor(props.data.phrases, GROUND_KINDS, props.data.one.kind).map(
      ({ name, kind, reference, text, title }) => ({
        value: `${kind}:${name}`,
        label: reference ?? title ?? name,
        hint: text,
      }),
    ),
    own('law'),
    own('house-rule'),
  ];
  return (
    <div class="stack stack-tight only-grounded">
      <ChoiceGroup
        kind="radio"
        name="ground"
        id={form.id('ground')}
        legend={t('cases.decide.ground')}
        hint={t('cases.decide.ground-hint')}
        error={form.error('ground')}
        options={options()}
        chosen={form.words('ground') ?? []}
      />
      <div class="stack stack-tight only-own-ground">
        <Field
          name="ground.reference"
          id={form.id('ground.reference')}
          label={t('cases.decide.reference')}
          most={REFERENCE_LENGTH}
          value={form.word('ground.reference')}
          error={form.error('ground.reference')}
        />
        <Field
          name="ground.quote"
          id={form.id('ground.quote')}
          label={t('cases.decide.quote')}
          rows={3}
          most={QUOTE_LENGTH}
          value={form.word('ground.quote')}
          error={form.error('ground.quote')}
        />
        <Field
          name="ground.url"
          id={form.id('ground.url')}
          type="url"
          label={t('cases.decide.url')}
          value={form.word('ground.url')}
          error={form.error('ground.url')}
        />
      </div>
    </div>
  );
};
