import { Show } from 'solid-js';
import { isColour, isReadable, nearestReadable } from '#shared/places/colour.ts';
import { textOf } from '#web/form-data.ts';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Button } from '#web/ui/button/button.tsx';
import { ChoiceGroup } from '#web/ui/choice/choice.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { ColourSample } from './colour-sample.tsx';
import { definePart } from './define-part.ts';
import type { SetUpData } from './load.ts';
import { LogoPart, postLogo, removeLogo } from './logo.tsx';
import { PartForm, PartFrame } from './part-frame.tsx';
import { savePart } from './save.ts';

/** The teal of the house (`tokens.css`), where a place begins to choose. */
const OF_THE_HOUSE = '#0a5a5b';

const ColourPart = (props: { data: SetUpData }) => {
  const { t } = useI18n();
  const form = useForm('look');
  const accent = () => props.data.setUp.place.look?.accent;
  const sent = () => (form.word('whose') === 'own' ? form.word('accent') : undefined);
  const own = () => sent() ?? accent();
  const unreadable = () => {
    const colour = sent();
    return colour && isColour(colour) && !isReadable(colour) ? nearestReadable(colour) : undefined;
  };
  const saved = () => [{ name: 'accent', label: t('setup.look.accent'), text: accent() ?? OF_THE_HOUSE }];
  return (
    <PartForm form={form} name="look" data={props.data} saved={saved()}>
      <ChoiceGroup
        kind="radio"
        name="whose"
        legend={t('setup.look.accent')}
        hint={t('setup.look.accent-hint')}
        options={[
          { value: 'house', label: t('setup.look.house') },
          { value: 'own', label: t('setup.look.own') },
        ]}
        chosen={[form.word('whose') ?? (accent() ? 'own' : 'house')]}
        beside
      />
      <Field
        name="accent"
        id={form.id('accent')}
        label={t('setup.look.pick')}
        value={own() ?? OF_THE_HOUSE}
        error={form.error('accent')}
        type="color"
      />
      <Show when={unreadable()}>
        {(nearest) => (
          <section class="stack stack-tight">
            <h2>{t('setup.look.nearest')}</h2>
            <ColourSample accent={nearest()} />
            <p>
              <Button look="plain" name="nearest" value={nearest()}>
                {t('setup.look.take-nearest', { colour: nearest() })}
              </Button>
            </p>
          </section>
        )}
      </Show>
      <Show when={!unreadable() && own()}>
        {(colour) => (
          <div class="stack stack-tight">
            <p class="hint">{t('setup.look.so')}</p>
            <ColourSample accent={colour()} />
          </div>
        )}
      </Show>
    </PartForm>
  );
};

const LookPage = (props: { data: SetUpData }) => (
  <PartFrame data={props.data} part="look">
    <ColourPart data={props.data} />
    <LogoPart data={props.data} />
  </PartFrame>
);

export default definePart({
  part: 'look',
  post: (posting) => {
    const { form } = posting;
    if (textOf(form, 'form') === 'logo') return postLogo(posting);
    if (textOf(form, 'form') === 'remove-logo') return removeLogo(posting);
    const own = textOf(form, 'nearest') || textOf(form, 'accent').trim().toLowerCase();
    return savePart(posting, 'look', { accent: textOf(form, 'whose') === 'own' ? own : '' });
  },
  View: LookPage,
});
