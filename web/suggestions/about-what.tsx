import { Show } from 'solid-js';
import type { ConsultationView } from '#shared/consultations/views.ts';
import type { PublicContribution } from '#shared/contributions/schema.ts';
import { useAddresses } from '#web/consultations/addresses.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Wording } from '#web/ui/reading/reading.tsx';
import { AboutWords } from '#web/versions/about-words.tsx';

type AboutWhatProps = {
  contribution: PublicContribution;
  consultation: string;
  documents: ConsultationView['documents'];
};

/** Which part of the text it is about, which words of that, and where everybody reads it with what was replied. */
export const AboutWhat = (props: AboutWhatProps) => {
  const { t } = useI18n();
  const to = useAddresses(props.consultation);
  const part = () =>
    props.documents.flatMap(({ passages }) => passages).find(({ id }) => id === props.contribution.passage);
  return (
    <>
      <Show when={part()}>
        {(found) => (
          <p>
            {t('suggestions.part')}:{' '}
            <a href={to.passage(found().id)}>
              <Wording texts={found().heading} />
            </a>
          </p>
        )}
      </Show>
      <AboutWords anchor={props.contribution.anchor} />
      <p>
        <a href={to.contribution(props.contribution.id)}>{t('suggestions.as-everybody')}</a>
      </p>
    </>
  );
};
