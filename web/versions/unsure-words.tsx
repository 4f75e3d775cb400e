import { For, Show, untrack } from 'solid-js';
import type { ContributionId } from '#shared/contributions/schema.ts';
import type { PassageId } from '#shared/documents/schema.ts';
import { readingOf } from '#shared/reading.ts';
import type { CheckView, DraftView } from '#shared/versions/views.ts';
import { AuthorWords } from '#web/contributions/author-words.tsx';
import { TranslatedWords } from '#web/contributions/translated-words.tsx';
import { useAddresses } from '#web/consultations/addresses.ts';
import { textOf } from '#web/form-data.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Card } from '#web/ui/card/card.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { Reading } from '#web/ui/reading/reading.tsx';
import { AboutWords } from './about-words.tsx';

type Unsure = CheckView['unsure'][number];
type Given = { draft: DraftView; consultation: string };
type Part = { id: PassageId; label: string };

const FIELD = 'place-';
const BEFORE = 'before-';

/** What was decided, or decided otherwise, since the page was read. */
export const placedIn = (form: FormData): { ctr: ContributionId; passage: PassageId }[] =>
  [...form.keys()]
    .filter((name) => name.startsWith(FIELD))
    .map((name) => name.slice(FIELD.length))
    .filter((id) => textOf(form, FIELD + id) !== textOf(form, BEFORE + id))
    .map((id) => ({ ctr: id as ContributionId, passage: textOf(form, FIELD + id) as PassageId }));

const Choose = (props: { of: Unsure; parts: readonly Part[] }) => {
  const { t } = useI18n();
  const form = useForm('place');
  const { of, parts } = untrack(() => ({ ...props }));
  const name = `${FIELD}${of.contribution.id}`;
  const own = of.contribution.passage;
  const chosen = () => form.word(name) ?? of.chosen;
  return (
    <div class="field">
      <input type="hidden" name={`${BEFORE}${of.contribution.id}`} value={of.chosen ?? ''} />
      <label for={form.id(name)}>{t('drafting.belongs')}</label>
      <select id={form.id(name)} name={name} aria-describedby={of.contribution.id}>
        <Show when={!of.chosen}>
          <option value="">{t('drafting.undecided')}</option>
        </Show>
        <Show when={own}>
          {(passage) => (
            <option value={passage()} selected={chosen() === passage()}>
              {t('drafting.leave-there')}
            </option>
          )}
        </Show>
        <For each={parts.filter(({ id }) => id !== own)}>
          {(one) => (
            <option value={one.id} selected={chosen() === one.id}>
              {one.label}
            </option>
          )}
        </For>
      </select>
    </div>
  );
};

/** One comment whose place nobody but a person can tell: what it says, and how the likely parts read now. */
const One = (props: Given & { of: Unsure }) => {
  const { t, locale, number } = useI18n();
  const { of, draft, consultation } = untrack(() => ({ ...props }));
  const { contribution } = of;
  const headings = new Map<string, string>(
    [...draft.passages, ...draft.gone].map(({ id, heading }) => [id, readingOf(heading, [locale])?.text ?? '']),
  );
  const likely = new Map<string, number>(of.possible.map(({ passage, likeness }) => [passage, likeness]));
  const parts = draft.passages
    .map(({ id }, i): Part => ({ id, label: `${number(i + 1)}. ${headings.get(id) ?? ''}` }))
    .sort((a, b) => (likely.get(b.id) ?? 0) - (likely.get(a.id) ?? 0));
  return (
    <Card>
      <Show when={contribution.passage}>
        {(own) => (
          <p class="hint">
            <a href={useAddresses(consultation).passage(own())}>{headings.get(own())}</a>
          </p>
        )}
      </Show>
      <AboutWords anchor={contribution.anchor} />
      <div id={contribution.id}>
        <TranslatedWords translated={contribution.translated} from={contribution.language}>
          <AuthorWords text={contribution.text ?? ''} language={contribution.language} />
        </TranslatedWords>
      </div>
      <p class="hint">{t(`drafting.why.${of.why}`)}</p>
      <Show when={of.possible.length > 0}>
        <p class="hint">{t('drafting.likely')}</p>
        <For each={of.possible}>
          {({ passage, text }) => (
            <Details summary={parts.find(({ id }) => id === passage)?.label ?? ''}>
              <Reading texts={text} />
            </Details>
          )}
        </For>
      </Show>
      <Choose of={of} parts={parts} />
    </Card>
  );
};

export const UnsureWords = (props: Given & { unsure: CheckView['unsure'] }) => {
  const { t } = useI18n();
  const form = useForm('place');
  return (
    <Show when={props.unsure.length > 0} fallback={<p>{t('drafting.unsure-none')}</p>}>
      <p>{t('drafting.unsure-what')}</p>
      <PostForm class="stack">
        <FormProblem form={form} />
        <input type="hidden" name="form" value="place" />
        <For each={props.unsure}>{(one) => <One of={one} draft={props.draft} consultation={props.consultation} />}</For>
        <p>
          <Button>{t('drafting.belongs-save')}</Button>
        </p>
      </PostForm>
    </Show>
  );
};
