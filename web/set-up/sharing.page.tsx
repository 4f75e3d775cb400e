import type { Place, PlaceId } from '#shared/places/schema.ts';
import { readingOf } from '#shared/reading.ts';
import { textOf } from '#web/form-data.ts';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import type { Posting } from '#web/page.ts';
import { ChoiceGroup } from '#web/ui/choice/choice.tsx';
import { definePart } from './define-part.ts';
import type { SetUpData } from './load.ts';
import { PartForm, PartFrame } from './part-frame.tsx';
import { savePart } from './save.ts';

const WHO = ['nobody', 'everybody', 'listed'] as const;
type Who = (typeof WHO)[number];

const whoIn = (clonableBy: Place['clonableBy']): Who =>
  clonableBy === undefined ? 'nobody' : clonableBy === 'everybody' ? 'everybody' : 'listed';

const SharingPage = (props: { data: SetUpData }) => {
  const { t, locale } = useI18n();
  const form = useForm('sharing');
  const now = () => props.data.setUp.place.clonableBy;
  const listed = () => (Array.isArray(now()) ? (now() as PlaceId[]) : []);
  const places = () =>
    props.data.setUp.otherPlaces.map(({ id, name }) => ({ value: id, label: readingOf(name, [locale])?.text ?? '' }));
  const whoNamed = (who: string | undefined) => t(`setup.sharing.${WHO.find((one) => one === who) ?? 'nobody'}`);
  const placesNamed = (ids: readonly string[]) =>
    places()
      .filter(({ value }) => ids.includes(value))
      .map(({ label }) => label)
      .join(', ');
  const saved = () => [
    {
      name: 'who',
      label: t('setup.sharing.who'),
      text: whoNamed(whoIn(now())),
      say: ([who]: readonly string[]) => whoNamed(who),
    },
    { name: 'places', label: t('setup.sharing.places'), text: placesNamed(listed()), say: placesNamed },
  ];
  return (
    <PartFrame data={props.data} part="sharing">
      <PartForm form={form} name="sharing" data={props.data} saved={saved()}>
        <ChoiceGroup
          kind="radio"
          name="who"
          id={form.id('who')}
          legend={t('setup.sharing.who')}
          hint={t('setup.sharing.who-hint')}
          options={WHO.filter((who) => who !== 'listed' || places().length > 0).map((who) => ({
            value: who,
            label: whoNamed(who),
          }))}
          chosen={[form.word('who') ?? whoIn(now())]}
        />
        {places().length > 0 && (
          <ChoiceGroup
            kind="checkbox"
            name="places"
            id={form.id('clonableBy')}
            legend={t('setup.sharing.places')}
            error={form.error('clonableBy')}
            options={places()}
            chosen={form.words('places') ?? listed()}
          />
        )}
      </PartForm>
    </PartFrame>
  );
};

const post = (posting: Posting) => {
  const who = WHO.find((one) => one === textOf(posting.form, 'who')) ?? 'nobody';
  const places = posting.form.getAll('places') as PlaceId[];
  return savePart(posting, 'sharing', { clonableBy: who === 'listed' ? places : who });
};

export default definePart({ part: 'sharing', post, View: SharingPage });
