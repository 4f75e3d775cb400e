import { untrack } from 'solid-js';
import { LANGUAGES, LOCALES, directionOf, type Language } from '#shared/locales.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { ChoiceGroup } from '#web/ui/choice/choice.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { useVisit } from '#web/visit.ts';
import { fromDeck } from './from-deck.ts';

const ALL = Object.keys(LANGUAGES) as Language[];

/** The languages she reads: only cards in these are dealt to her. */
export const ReadingLanguages = (props: { reads: readonly Language[] }) => {
  const { t, locale } = useI18n();
  const { current } = useVisit();
  const form = useForm('reads');
  // Hers stand first, then those of the interface: most people look for one of these among almost thirty.
  const options = [...new Set([...untrack(() => props.reads), locale, ...LOCALES, ...ALL])].map((value) => ({
    value,
    label: LANGUAGES[value],
    lang: value,
    dir: directionOf(value),
  }));
  const isAsked = form.problem !== undefined || fromDeck(current.at) !== undefined;
  return (
    <>
      <p>
        {t('participants.languages-now')} {props.reads.map((tag) => LANGUAGES[tag]).join(' · ')}
      </p>
      <Details summary={t('participants.languages-change')} open={isAsked}>
        <PostForm class="stack">
          <FormProblem form={form} />
          <input type="hidden" name="form" value="reads" />
          <input type="hidden" name="act" value="reads" />
          <ChoiceGroup
            kind="checkbox"
            name="reads"
            id={form.id('reads')}
            legend={t('participants.languages-legend')}
            hint={t('participants.languages-hint')}
            error={form.error('reads')}
            options={options}
            chosen={form.words('reads') ?? props.reads}
            beside
          />
          <p>
            <Button>{t('participants.save')}</Button>
          </p>
        </PostForm>
      </Details>
    </>
  );
};
