import { untrack } from 'solid-js';
import type { Vote } from '#shared/ballots/schema.ts';
import type { ClosedReason } from '#shared/consultations/phases.ts';
import type { ConsultationView, PlaceView } from '#shared/consultations/views.ts';
import { LANGUAGES, LOCALES, directionOf, type Language } from '#shared/locales.ts';
import type { Texts } from '#shared/texts.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { ChoiceGroup, type Option } from '#web/ui/choice/choice.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { Reading, Wording } from '#web/ui/reading/reading.tsx';

/** What the page before the first vote says and asks. */
export type BeforeVoting = {
  consultation: Pick<ConsultationView, 'id' | 'title' | 'stages' | 'languages' | 'placeBrief' | 'consentVersion'>;
  place: Pick<PlaceView, 'privacy' | 'consent' | 'ageOfConsent'>;
  reads: Language[];
  /** What she has answered already, where the form of that vote came here without a script. */
  pending?: Vote;
  then: string;
  /** She agreed to an earlier text: which, and what it said where that is still known. */
  again?: { before: number; text: Texts };
  /** Why nobody can take part now. */
  closed?: ClosedReason;
};

const optionOf = (tag: Language): Option => ({
  value: tag,
  label: LANGUAGES[tag],
  lang: tag,
  dir: directionOf(tag),
});

/** Which languages she reads: those of the consultation first, the others one tap away. */
export const Languages = (props: {
  data: BeforeVoting;
  chosen: readonly string[];
  id: string;
  error: string | undefined;
}) => {
  const { t } = useI18n();
  const near = () => [...new Set([...props.data.consultation.languages, ...LOCALES])];
  const far = () => (Object.keys(LANGUAGES) as Language[]).filter((tag) => !near().some((one) => one === tag));
  return (
    <>
      <ChoiceGroup
        kind="checkbox"
        name="reads"
        id={props.id}
        legend={t('join.reads')}
        hint={t('join.reads-hint', {
          languages: props.data.consultation.languages.map((tag) => LANGUAGES[tag]).join(' · '),
        })}
        error={props.error}
        options={near().map(optionOf)}
        chosen={props.chosen}
      />
      <Details summary={t('join.more-languages')}>
        <ChoiceGroup
          kind="checkbox"
          name="reads"
          legend={t('join.more-languages')}
          options={far().map(optionOf)}
          chosen={props.chosen}
        />
      </Details>
    </>
  );
};

/** Who asks, what for, how long, how to leave, and what she says yes to. */
export const Facts = (props: { data: BeforeVoting }) => {
  const { t, locale } = useI18n();
  const { consultation, place } = untrack(() => props.data);
  return (
    <dl class="facts" data-aloud>
      <dt>{t('join.who')}</dt>
      <dd>
        <bdi>{place.privacy.controller}</bdi>
      </dd>
      <dt>{t('join.what-for')}</dt>
      <dd>
        <Wording texts={consultation.title} />
      </dd>
      <dt>{t('join.how-long')}</dt>
      <dd>{t('join.how-long-text', { months: place.privacy.retentionMonths })}</dd>
      <dt>{t('join.how-leave')}</dt>
      <dd>{t('join.how-leave-text')}</dd>
      <dt>{t('join.consent')}</dt>
      <dd class="stack stack-tight">
        <Reading texts={place.consent.text} />
        <p>{t('join.no-account')}</p>
        <p>
          <a href={`/${locale}/p/${consultation.placeBrief.slug}/privacy`}>{t('join.more')}</a>
        </p>
      </dd>
    </dl>
  );
};
