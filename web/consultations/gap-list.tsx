import { For } from 'solid-js';
import type { Gap } from '#shared/consultations/publishing.ts';
import { LANGUAGES } from '#shared/locales.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { roomOf } from './next-room.ts';

/** What is missing, in words. */
export const useGapNames = (): ((gap: Gap) => string) => {
  const { t } = useI18n();
  return ({ what, fields = [], languages = [] }) => {
    if (what === 'words-missing') {
      const names = fields.map((field) => t(`consulting.about.${field}`));
      return t('consulting.gap.words-missing', { fields: names.join(', ') });
    }
    if (what === 'words-untranslated' || what === 'text-untranslated') {
      return t(`consulting.gap.${what}`, { languages: languages.map((tag) => LANGUAGES[tag]).join(', ') });
    }
    return t(`consulting.gap.${what}`);
  };
};

/** What a consultation still needs, each with the way to where it is given. */
export const GapList = (props: { gaps: readonly Gap[]; id: string; slug: string }) => {
  const { locale } = useI18n();
  const nameOf = useGapNames();
  return (
    <ul>
      <For each={props.gaps}>
        {(gap) => (
          <li>
            <a href={`/${locale}${roomOf(gap, props)}`}>{nameOf(gap)}</a>
          </li>
        )}
      </For>
    </ul>
  );
};
