import { untrack } from 'solid-js';
import type { Locale } from '#shared/locales.ts';
import { TRANSLATION_LENGTH } from '#shared/translations/lengths.ts';
import type { Translate, TranslationsView } from '#shared/translations/schema.ts';
import { ConsultationFrame } from '#web/desk/desk-frame.tsx';
import type { ConsultationDesk } from '#web/desk/load.ts';
import { textOf } from '#web/form-data.ts';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import type { Posting } from '#web/page.ts';
import { Tick } from '#web/ui/choice/choice.tsx';
import { BackLink } from './back-link.tsx';
import { BesideForm } from './beside-form.tsx';
import { languageAsked } from './language-asked.ts';

export type OneText = { desk: ConsultationDesk; view: TranslationsView; language: Locale };

/** What one person wrote, beside the field for its translation. */
export const OneTextBeside = (props: { data: OneText; kind: 'contribution' | 'reply' }) => {
  const { t } = useI18n();
  const form = useForm('translate');
  const { desk, view, language } = untrack(() => props.data);
  const part = {
    name: 'text',
    label: t(`translations.kind.${props.kind}`),
    texts: view.texts,
    rows: 8,
    most: TRANSLATION_LENGTH,
  };
  return (
    <ConsultationFrame desk={desk} title={t('desk.room.translations')}>
      <BackLink desk={desk} language={language} />
      <BesideForm form={form} language={language} version={view.version} parts={[part]}>
        <Tick
          name="checked"
          id={form.id('checked')}
          label={t('translations.checked')}
          checked={form.word('checked') === 'yes'}
        />
      </BesideForm>
    </ConsultationFrame>
  );
};

export const translatedIn = ({ form, url, locale }: Posting): Translate => ({
  language: languageAsked({ url, locale }),
  text: textOf(form, 'text'),
  checked: textOf(form, 'checked') === 'yes',
  version: Number(textOf(form, 'version')),
});
