import { PLACE_KINDS } from '#shared/places/rules.ts';
import type { Place } from '#shared/places/schema.ts';
import type { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { ChoiceGroup } from '#web/ui/choice/choice.tsx';

type Kind = Place['kind'];
type KindChoiceProps = { form: ReturnType<typeof useForm>; kinds: readonly Kind[]; chosen: Kind | undefined };

/** What a place is: a city, a region, a network. */
export const KindChoice = (props: KindChoiceProps) => {
  const { t } = useI18n();
  return (
    <ChoiceGroup
      kind="radio"
      name="kind"
      id={props.form.id('kind')}
      legend={t('below.which-kind')}
      error={props.form.error('kind')}
      options={props.kinds.map((kind) => ({ value: kind, label: t(`below.kind.${kind}`) }))}
      chosen={[props.form.word('kind') ?? props.chosen ?? '']}
      beside
    />
  );
};

export const kindIn = (text: string | null): Kind => PLACE_KINDS.find((kind) => kind === text) ?? 'city';
