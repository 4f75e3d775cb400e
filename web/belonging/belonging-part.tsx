import type { ConsultationId } from '#shared/consultations/schema.ts';
import { addressesOf } from '#web/consultations/addresses.ts';
import { useI18n } from '#web/messages/i18n.ts';

/** On "my page": whether she said something about affected groups, and the way to it. */
export const BelongingPart = (props: { consultation: ConsultationId; standing: 'asked' | 'said' }) => {
  const { t, locale } = useI18n();
  const isSaid = () => props.standing === 'said';
  return (
    <section class="stack" aria-labelledby="belonging">
      <h2 id="belonging">{t('belonging.title')}</h2>
      <p>{t(`belonging.${isSaid() ? 'said-something' : 'voluntary'}`)}</p>
      <p>
        <a href={addressesOf(locale, props.consultation).belonging}>
          {t(`belonging.${isSaid() ? 'see-and-change' : 'to-question'}`)}
        </a>
      </p>
    </section>
  );
};
