import { For } from 'solid-js';
import { RULES_LENGTH } from '#shared/places/limits.ts';
import { TONES } from '#shared/places/rules.ts';
import { answer } from '#web/api.ts';
import { textOf, textsOf } from '#web/form-data.ts';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import type { PostAnswer, Posting } from '#web/page.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { TextsField, savedTexts } from '#web/ui/texts-field/texts-field.tsx';
import { definePart } from './define-part.ts';
import { loadSetUp, type SetUpData } from './load.ts';
import { PartForm, PartFrame } from './part-frame.tsx';
import { savePart } from './save.ts';

const RulesPage = (props: { data: SetUpData }) => {
  const { t } = useI18n();
  const form = useForm('rules');
  const place = () => props.data.setUp.place;
  return (
    <PartFrame data={props.data} part="rules">
      <Details summary={t('setup.rules.begin-again')}>
        <p>{t('setup.rules.begin-again-what')}</p>
        <PostForm class="row">
          <input type="hidden" name="form" value="begin-again" />
          <For each={TONES}>
            {(tone) => (
              <Button look="plain" name="tone" value={tone}>
                {t(`setup.rules.tone.${tone}`)}
              </Button>
            )}
          </For>
        </PostForm>
      </Details>
      <PartForm
        form={form}
        name="rules"
        data={props.data}
        saved={savedTexts('houseRules', t('setup.rules.rules'), place().languages, place().houseRules)}
      >
        <TextsField
          name="houseRules"
          label={t('setup.rules.rules')}
          hint={t('setup.rules.rules-hint')}
          languages={place().languages}
          texts={place().houseRules}
          form={form}
          rows={12}
          most={RULES_LENGTH}
        />
      </PartForm>
    </PartFrame>
  );
};

/** The form again, with a text of the house in every language of the place. */
const beginAgain = async (posting: Posting): Promise<PostAnswer> => {
  const tone = TONES.find((one) => one === textOf(posting.form, 'tone'));
  const data = tone && (await loadSetUp(posting));
  if (!data) return { problem: { code: 'invalid-request', errors: [] } };
  const { slug } = data.desk.place;
  const houseRules = await answer(posting.api.places[':slug'].tones[':tone'].$get({ param: { slug, tone } }));
  const place = { ...data.setUp.place, houseRules };
  return { data: { ...data, setUp: { ...data.setUp, place } } satisfies SetUpData };
};

export default definePart({
  part: 'rules',
  post: (posting) =>
    textOf(posting.form, 'form') === 'begin-again'
      ? beginAgain(posting)
      : savePart(posting, 'rules', { houseRules: textsOf(posting.form, 'houseRules') }),
  View: RulesPage,
});
