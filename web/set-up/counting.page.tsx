import { defaultParameters } from '#shared/opinion/parameters.ts';
import { FEWEST_BALLOTS, FEWEST_KNOWN, MOST_BALLOTS } from '#shared/places/limits.ts';
import { textOf } from '#web/form-data.ts';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import type { Posting } from '#web/page.ts';
import { Field } from '#web/ui/field/field.tsx';
import { definePart } from './define-part.ts';
import type { SetUpData } from './load.ts';
import { PartForm, PartFrame } from './part-frame.tsx';
import { savePart } from './save.ts';

/** When enough people have answered for a suggestion to be told as a result. */
const CountingPage = (props: { data: SetUpData }) => {
  const { t, number } = useI18n();
  const form = useForm('counting');
  const now = () => props.data.setUp.place.opinion?.enough ?? defaultParameters.enough;
  const line = (name: 'known' | 'all') => ({
    name: `enough.${name}`,
    label: t(`setup.counting.${name}`),
    text: String(now()[name]),
  });
  const between = (fewest: number) =>
    t('setup.counting.between', { fewest: number(fewest), most: number(MOST_BALLOTS) });
  return (
    <PartFrame data={props.data} part="counting">
      <p class="lead">{t('setup.counting.what')}</p>
      <p>{t('setup.counting.advice')}</p>
      <PartForm form={form} name="counting" data={props.data} saved={[line('known'), line('all')]}>
        <Field
          {...form.field(line('known'))}
          hint={`${t('setup.counting.known-hint')} ${between(FEWEST_KNOWN)}`}
          inputMode="numeric"
        />
        <Field
          {...form.field(line('all'))}
          hint={`${t('setup.counting.all-hint')} ${between(FEWEST_BALLOTS)}`}
          inputMode="numeric"
        />
      </PartForm>
    </PartFrame>
  );
};

const post = (posting: Posting) => {
  const ballots = (name: string): number => Number(textOf(posting.form, name).trim());
  return savePart(posting, 'counting', { enough: { known: ballots('enough.known'), all: ballots('enough.all') } });
};

export default definePart({ part: 'counting', post, View: CountingPage });
