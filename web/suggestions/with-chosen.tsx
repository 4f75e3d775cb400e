import type { ConsultationView } from '#shared/consultations/views.ts';
import { TAG_LENGTH } from '#shared/suggestions/rules.ts';
import type { SuggestionsPage } from '#shared/suggestions/views.ts';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Button } from '#web/ui/button/button.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { AssignFields, OutcomeFields } from './work-fields.tsx';

type Act = 'tag' | 'untag' | 'assign' | 'answer' | 'merge';

/** What can be done to all that were chosen; what was refused is still unfolded. */
export const WithChosen = (props: Pick<SuggestionsPage, 'colleagues'> & Pick<ConsultationView, 'languages'>) => {
  const { t } = useI18n();
  const form = useForm('many');
  const act = (value: Act) => (
    <Button look="plain" name="do" value={value}>
      {t(`suggestions.do.${value}`)}
    </Button>
  );
  const wasAsked = (...acts: readonly Act[]): boolean => acts.some((one) => form.word('do') === one);
  return (
    <section class="stack" aria-labelledby="with-chosen">
      <h2 id="with-chosen">{t('suggestions.with-chosen')}</h2>
      <Details summary={t('suggestions.do.merge')} open={wasAsked('merge')}>
        <p>{t('suggestions.merge-hint')}</p>
        <p>{act('merge')}</p>
      </Details>
      <Details summary={t('suggestions.tags')} open={wasAsked('tag', 'untag')}>
        <Field
          name="tag"
          id={form.id('tag')}
          label={t('suggestions.tag')}
          most={TAG_LENGTH}
          value={form.word('tag')}
          error={form.error('tag')}
        />
        <p class="row">
          {act('tag')} {act('untag')}
        </p>
      </Details>
      <Details summary={t('suggestions.do.assign')} open={wasAsked('assign')}>
        <AssignFields form={form} colleagues={props.colleagues} />
        <p>{act('assign')}</p>
      </Details>
      <Details summary={t('suggestions.do.answer')} open={wasAsked('answer')}>
        <OutcomeFields form={form} languages={props.languages} />
        <p>{act('answer')}</p>
      </Details>
    </section>
  );
};
