import { For, Show, untrack } from 'solid-js';
import type { ConsultationView } from '#shared/consultations/views.ts';
import { GROUP_NAME_LENGTH } from '#shared/suggestions/rules.ts';
import type { SuggestionsPage } from '#shared/suggestions/views.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { GroupMark } from '#web/opinion/group-mark.tsx';
import { PostForm } from '#web/post-form.tsx';
import { BothTexts } from '#web/ui/both-texts/both-texts.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { TextsField, savedTexts } from '#web/ui/texts-field/texts-field.tsx';
import { useVisit } from '#web/visit.ts';

type Of = { page: Pick<SuggestionsPage, 'groups' | 'names'>; languages: ConsultationView['languages'] };

const NameGroup = (props: Of & { label: string }) => {
  const { t } = useI18n();
  const { current } = useVisit();
  const { label, page, languages } = untrack(() => props);
  const form = useForm(`group-${label}`);
  const { name = {}, version = 0 } = page.names[label] ?? {};
  return (
    <PostForm class="stack stack-tight">
      <input type="hidden" name="form" value={`group-${label}`} />
      <input type="hidden" name="version" value={form.version(version)} />
      <BothTexts
        texts={form.both(savedTexts('name', t('suggestions.group-name'), languages, name))}
        leave={current.at.url.pathname}
      />
      <FormProblem form={form} />
      <p>
        <GroupMark label={label} labels={page.groups} named />
      </p>
      <TextsField
        name="name"
        label={t('suggestions.group-name')}
        languages={languages}
        texts={name}
        form={form}
        most={GROUP_NAME_LENGTH}
      />
      <p>
        <Button look="plain">{t('suggestions.save')}</Button>
      </p>
    </PostForm>
  );
};

/** What the drafters call people who vote alike. Residents read it beside the group's letter. */
export const NameGroups = (props: Of) => {
  const { t } = useI18n();
  const wasRefused = untrack(() => props.page.groups.some((label) => useForm(`group-${label}`).problem));
  return (
    <Show when={props.page.groups.length > 0}>
      <Details summary={t('suggestions.name-groups')} open={wasRefused}>
        <p>{t('suggestions.name-groups-why')}</p>
        <For each={props.page.groups}>
          {(label) => <NameGroup label={label} page={props.page} languages={props.languages} />}
        </For>
      </Details>
    </Show>
  );
};
