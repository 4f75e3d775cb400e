import { For, Show, untrack } from 'solid-js';
import { unitsOf } from '#shared/documents/arranging.ts';
import { HEADING_LENGTH, PASSAGE_LENGTH, SUMMARY_LENGTH } from '#shared/documents/rules.ts';
import type { Language } from '#shared/locales.ts';
import { originalOf } from '#shared/translations/rules.ts';
import type { DraftPassageView } from '#shared/versions/views.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { BothTexts } from '#web/ui/both-texts/both-texts.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { ChoiceGroup } from '#web/ui/choice/choice.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { TextsField, savedTexts } from '#web/ui/texts-field/texts-field.tsx';

/** What stands beside the words belongs to their form: ticks and words are saved together. */
export const PART_FORM = 'part';

type PassageFormProps = { passage: DraftPassageView; languages: readonly Language[]; here: string };

const PARTS = [
  ['heading', HEADING_LENGTH, 0],
  ['text', PASSAGE_LENGTH, 14],
  ['summary', SUMMARY_LENGTH, 4],
] as const;

/** The words of a part in every language. Two who write the same part see both texts. */
export const WordsForm = (props: PassageFormProps) => {
  const { t } = useI18n();
  const form = useForm('words');
  const { passage, languages } = untrack(() => ({ ...props }));
  const textOf = new Map<string, string>(
    passage.suggestions.map(({ contribution }) => [
      contribution.id,
      (contribution.translated ?? contribution).text ?? '',
    ]),
  );
  const named = (cites: readonly string[]): string => cites.map((one) => textOf.get(one) ?? one).join('\n');
  const saved = () => [
    ...PARTS.flatMap(([name]) => savedTexts(name, t(`drafting.${name}`), languages, passage.words[name])),
    { name: 'cite', label: t('drafting.cite'), text: named(passage.cites), say: named },
  ];
  return (
    <PostForm class="stack" id={PART_FORM}>
      <FormProblem form={form} />
      <BothTexts texts={form.both(saved())} leave={props.here} />
      <input type="hidden" name="form" value="words" />
      <input type="hidden" name="version" value={form.version(passage.version)} />
      <For each={passage.cites.filter((one) => !textOf.has(one))}>
        {(one) => <input type="hidden" name="cite" value={one} />}
      </For>
      <For each={PARTS}>
        {([name, most, rows]) => (
          <TextsField
            name={name}
            label={t(`drafting.${name}`)}
            languages={languages}
            texts={passage.words[name]}
            form={form}
            most={most}
            {...(rows > 0 ? { rows } : {})}
          />
        )}
      </For>
      <Show when={passage.change === 'reworded'}>
        <p class="hint">{t('drafting.new-number')}</p>
      </Show>
      <p>
        <Button>{t('drafting.part-save')}</Button>
      </p>
    </PostForm>
  );
};

const SHOWN = 90;
const shortened = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

/** Where a part can be divided: before any of its paragraphs, or its lines, or its sentences, but the first. */
export const SplitForm = (props: { passage: DraftPassageView }) => {
  const { t } = useI18n();
  const form = useForm('split');
  const { passage } = untrack(() => ({ ...props }));
  const original = originalOf(passage.words.text);
  const { units } = unitsOf(original?.text ?? '');
  return (
    <Show when={units.length > 1}>
      <Details summary={t('drafting.split')} open={form.problem !== undefined}>
        <PostForm class="stack stack-tight">
          <FormProblem form={form} />
          <input type="hidden" name="form" value="split" />
          <input type="hidden" name="act" value="split" />
          <input type="hidden" name="passage" value={passage.id} />
          <input type="hidden" name="version" value={form.version(passage.draftVersion)} />
          <ChoiceGroup
            kind="radio"
            name="at"
            id={form.id('at')}
            legend={t('drafting.split-what')}
            error={form.error('at')}
            chosen={[form.word('at') ?? '1']}
            options={units.slice(1).map((unit, i) => ({
              value: String(i + 1),
              label: shortened(unit),
              ...(original ? { lang: original.language } : {}),
            }))}
          />
          <p>
            <Button look="plain">{t('drafting.split-do')}</Button>
          </p>
        </PostForm>
      </Details>
    </Show>
  );
};
