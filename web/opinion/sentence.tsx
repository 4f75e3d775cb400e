import { Show } from 'solid-js';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import { directionOf } from '#shared/locales.ts';
import { addressesOf } from '#web/consultations/addresses.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Wording } from '#web/ui/reading/reading.tsx';
import type { Named } from './sections.ts';

/** What was voted on, as a link to it. */
export const Sentence = (props: { about: Named; consultation: ConsultationId }) => {
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
        {(contribution) => (
          <a
            class="words"
            href={to().contribution(contribution().id)}
            lang={contribution().language}
            dir={directionOf(contribution().language)}
          >
            {contribution().text}
          </a>
        )}
      </Show>
    </>
  );
};

/** The same as plain words, where a link would be one too many. */
export const PlainSentence = (props: { about: Named }) => (
  <>
    <Show when={props.about.passage}>{(passage) => <Wording texts={passage().heading} />}</Show>
    <Show when={props.about.contribution}>
      {(contribution) => (
        <span lang={contribution().language} dir={directionOf(contribution().language)}>
          {contribution().text}
        </span>
      )}
    </Show>
  </>
);
