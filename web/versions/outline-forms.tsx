import { For, Show, untrack } from 'solid-js';
import { HEADING_LENGTH, PASSAGE_LENGTH } from '#shared/documents/rules.ts';
import type { Language } from '#shared/locales.ts';
import { readingOf } from '#shared/reading.ts';
import type { DraftView } from '#shared/versions/views.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Card } from '#web/ui/card/card.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { Wording } from '#web/ui/reading/reading.tsx';
import { TextsField } from '#web/ui/texts-field/texts-field.tsx';
import type { DraftAddresses } from './draft-address.ts';

type OfDraft = { draft: DraftView };

const Arranging = (props: OfDraft & { passage: DraftView['passages'][number]; place: number }) => {
  const { t } = useI18n();
  const form = useForm(`arrange-${untrack(() => props.passage.id)}`);
  const last = () => props.place === props.draft.passages.length;
  return (
    <Details summary={t('drafting.more')} open={form.problem !== undefined}>
      <PostForm class="row" labelledBy={props.passage.id}>
        <FormProblem form={form} />
        <input type="hidden" name="form" value={`arrange-${props.passage.id}`} />
        <input type="hidden" name="passage" value={props.passage.id} />
        <input type="hidden" name="place" value={props.place} />
        <input type="hidden" name="version" value={form.version(props.draft.version)} />
        <Show when={props.place > 1}>
          <Button look="plain" name="act" value="up">
            {t('drafting.up')}
          </Button>
        </Show>
        <Show when={!last()}>
          <Button look="plain" name="act" value="down">
            {t('drafting.down')}
          </Button>
          <Button look="plain" name="act" value="merge">
            {t('drafting.merge')}
          </Button>
        </Show>
        <Button look="stop" name="act" value="withdraw">
          {t('drafting.withdraw')}
        </Button>
      </PostForm>
    </Details>
  );
};

/** Every part of the draft in its order: what changes in it, and what can be done with it as a whole. */
export const Outline = (props: OfDraft & { to: DraftAddresses }) => {
  const { t, number } = useI18n();
  return (
    <ol role="list" class="draft-outline">
      <For each={props.draft.passages}>
        {(passage, i) => (
          <li>
            <Card labelledBy={passage.id}>
              <h3 class="card-heading" id={passage.id}>
                {number(i() + 1)}.{' '}
                <a href={props.to.passage(passage.id)}>
                  <Wording texts={passage.heading} />
                </a>
              </h3>
              <p class="hint">
                {t(`versions.change.${passage.change}`)} · {t('drafting.cites', { count: passage.cites })} ·{' '}
                {t('drafting.comments', { count: passage.comments })}
              </p>
              <Show when={props.draft.mayWrite}>
                <Arranging draft={props.draft} passage={passage} place={i() + 1} />
              </Show>
            </Card>
          </li>
        )}
      </For>
    </ol>
  );
};

/** What the draft took out, and the way back. */
export const Gone = (props: OfDraft) => {
  const { t } = useI18n();
  return (
    <Show when={props.draft.gone.length > 0}>
      <h2>{t('drafting.gone')}</h2>
      <ul role="list" class="stack stack-tight">
        <For each={props.draft.gone}>
          {(one) => (
            <li>
              <PostForm class="row" labelledBy={`gone-${one.id}`}>
                <span id={`gone-${one.id}`}>
                  <Wording texts={one.heading} />
                </span>
                <input type="hidden" name="form" value="arrange" />
                <input type="hidden" name="passage" value={one.id} />
                <input type="hidden" name="version" value={props.draft.version} />
                <Show when={props.draft.mayWrite}>
                  <Button look="plain" name="act" value="restore">
                    {t('drafting.restore')}
                  </Button>
                </Show>
              </PostForm>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
};

/** A new part, after one that is there or before all. */
export const Insert = (props: OfDraft & { languages: readonly Language[] }) => {
  const { t, locale, number } = useI18n();
  const form = useForm('insert');
  const last = () => props.draft.passages.at(-1)?.id;
  return (
    <Details summary={t('drafting.insert')} open={form.problem !== undefined}>
      <PostForm class="stack">
        <FormProblem form={form} />
        <input type="hidden" name="form" value="insert" />
        <input type="hidden" name="version" value={form.version(props.draft.version)} />
        <div class="field">
          <label for={form.id('after')}>{t('drafting.insert-after')}</label>
          <select id={form.id('after')} name="after">
            <option value="">{t('drafting.at-the-beginning')}</option>
            <For each={props.draft.passages}>
              {(one, i) => (
                <option value={one.id} selected={one.id === (form.word('after') ?? last())}>
                  {number(i() + 1)}. {readingOf(one.heading, [locale])?.text ?? ''}
                </option>
              )}
            </For>
          </select>
        </div>
        <TextsField
          name="heading"
          label={t('drafting.heading')}
          languages={props.languages}
          texts={{}}
          form={form}
          most={HEADING_LENGTH}
        />
        <TextsField
          name="text"
          label={t('drafting.text')}
          languages={props.languages}
          texts={{}}
          form={form}
          rows={8}
          most={PASSAGE_LENGTH}
        />
        <p>
          <Button>{t('drafting.insert-do')}</Button>
        </p>
      </PostForm>
    </Details>
  );
};
