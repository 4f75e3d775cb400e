import { addressesOf } from '#web/consultations/addresses.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Wording } from '#web/ui/reading/reading.tsx';
import type { Asked } from './sections.ts';

/** Of which consultation this is the result, and what the page is. */
export const Heading = (props: { consultation: Asked; title: string }) => {
  const { locale } = useI18n();
  return (
    <header class="stack stack-tight">
      <p>
        <a href={addressesOf(locale, props.consultation.id).home}>
          <Wording texts={props.consultation.title} />
        </a>
      </p>
      <h1>{props.title}</h1>
    </header>
  );
};
