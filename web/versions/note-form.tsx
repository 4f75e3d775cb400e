import type { Language } from '#shared/locales.ts';
import { NOTE_LENGTH } from '#shared/versions/rules.ts';
import type { DraftView } from '#shared/versions/views.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { BothTexts } from '#web/ui/both-texts/both-texts.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Tick } from '#web/ui/choice/choice.tsx';
import { TextsField, savedTexts } from '#web/ui/texts-field/texts-field.tsx';

/** The note that goes out with the version, and whether colleagues may read the draft. */
export const NoteForm = (props: { draft: DraftView; languages: readonly Language[]; here: string }) => {
  const { t } = useI18n();
  const form = useForm('note');
  return (
    <PostForm class="stack" labelledBy="note-of-draft">
      <FormProblem form={form} />
      <BothTexts
        texts={form.both(savedTexts('note', t('drafting.note-label'), props.languages, props.draft.note))}
        leave={props.here}
      />
      <input type="hidden" name="form" value="note" />
      <input type="hidden" name="version" value={form.version(props.draft.version)} />
      <TextsField
        name="note"
        label={t('drafting.note-label')}
        hint={t('drafting.note-hint')}
        languages={props.languages}
        texts={props.draft.note}
        form={form}
        rows={4}
        most={NOTE_LENGTH}
      />
      <Tick name="shared" label={t('drafting.share')} checked={props.draft.shared} />
      <p>
        <Button>{t('drafting.note-save')}</Button>
      </p>
    </PostForm>
  );
};
