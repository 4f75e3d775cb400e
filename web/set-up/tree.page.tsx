import { Show } from 'solid-js';
import { PLACE_KINDS } from '#shared/places/rules.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { readingOf } from '#shared/reading.ts';
import { textOf } from '#web/form-data.ts';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import type { Posting } from '#web/page.ts';
import { KindChoice, kindIn } from '#web/places/kind-choice.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { Select } from '#web/ui/select/select.tsx';
import { definePart } from './define-part.ts';
import type { SetUpData } from './load.ts';
import { PartForm, PartFrame } from './part-frame.tsx';
import { savePart, setUpAddress } from './save.ts';

const TreePage = (props: { data: SetUpData }) => {
  const { t, locale } = useI18n();
  const form = useForm('tree');
  const now = () => props.data.setUp.place;
  const places = () =>
    props.data.setUp.otherPlaces.map(({ id, name }) => ({ value: id, label: readingOf(name, [locale])?.text ?? '' }));
  const placeNamed = (id: string | undefined) =>
    places().find(({ value }) => value === id)?.label ?? t('setup.tree.top');
  const kindNamed = (kind: string | undefined) => t(`below.kind.${kindIn(kind ?? null)}`);
  const saved = () => [
    {
      name: 'kind',
      label: t('below.which-kind'),
      text: kindNamed(now().kind),
      say: ([kind]: readonly string[]) => kindNamed(kind),
    },
    {
      name: 'parent',
      label: t('setup.tree.parent'),
      text: placeNamed(now().parent),
      say: ([id]: readonly string[]) => placeNamed(id),
    },
  ];
  return (
    <PartFrame data={props.data} part="tree">
      <Show when={now().asks}>
        {(asked) => (
          <Notice title={t('setup.tree.waits', { place: placeNamed(asked()) })}>
            <p>{t('setup.tree.waits-what', { now: placeNamed(now().parent) })}</p>
          </Notice>
        )}
      </Show>
      <p class="lead">{t('setup.tree.what')}</p>
      <PartForm form={form} name="tree" data={props.data} saved={saved()}>
        <KindChoice form={form} kinds={PLACE_KINDS} chosen={now().kind} />
        <Select
          name="parent"
          id={form.id('parent')}
          label={t('setup.tree.parent')}
          hint={t('setup.tree.parent-hint')}
          error={form.error('parent')}
          options={[{ value: '', label: t('setup.tree.top') }, ...places()]}
          chosen={form.word('parent') ?? now().asks ?? now().parent ?? ''}
        />
      </PartForm>
    </PartFrame>
  );
};

const post = (posting: Posting) =>
  savePart(
    posting,
    'tree',
    {
      kind: kindIn(textOf(posting.form, 'kind')),
      parent: (textOf(posting.form, 'parent') as PlaceId) || null,
    },
    setUpAddress(posting, 'tree'),
  );

export default definePart({ part: 'tree', post, View: TreePage });
