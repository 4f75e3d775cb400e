import { Show } from 'solid-js';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import { directionOf } from '#shared/locales.ts';
import type { Translated } from '#shared/texts.ts';
import { addressesOf } from '#web/consultations/addresses.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Wording } from '#web/ui/reading/reading.tsx';
import type { Named } from './sections.ts';

/** In a line too short for more: that these are not her words. The original stands where the line leads. */
const IsTranslation = (props: { translated: Translated | undefined }) => {
  const { t } = useI18n();
  return (
    <Show when={props.translated}>
      {(translated) => (
        <>
          {' '}
          <span class="hint">
            {translated().provenance === 'machine' ? t('ui.translation-by-machine') : t('translated.human')}
          </span>
        </>
      )}
    </Show>
  );
};

/** What was voted on, as a link to it. `saidBelow`: whoever shows it says below that it is a translation. */
export const Sentence = (props: { about: Named; consultation: ConsultationId; saidBelow?: boolean }) => {
  const { locale } = useI18n();
  const to = () => addressesOf(locale, props.consultation);
  return (
    <>
      <Show when={props.about.passage}>
        {(passage) => (
          <a href={to().passage(passage().id)}>
            <Wording texts={passage().heading} />
          </a>
        )}
      </Show>
      <Show when={props.about.contribution}>
        {(contribution) => {
          const read = () => contribution().translated ?? contribution();
          return (
            <>
              <a
                class="words"
                href={to().contribution(contribution().id)}
                lang={read().language}
                dir={directionOf(read().language)}
              >
                {read().text}
              </a>
              <IsTranslation translated={props.saidBelow ? undefined : contribution().translated} />
            </>
          );
        }}
      </Show>
    </>
  );
};

/** The same as plain words, where a link would be one too many. */
export const PlainSentence = (props: { about: Named }) => (
  <>
    <Show when={props.about.passage}>{(passage) => <Wording texts={passage().heading} />}</Show>
    <Show when={props.about.contribution}>
      {(contribution) => {
        const read = () => contribution().translated ?? contribution();
        return (
          <>
            <span lang={read().language} dir={directionOf(read().language)}>
              {read().text}
            </span>
            <IsTranslation translated={contribution().translated} />
          </>
        );
      }}
    </Show>
  </>
);
