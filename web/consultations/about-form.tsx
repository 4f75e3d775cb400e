import { For, Show, untrack } from 'solid-js';
import { AREAS, GROUNDS, WORD_FIELDS, WORD_LENGTHS, type WordField } from '#shared/consultations/rules.ts';
import type { ConsultationView } from '#shared/consultations/views.ts';
import { LANGUAGES, LOCALES, directionOf } from '#shared/locales.ts';
import { FormRefusal } from '#web/form-refusal.tsx';
import { useForm, type Saved } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { ChoiceGroup, type Option } from '#web/ui/choice/choice.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { TextsField, savedTexts } from '#web/ui/texts-field/texts-field.tsx';
import { useVisit } from '#web/visit.ts';
import { NoteFields } from './note-fields.tsx';

const ROWS: Partial<Record<WordField, number>> = { question: 2, why: 6, whatHappens: 5, audience: 2 };
const HINTED = ['why', 'whatHappens', 'audience'] as const satisfies readonly WordField[];
const DOORS = ['open', 'handed', 'proved'] as const;
const LISTS = ['languages', 'doors', 'areas', 'grounds'] as const;
type List = (typeof LISTS)[number];

/** What can be chosen in each list, as it is called. */
const useOptions = (): Record<List, Option[]> => {
  const { t } = useI18n();
  return {
    languages: LOCALES.map((tag) => ({ value: tag, label: LANGUAGES[tag], lang: tag, dir: directionOf(tag) })),
    doors: DOORS.map((value) => ({ value, label: t(`consulting.about.door.${value}`) })),
    areas: AREAS.map((value) => ({ value, label: t(`topics.area.${value}`) })),
    grounds: GROUNDS.map((value) => ({ value, label: t(`topics.ground.${value}`) })),
  };
};

/** All that is said about a consultation, in each of its languages, and for whom and about what it is. */
export const AboutForm = (props: { consultation: ConsultationView }) => {
  const { t } = useI18n();
  const form = useForm('about');
  const { current } = useVisit();
  const consultation = untrack(() => props.consultation);
  const { languages, draft } = consultation;
  const options = useOptions();
  const legend = (name: List): string => t(`consulting.about.${name}`);
  const labels = (name: List, values: readonly string[]): string =>
    options[name].flatMap(({ value, label }) => (values.includes(value) ? [label] : [])).join(', ');
  const saved = (): Saved[] => [
    ...WORD_FIELDS.flatMap((name) =>
      savedTexts(name, t(`consulting.about.${name}`), languages, consultation[name] ?? {}),
    ),
    ...LISTS.map((name) => ({
      name,
      label: legend(name),
      text: labels(name, consultation[name]),
      say: (values: readonly string[]) => labels(name, values),
    })),
  ];
  const hint = (name: WordField): string | undefined => {
    const hinted = HINTED.find((one) => one === name);
    return hinted && t(`consulting.about.${hinted}-hint`);
  };
  const list = (name: List) => ({
    kind: 'checkbox' as const,
    name,
    id: form.id(name),
    legend: legend(name),
    error: form.error(name),
    options: options[name],
    chosen: form.words(name) ?? consultation[name],
  });
  return (
    <PostForm class="stack">
      <input type="hidden" name="form" value="about" />
      <input type="hidden" name="version" value={form.version(consultation.version)} />
      <FormRefusal form={form} saved={saved()} leave={current.at.url.pathname} />
      <For each={WORD_FIELDS}>
        {(name) => (
          <TextsField
            name={name}
            label={t(`consulting.about.${name}`)}
            hint={hint(name)}
            languages={languages}
            texts={consultation[name] ?? {}}
            form={form}
            most={WORD_LENGTHS[name]}
            {...(ROWS[name] ? { rows: ROWS[name] } : {})}
          />
        )}
      </For>
      <h2>{t('consulting.about.who')}</h2>
      <ChoiceGroup {...list('languages')} hint={t('consulting.about.languages-hint')} beside />
      <ChoiceGroup {...list('doors')} />
      <ChoiceGroup
        kind="checkbox"
        name="premoderation"
        id={form.id('premoderation')}
        legend={t('consulting.about.premoderation')}
        options={[{ value: 'yes', label: t('consulting.about.premoderation-yes') }]}
        chosen={form.words('premoderation') ?? (consultation.premoderation ? ['yes'] : [])}
      />
      <h2>{t('consulting.about.topics')}</h2>
      <ChoiceGroup {...list('areas')} beside />
      <Details summary={t('consulting.about.grounds')} open={consultation.grounds.length > 0}>
        <ChoiceGroup {...list('grounds')} hint={t('consulting.about.grounds-hint')} beside />
      </Details>
      <Show when={!draft}>
        <NoteFields name="note" languages={languages} form={form} />
      </Show>
      <p>
        <Button>{t(draft ? 'consulting.save-and-on' : 'consulting.publish-change')}</Button>
      </p>
    </PostForm>
  );
};
